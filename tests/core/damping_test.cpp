// The damping of Levenberg–Marquardt: its updates, its scaling, lecture 1's factor 2, its end.

#include <gtest/gtest.h>

#include <cmath>

#include "core/optimizers/levenberg_marquardt.hpp"
#include "tests/core/residual_problems.hpp"
#include "tests/core/support.hpp"

namespace fall_line::damping_test {

using test::LeastSquaresRun;

std::unique_ptr<AnyProblem> problem_named(std::string_view name, const Settings& settings = {}) {
  return find_problem(name).create(settings);
}

/// Levenberg's step on one residual with J = 1, whose value after each trial is chosen so that
/// the gain ratio is as wanted: Δ = −r/(1 + λ), predicted fall (1 + 2λ)·Δ².
class ChosenGains {
 public:
  explicit ChosenGains(const Settings& settings)
      : residuals_(std::make_shared<std::vector<double>>(1, 4.0)),
        run_("levenberg_marquardt", with_identity(settings),
             test::squares_of(
                 1, {100.0},
                 [script = residuals_, asked = std::make_shared<std::size_t>(0)](
                     const double*, double* r) { r[0] = (*script)[(*asked)++]; },
                 [](const double*, double* j) { j[0] = 1.0; })) {}

  /// The damping after one more step with gain ratio `gain`.
  double damping_after(double gain) {
    const double lambda = run_.at("damping_factor");
    const double trial = residual_ / (1.0 + lambda);
    const double there =
        std::sqrt(residual_ * residual_ - gain * (1.0 + 2.0 * lambda) * trial * trial);
    residuals_->push_back(there);
    EXPECT_EQ(run_.step(), StepStatus::ok);
    EXPECT_NEAR(run_.at("gain_ratio"), gain, 1e-12);
    if (gain > 0.0) residual_ = there;
    return run_.at("damping_factor");
  }
  double growth() const { return run_.at("growth"); }

 private:
  static Settings with_identity(Settings settings) {
    settings.emplace_back("damping", "levenberg");
    return settings;
  }
  std::shared_ptr<std::vector<double>> residuals_;
  LeastSquaresRun run_;
  double residual_ = 4.0;
};

TEST(LevenbergMarquardt, NielsensDampingIsTheStateMachineOfHisReport) {
  ChosenGains step(Settings{{"initial_damping", "1"}});
  EXPECT_EQ(step.growth(), 2.0);
  EXPECT_EQ(step.damping_after(-0.75), 2.0) << "rejected: times 2";
  EXPECT_EQ(step.growth(), 4.0);
  EXPECT_EQ(step.damping_after(-2.0), 8.0) << "rejected again: times 4";
  EXPECT_EQ(step.damping_after(-0.5), 64.0) << "and again: times 8";
  EXPECT_EQ(step.growth(), 16.0);
  EXPECT_NEAR(step.damping_after(1.0), 64.0 / 3.0, 1e-9) << "as predicted: a third";
  EXPECT_EQ(step.growth(), 2.0);
  EXPECT_NEAR(step.damping_after(0.5), 64.0 / 3.0, 1e-9) << "half of it: as it was";
  EXPECT_NEAR(step.damping_after(0.25), 24.0, 1e-9) << "1 − (−½)³ = 9/8";
  EXPECT_NEAR(step.damping_after(0.75), 21.0, 1e-9) << "1 − (½)³ = 7/8";
  EXPECT_NEAR(step.damping_after(3.0), 7.0, 1e-9) << "never below a third";
  EXPECT_NEAR(step.damping_after(-1.0), 14.0, 1e-9);
  EXPECT_EQ(step.growth(), 4.0);
}

TEST(LevenbergMarquardt, ClassicalDampingGoesUpAndDownByTen) {
  ChosenGains step(Settings{{"initial_damping", "1"}, {"update", "classical"}});
  EXPECT_EQ(step.damping_after(-0.75), 10.0);
  EXPECT_EQ(step.damping_after(-0.5), 100.0);
  EXPECT_EQ(step.damping_after(0.1), 10.0);
  EXPECT_EQ(step.damping_after(1.0), 1.0);
}

TEST(LevenbergMarquardt, AFallOfExactlyNothingIsRejected) {
  ChosenGains step(Settings{{"initial_damping", "1"}});
  EXPECT_EQ(step.damping_after(0.0), 2.0);
}

TEST(LevenbergMarquardt, APredictedFallBelowTheSmallestNumberIsNoStep) {
  LeastSquaresRun run(
      "levenberg_marquardt", {},
      test::squares_of(
          1, {0.0}, [](const double* x, double* r) { r[0] = 1e-180 * (x[0] - 1.0); },
          [](const double*, double* j) { j[0] = 1e-180; }));
  EXPECT_NE(run.step(), StepStatus::ok);
  EXPECT_EQ(run.theta[0], 0.0);
}

// S1.3, as printed: (JᵀJ + λI)·Δ = −∇f = −2Jᵀr.
Settings printed_with(const char* damping) {
  return {{"right_side", "full_gradient"},
          {"damping", "levenberg"},
          {"update", "constant"},
          {"initial_damping", damping}};
}

TEST(LevenbergMarquardt, PrintedWithoutTheFactorTwoItJumpsBetweenFiveAndMinusThree) {
  LeastSquaresRun run("levenberg_marquardt", printed_with("1e-12"), test::distance_to_one(5.0));
  for (const double expected : {-3.0, 5.0, -3.0, 5.0, -3.0, 5.0}) {
    ASSERT_EQ(run.step(), StepStatus::ok);
    EXPECT_NEAR(run.theta[0], expected, 1e-10);
  }
}

TEST(LevenbergMarquardt, PrintedWithoutTheFactorTwoItJumpsOnTheParabolaForEver) {
  const auto run = test::run_of(
      "problem=parabola\nmethod=levenberg_marquardt\nmethod.right_side=full_gradient\n"
      "method.damping=levenberg\nmethod.update=constant\nmethod.initial_damping=1e-12\nstart=5\n",
      1001);
  ASSERT_EQ(run.steps(), 1001);
  EXPECT_NEAR(test::at(run, "theta", 1000), 5.0, 1e-7);
  EXPECT_NEAR(test::at(run, "theta", 1001), -5.0, 1e-7);
}

TEST(LevenbergMarquardt, PrintedWithoutTheFactorTwoItIsExactByAccidentAtDampingOne) {
  LeastSquaresRun run("levenberg_marquardt", printed_with("1"), test::distance_to_one(5.0));
  ASSERT_EQ(run.step(), StepStatus::ok);
  EXPECT_NEAR(run.theta[0], 1.0, 1e-14);
  EXPECT_EQ(run.finish(), StepStatus::converged);
}

TEST(LevenbergMarquardt, WithHalfTheGradientGoesFromFiveToOneAtOnce) {
  LeastSquaresRun run("levenberg_marquardt",
                      {{"damping", "levenberg"}, {"initial_damping", "1e-18"}},
                      test::distance_to_one(5.0));
  ASSERT_EQ(run.step(), StepStatus::ok);
  EXPECT_EQ(run.theta[0], 1.0);
}

/// Rosenbrock's residuals with parameters in other units: x = scale·u.
std::unique_ptr<AnyProblem> rosenbrock_in_units(double first, double second) {
  return test::squares_of(
      2, {-1.2 / first, 1.0 / second},
      [=](const double* u, double* r) {
        const double x = first * u[0], y = second * u[1];
        r[0] = 10.0 * (y - x * x);
        r[1] = 1.0 - x;
      },
      [=](const double* u, double* j) {
        j[0] = -20.0 * (first * u[0]) * first;
        j[1] = 10.0 * second;
        j[2] = -first;
        j[3] = 0.0;
      });
}

/// Largest difference of x after 12 steps in two systems of units.
double difference_between_units(const char* damping, double first, double second) {
  LeastSquaresRun plain("levenberg_marquardt", {{"damping", damping}},
                        rosenbrock_in_units(1.0, 1.0));
  LeastSquaresRun scaled("levenberg_marquardt", {{"damping", damping}},
                         rosenbrock_in_units(first, second));
  for (int i = 0; i < 12; ++i) {
    EXPECT_EQ(plain.step(), StepStatus::ok);
    EXPECT_EQ(scaled.step(), StepStatus::ok);
  }
  return std::max(std::abs(plain.theta[0] - first * scaled.theta[0]),
                  std::abs(plain.theta[1] - second * scaled.theta[1]));
}

TEST(LevenbergMarquardt, WithMarquardtsDiagonalUnitsDoNotMatter) {
  EXPECT_LT(difference_between_units("marquardt", 64.0, 1.0 / 32.0), 1e-10);
  EXPECT_LT(difference_between_units("marquardt", 0.01, 300.0), 1e-10);
}

TEST(LevenbergMarquardt, WithLevenbergsIdentityUnitsMatter) {
  EXPECT_GT(difference_between_units("levenberg", 64.0, 1.0 / 32.0), 1e-3);
}

TEST(LevenbergMarquardt, DiagonalIsClampedFromBelow) {
  LeastSquaresRun run("levenberg_marquardt", {}, rosenbrock_in_units(1.0, 1e-9));
  ASSERT_EQ(run.step(), StepStatus::ok);
  EXPECT_EQ(run.at("scaling", 3), 1e-6);
  EXPECT_EQ(run.at("scaling", 0), run.at("jtj", 0));
  EXPECT_EQ(run.at("scaling", 1), 0.0);
}

TEST(LevenbergMarquardt, DampingIsExhaustedWhereNoStepHelps) {
  // the Jacobian has the wrong sign: every trial leads uphill
  LeastSquaresRun run("levenberg_marquardt", {},
                      test::squares_of(
                          1, {5.0}, [](const double* x, double* r) { r[0] = x[0] - 1.0; },
                          [](const double*, double* j) { j[0] = -1.0; }));
  EXPECT_EQ(run.finish(), StepStatus::damping_exhausted);
  EXPECT_EQ(run.theta[0], 5.0);
  EXPECT_LT(run.steps(), 30);
}

TEST(LevenbergMarquardt, DampingTooLargeForAnyStepIsExhausted) {
  LeastSquaresRun run("levenberg_marquardt", {{"initial_damping", "1e40"}}, problem_named("booth"));
  EXPECT_EQ(run.step(), StepStatus::damping_exhausted);
  EXPECT_EQ(run.theta, run.problem().start());
}

TEST(LevenbergMarquardt, RecoversFromADampingWhoseStepsAreBelowRoundOffOfTheFunction) {
  LeastSquaresRun run("levenberg_marquardt", {{"initial_damping", "1e14"}}, problem_named("booth"));
  EXPECT_EQ(run.finish(), StepStatus::converged);
  EXPECT_NEAR(run.theta[0], 1.0, 1e-14);
  EXPECT_NEAR(run.theta[1], 3.0, 1e-14);
}

}  // namespace fall_line::damping_test
