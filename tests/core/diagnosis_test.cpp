// Each verdict has a run that deserves it, and its near neighbour that does not.

#include "core/analysis/diagnosis.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/support.hpp"

namespace fall_line::diagnosis_test {

using test::run_of;

std::string_view verdict(const std::string& spec, Index steps) {
  return diagnose(run_of(spec, steps)).verdict;
}

double number(const Diagnosis& diagnosis, std::string_view name) {
  for (const auto& [key, value] : diagnosis.numbers) {
    if (key == name) return value;
  }
  return not_yet;
}

std::string descent_on_booth(const std::string& learning_rate) {
  return "problem=booth\nmethod=gradient_descent\nmethod.learning_rate=" + learning_rate + "\n";
}

TEST(Diagnosis, ZeroByZeroNamesStepAndCoordinate) {
  const auto diagnosis = diagnose(run_of(
      "problem=quadratic\nproblem.curvature2=0\nmethod=rmsprop\nmethod.epsilon_place=none\n", 5));
  EXPECT_EQ(diagnosis.verdict, "zero_by_zero");
  EXPECT_EQ(number(diagnosis, "step"), 1.0);
  EXPECT_EQ(number(diagnosis, "coordinate"), 1.0);
}

TEST(Diagnosis, AnOverflowingStepIsNotZeroByZero) {
  EXPECT_EQ(verdict("problem=constant_gradient\nproblem.slope=1e100\nmethod=gradient_descent\n"
                    "method.learning_rate=1e300\n",
                    5),
            "diverged");
}

TEST(Diagnosis, ADivisionByAnUnderflowingSquareIsNotZeroByZero) {
  // g = 1e-200: g² is 0 but g is not, so the quotient is infinite
  EXPECT_EQ(verdict("problem=constant_gradient\nproblem.slope=1e-200\nmethod=rmsprop\n"
                    "method.epsilon_place=none\n",
                    5),
            "diverged");
}

TEST(Diagnosis, AscendingWhenEveryStepGoesUphill) {
  const auto diagnosis =
      diagnose(run_of("problem=booth\nmethod=adam\nmethod.gradient_sign=minus\n", 20));
  EXPECT_EQ(diagnosis.verdict, "ascending");
  EXPECT_EQ(number(diagnosis, "steps"), 20.0);
}

TEST(Diagnosis, OvershootingWhenTheLearningRateIsTooLargeForTheCurvature) {
  const auto diagnosis = diagnose(run_of(descent_on_booth("0.12"), 20));
  EXPECT_EQ(diagnosis.verdict, "overshooting");
  EXPECT_EQ(number(diagnosis, "learning_rate"), 0.12);
  EXPECT_NEAR(number(diagnosis, "curvature"), 18.0, 1e-13);
  EXPECT_NEAR(number(diagnosis, "stable_curvature"), 16.67, 0.005);
  EXPECT_NEAR(number(diagnosis, "factor"), -1.16, 1e-12);
}

TEST(Diagnosis, JustStableIsNotOvershooting) {
  EXPECT_EQ(verdict(descent_on_booth("0.11"), 20), "oscillating");
}

TEST(Diagnosis, OvershootingStaysSoAfterTheRunHasStopped) {
  EXPECT_EQ(verdict(descent_on_booth("0.12"), 100'000), "overshooting");
}

TEST(Diagnosis, OvershootingOfMomentumHasNoSingleFactor) {
  // stable for curvatures below 2·1.9/0.3 = 12.67
  const auto diagnosis =
      diagnose(run_of("problem=booth\nmethod=momentum\nmethod.learning_rate=0.3\n", 20));
  EXPECT_EQ(diagnosis.verdict, "overshooting");
  EXPECT_NEAR(number(diagnosis, "stable_curvature"), 12.67, 0.005);
  EXPECT_TRUE(std::isnan(number(diagnosis, "factor")));
}

TEST(Diagnosis, MomentumMayTakeLargerStepsThanDescent) {
  EXPECT_NE(verdict("problem=booth\nmethod=momentum\nmethod.learning_rate=0.2\n", 20),
            "overshooting");
}

TEST(Diagnosis, DivergedWhenTheLossHasRisenFarBeyondItsEarlyRange) {
  // uphill against the noise, so not at every step, for a long time
  const auto diagnosis = diagnose(
      run_of("problem=noisy_gradient\nproblem.noise=2\nmethod=adam\nmethod.gradient_sign=minus\n"
             "method.learning_rate=0.1\n",
             200'000));
  EXPECT_EQ(diagnosis.verdict, "diverged");
  EXPECT_GT(number(diagnosis, "loss"), 1000.0);
}

TEST(Diagnosis, AStepPastAMinimumNearbyIsNotDiverged) {
  const auto run =
      run_of("problem=parabola\nmethod=adam\nmethod.learning_rate=0.1\nstart=0.001\n", 3);
  EXPECT_GT(test::at(run, "loss", 3), 1e3 * test::at(run, "loss", 0));
  EXPECT_EQ(diagnose(run).verdict, "climbing");
}

TEST(Diagnosis, OscillatingWhenStepsTurnBackAndForth) {
  const auto diagnosis = diagnose(
      run_of("problem=quadratic\nmethod=gradient_descent\nmethod.learning_rate=0.095\n", 12));
  EXPECT_EQ(diagnosis.verdict, "oscillating");
  EXPECT_EQ(number(diagnosis, "coordinate"), 1.0);
}

TEST(Diagnosis, TenStepsAreNeededToCallItOscillating) {
  EXPECT_EQ(verdict(descent_on_booth("0.11"), 9), "descending");
  EXPECT_EQ(verdict(descent_on_booth("0.11"), 10), "oscillating");
}

TEST(Diagnosis, ArrivedWhenTheGradientHasNearlyVanished) {
  const auto run = run_of(descent_on_booth("0.05"), 200);
  const auto diagnosis = diagnose(run);
  EXPECT_EQ(diagnosis.verdict, "arrived");
  EXPECT_LE(number(diagnosis, "gradient_norm"), 1e-6 * std::hypot(66.0, 78.0));
  EXPECT_EQ(number(diagnosis, "loss"), test::at(run, "loss", 200));
}

TEST(Diagnosis, ArrivedComesBeforeOscillating) {
  EXPECT_EQ(verdict(descent_on_booth("0.1"), 200), "arrived");
}

TEST(Diagnosis, ClimbingWhenTheLossIsHigherThanTenStepsAgo) {
  const std::string ball = "problem=parabola\nmethod=momentum\nmethod.learning_rate=0.01\n";
  const auto diagnosis = diagnose(run_of(ball, 24));  // rolling up the far side
  EXPECT_EQ(diagnosis.verdict, "climbing");
  EXPECT_EQ(number(diagnosis, "before"), 10.0);
  EXPECT_EQ(verdict(ball, 36), "descending");
}

TEST(Diagnosis, DescendingOtherwise) {
  const auto diagnosis = diagnose(run_of(descent_on_booth("0.01"), 4));
  EXPECT_EQ(diagnosis.verdict, "descending");
  EXPECT_EQ(number(diagnosis, "before"), 4.0);
}

TEST(Diagnosis, OfARunAtItsStartIsDescending) {
  EXPECT_EQ(verdict(descent_on_booth("0.01"), 0), "descending");
}

TEST(Diagnosis, OfAMethodThatSaysItHasConvergedIsArrived) {
  EXPECT_EQ(verdict("problem=booth\nmethod=newton\nstart=0,0\n", 10), "arrived");
  EXPECT_EQ(verdict("problem=booth\nmethod=bfgs\nstart=1,3\n", 10), "arrived");
}

TEST(Diagnosis, OfAMethodWithoutAStepToTakeIsStuck) {
  const auto run = run_of("problem=constant_gradient\nmethod=newton\n", 10);
  EXPECT_EQ(run.status().reason, StopReason::singular);
  EXPECT_EQ(diagnose(run).verdict, "stuck");
}

TEST(Diagnosis, OfMoreDimensionsThanASpectrumHasDoesWithoutIt) {
  const auto run = run_of(
      "problem=rosenbrock\nproblem.dimension=1000\nmethod=gradient_descent\n"
      "method.learning_rate=0.0001\n",
      20);
  EXPECT_EQ(diagnose(run).verdict, "descending");
}

}  // namespace fall_line::diagnosis_test
