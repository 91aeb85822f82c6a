// Runs whose learning rate a schedule changes.

#include <gtest/gtest.h>

#include "core/catalog/catalog.hpp"
#include "tests/core/support.hpp"

namespace fall_line::scheduled_runs_test {

using test::expect_near;
using test::refusal_of;
using Numbers = std::vector<double>;

// ∏ (1 − 2·rate(t)): gradient descent on x² under any schedule.
TEST(Run, MultipliesByTheRateOfEachStep) {
  for (const char* schedule : {"cosine", "step", "inverse_root", "one_cycle"}) {
    const auto run = test::run_of(test::lines({{"problem", "parabola"},
                                               {"method", "gradient_descent"},
                                               {"method.learning_rate", "0.1"},
                                               {"schedule", schedule}}),
                                  30);
    const auto created = find_schedule(schedule).create({});
    double x = 1.0;
    for (Index step = 1; step <= 30; ++step) {
      const double rate = 0.1 * created->factor(static_cast<double>(step - 1));
      EXPECT_EQ(test::at(run, "learning_rate_now", step), rate);
      x *= 1.0 - 2.0 * rate;
      ASSERT_NEAR(test::at(run, "theta", step), x, 1e-15) << schedule;
    }
  }
}

TEST(Run, TracesTheLearningRateLast) {
  const auto run = test::run_of(
      test::lines({{"problem", "booth"}, {"method", "adam"}, {"schedule", "cosine"}}), 1);
  EXPECT_EQ(run.trace().quantities().back().name, "learning_rate_now");
}

TEST(Run, GoesOnWhereTheScheduleHasReachedZero) {
  const auto run = test::run_of(test::lines({{"problem", "booth"},
                                             {"method", "adam"},
                                             {"schedule", "linear"},
                                             {"schedule.total", "5"}}),
                                10);
  ASSERT_EQ(run.steps(), 10);
  EXPECT_EQ(test::at(run, "step_length", 6), 0.0);
  EXPECT_EQ(test::at(run, "theta", 10), test::at(run, "theta", 5));
}

TEST(Run, RefusesTheScheduleThatDividesByZeroAtItsFirstEpoch) {
  const std::string spec = test::lines({{"problem", "booth"},
                                        {"method", "adam"},
                                        {"schedule", "inverse_root"},
                                        {"schedule.reading", "printed"},
                                        {"schedule.unit", "epoch"}});
  EXPECT_EQ(refusal_of([&] { test::run_of(spec, 0); }).argument, "schedule.first_time");
  EXPECT_EQ(test::run_of(spec + "schedule.first_time=1\n", 5).steps(), 5);
}

Numbers momentum_path(const std::string& method) {
  const auto run = test::run_of(method + test::lines({{"problem", "parabola"},
                                                      {"method.learning_rate", "0.1"},
                                                      {"method.beta", "0.9"},
                                                      {"schedule", "manual"},
                                                      {"schedule.table", "0:1, 2:0.1"}}),
                                4);
  Numbers path;
  for (Index step = 1; step <= 4; ++step) path.push_back(test::at(run, "theta", step));
  return path;
}

TEST(Momentum, AsASumObeysAFallingRateAtOnce) {
  expect_near(momentum_path("method=momentum\n"), {.8, .46, .4202, .375976}, 1e-12);
}

TEST(Momentum, AsAStepRemembersTheOldRate) {
  expect_near(momentum_path("method=momentum\nmethod.form=step\n"), {.8, .46, .1448, -.141776},
              1e-12);
}

// S3.3: x⁴/4 is convex but not strongly so; steps that fall like 1/t stall.
double quartic_loss(const char* schedule, Index steps) {
  const auto run = test::run_of(test::lines({{"problem", "quartic"},
                                             {"method", "gradient_descent"},
                                             {"method.learning_rate", "1"},
                                             {"schedule", schedule},
                                             {"start", "0.9"}}),
                                steps);
  return test::at(run, "loss", steps);
}

TEST(InverseTimeSchedule, StallsOnAQuarticWhereTheRootOfTimeDoesNot) {
  EXPECT_NEAR(quartic_loss("inverse_time", 10), 1.7e-4, 0.05e-4);
  EXPECT_NEAR(quartic_loss("inverse_time", 1000), 1.1e-4, 0.05e-4);
  EXPECT_NEAR(quartic_loss("inverse_time", 100'000), 7.85e-5, 0.005e-5);
  EXPECT_NEAR(quartic_loss("inverse_root", 100'000), 1.5e-7, 0.05e-7);
  EXPECT_NEAR(quartic_loss("constant", 100'000), 6e-12, 0.5e-12);
}

TEST(InverseTimeSchedule, IsTooShortForAFlatParabola) {
  const auto run = test::run_of(test::lines({{"problem", "parabola"},
                                             {"problem.curvature", "0.1"},
                                             {"method", "gradient_descent"},
                                             {"method.learning_rate", "1"},
                                             {"schedule", "inverse_time"},
                                             {"start", "0.9"}}),
                                100'000);
  EXPECT_NEAR(test::at(run, "loss", 100'000), 3.5e-3, 0.1e-3);
}

}  // namespace fall_line::scheduled_runs_test
