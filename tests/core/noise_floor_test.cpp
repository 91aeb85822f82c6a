// A bowl seen through noise, and what noise leaves of a run on it.

#include <gtest/gtest.h>

#include <cmath>

#include "core/catalog/catalog.hpp"
#include "core/run/run.hpp"
#include "tests/core/analysis_table.hpp"
#include "tests/core/support.hpp"

namespace fall_line::noise_floor_test {

using test::refusal_of;

Run bowl_run(const std::string& more, Index steps) {
  return test::run_of("problem=noisy_bowl\nmethod=gradient_descent\n" + more, steps);
}

double derived(const Run& run, const char* quantity, Index row, std::size_t coordinate = 0) {
  const Trace trace = find_derivation("noise_floor").derive(run);
  return trace.at(trace.find(quantity), row)[coordinate];
}

TEST(NoisyBowl, SamplesAreTheGradientWithTheDeclaredNoise) {
  const auto problem = find_problem("noisy_bowl").create({{"noise", "3"}});
  const double x[] = {-5.0, 4.0};
  Random random(7);
  constexpr int count = 200'000;
  double sum[2] = {}, squares[2] = {};
  for (int i = 0; i < count; ++i) {
    double g[2];
    problem->sample_gradient(x, random, g);
    for (int k = 0; k < 2; ++k) {
      sum[k] += g[k];
      squares[k] += g[k] * g[k];
    }
  }
  const double gradient[] = {-1.0, 4.0};
  for (int k = 0; k < 2; ++k) {
    const double mean = sum[k] / count;
    EXPECT_NEAR(mean, gradient[k], 4.0 * 3.0 / std::sqrt(count));
    EXPECT_NEAR(squares[k] / count - mean * mean, 9.0, 4.0 * 9.0 * std::sqrt(2.0 / count));
  }
}

TEST(NoiseFloor, IsWhereAConstantRateSettles) {
  const auto run = bowl_run("method.learning_rate=0.2\nschedule=constant\n", 2000);
  for (std::size_t k = 0; k < 2; ++k) {
    EXPECT_NEAR(derived(run, "noise_loss", 2000, k), derived(run, "floor", 2000, k), 1e-12);
  }
  // ½·α·σ²/(2 − α·λ) with α = 0.2, λ = 0.2 and 1
  EXPECT_NEAR(derived(run, "left_by_noise", 2000), 0.1 / 1.96 + 0.1 / 1.8, 1e-12);
  EXPECT_LT(derived(run, "left_of_start", 2000), 1e-30);
}

// The mean of many runs comes to what the recurrences say, within four standard errors.
TEST(NoiseFloor, IsTheMeanOverAllNoise) {
  constexpr int seeds = 2000;
  double sum = 0.0, squares = 0.0, expected = 0.0;
  for (int seed = 1; seed <= seeds; ++seed) {
    const auto run =
        bowl_run("method.learning_rate=0.5\nschedule=inverse_time\nschedule.rate=0.1\nseed=" +
                     std::to_string(seed) + "\n",
                 40);
    const double loss = test::at(run, "loss", 40);
    sum += loss;
    squares += loss * loss;
    if (seed == 1) expected = derived(run, "expected_loss", 40);
  }
  const double mean = sum / seeds;
  const double error = std::sqrt((squares / seeds - mean * mean) / seeds);
  EXPECT_GT(error, 0.0);
  EXPECT_NEAR(mean, expected, 4.0 * error);
}

TEST(NoiseFloor, WithoutNoiseIsTheRunItself) {
  const auto run = bowl_run("problem.noise=0\nmethod.learning_rate=0.3\nschedule=cosine\n", 50);
  EXPECT_EQ(derived(run, "left_by_noise", 50), 0.0);
  EXPECT_NEAR(derived(run, "expected_loss", 50), test::at(run, "loss", 50), 1e-13);
}

TEST(NoiseFloor, RefusesOtherProblemsAndRunsWithoutASchedule) {
  const auto refused = [](const char* spec) {
    const auto run = test::run_of(spec, 1);
    return refusal_of([&] { find_derivation("noise_floor").derive(run); }).argument;
  };
  EXPECT_EQ(refused("problem=noisy_bowl\nmethod=gradient_descent\n"), "schedule");
  EXPECT_EQ(refused("problem=booth\nmethod=gradient_descent\nschedule=constant\n"), "problem");
}

TEST(ScheduleTable, AddsUpTheRatesAndTheirSquares) {
  const test::AnalysisTable table(
      "schedule", "analysis.learning_rate=1\nanalysis.steps=99999\nschedule=inverse_time\n");
  // 1 + ½ + … + 1/n = ln n + γ + 1/(2n) − …,  1 + ¼ + … + 1/n² → π²/6 − 1/n
  EXPECT_NEAR(table.last("sum"), std::log(1e5) + 0.57721566490153286 + 0.5e-5, 1e-9);
  EXPECT_NEAR(table.last("sum_of_squares"), 1.6449340668482264 - 1e-5, 1e-9);
  EXPECT_EQ(table.at("sum", 0), 1.0);
  EXPECT_EQ(table.at("sum_of_squares", 0), 1.0);
}

}  // namespace fall_line::noise_floor_test
