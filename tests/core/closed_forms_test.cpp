// Methods whose iterates on a quadratic are known in closed form, compared step by step.

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/support.hpp"

namespace fall_line::closed_forms_test {

using test::at;
using test::run_of;

constexpr double curvatures[] = {1.0, 20.0};
constexpr double start[] = {-8.0, 6.0};

Run descent_on_quadratic(const std::string& learning_rate, Index steps) {
  return run_of(
      "problem=quadratic\nmethod=gradient_descent\nmethod.learning_rate=" + learning_rate + "\n",
      steps);
}

TEST(GradientDescent, ErrorShrinksByOneMinusAlphaLambdaInEachDirection) {
  const auto run = descent_on_quadratic("0.04", 200);
  for (Index step = 0; step <= 200; ++step) {
    for (std::size_t i = 0; i < 2; ++i) {
      const double expected = std::pow(1.0 - 0.04 * curvatures[i], step) * start[i];
      ASSERT_NEAR(at(run, "theta", step, i), expected, 1e-12 * std::abs(start[i]))
          << "step " << step << ", coordinate " << i;
    }
  }
}

TEST(GradientDescent, ErrorFollowsTheClosedFormAlongTheEigenvectorsOfBooth) {
  // (1, 1)/√2 and (1, −1)/√2 with eigenvalues 18 and 2; start − minimizer = (−5, −7)
  const auto run =
      run_of("problem=booth\nmethod=gradient_descent\nmethod.learning_rate=0.05\n", 60);
  for (Index step = 0; step <= 60; ++step) {
    const double x = at(run, "theta", step, 0) - 1.0, y = at(run, "theta", step, 1) - 3.0;
    ASSERT_NEAR(x + y, std::pow(1.0 - 0.05 * 18.0, step) * -12.0, 1e-12) << "step " << step;
    ASSERT_NEAR(x - y, std::pow(1.0 - 0.05 * 2.0, step) * 2.0, 1e-12) << "step " << step;
  }
}

TEST(GradientDescent, RepeatsWithPeriodTwoAtTheStabilityBoundary) {
  const auto run = run_of(
      "problem=parabola\nproblem.curvature=4\nmethod=gradient_descent\nmethod.learning_rate=0.5\n"
      "start=1.5\n",
      101);
  EXPECT_EQ(at(run, "theta", 100), 1.5);
  EXPECT_EQ(at(run, "theta", 101), -1.5);
}

TEST(GradientDescent, ConvergesJustBelowTheBoundary) {
  const auto run = descent_on_quadratic("0.099", 2000);
  EXPECT_LT(at(run, "loss", 2000), 1e-12 * at(run, "loss", 0));
}

TEST(GradientDescent, DivergesBeyondTheBoundaryByTheClosedForm) {
  const auto run = descent_on_quadratic("0.11", 50);
  EXPECT_NEAR(at(run, "theta", 50, 1) / (6.0 * std::pow(1.0 - 0.11 * 20.0, 50)), 1.0, 1e-12);
}

TEST(Momentum, FollowsItsTwoByTwoRecurrence) {
  const double alpha = 0.02, beta = 0.8;
  const auto run = run_of(
      "problem=quadratic\nmethod=momentum\nmethod.learning_rate=0.02\nmethod.beta=0.8\n", 300);
  for (std::size_t i = 0; i < 2; ++i) {
    // (velocity, theta) ← M (velocity, theta), M = [[β, λ], [−αβ, 1 − αλ]]
    const double lambda = curvatures[i];
    double velocity = 0.0, theta = start[i];
    for (Index step = 1; step <= 300; ++step) {
      const double next = beta * velocity + lambda * theta;
      theta = -alpha * beta * velocity + (1.0 - alpha * lambda) * theta;
      velocity = next;
      ASSERT_NEAR(at(run, "theta", step, i), theta, 1e-12 * std::abs(start[i]))
          << "step " << step << ", coordinate " << i;
      ASSERT_NEAR(at(run, "velocity", step, i), velocity, 1e-11 * std::abs(start[i]))
          << "step " << step << ", coordinate " << i;
    }
  }
}

TEST(Momentum, TerminalVelocityIsTheGradientOverOneMinusBeta) {
  const auto run = run_of(
      "problem=constant_gradient\nmethod=momentum\nmethod.learning_rate=1\nmethod.beta=0.9\n", 500);
  EXPECT_NEAR(at(run, "delta", 500), -10.0, 1e-12);
}

TEST(Momentum, WithoutMemoryIsGradientDescent) {
  const auto momentum = run_of("problem=booth\nmethod=momentum\nmethod.beta=0\n", 100);
  const auto descent = run_of("problem=booth\nmethod=gradient_descent\n", 100);
  for (Index step = 0; step <= 100; ++step) {
    ASSERT_EQ(at(momentum, "theta", step, 0), at(descent, "theta", step, 0)) << "step " << step;
  }
}

TEST(Momentum, ConvergesBelowItsStableCurvatureAndDivergesAbove) {
  const auto loss_ratio = [](const std::string& learning_rate) {
    // stable for learning_rate < 2·(1 + 0.5)/4 = 0.75
    const auto run = run_of(
        "problem=parabola\nproblem.curvature=4\nmethod=momentum\nmethod.beta=0.5\n"
        "method.learning_rate=" +
            learning_rate + "\n",
        400);
    return at(run, "loss", 400) / at(run, "loss", 0);
  };
  EXPECT_LT(loss_ratio("0.74"), 1e-6);
  EXPECT_GT(loss_ratio("0.76"), 1e6);
}

class RmsPropFirstStep : public ::testing::TestWithParam<std::pair<const char*, double>> {};

TEST_P(RmsPropFirstStep, IsAlphaOverTheRootOfOneMinusBeta) {
  const auto [beta, printed] = GetParam();
  const auto run = run_of(
      "problem=constant_gradient\nproblem.slope=-7\nmethod=rmsprop\nmethod.learning_rate=1\n"
      "method.epsilon_place=none\nmethod.beta=" +
          std::string(beta) + "\n",
      1);
  const double delta = at(run, "delta", 1);
  EXPECT_NEAR(delta, 1.0 / std::sqrt(1.0 - std::stod(beta)), 1e-12 * delta);
  EXPECT_NEAR(delta, printed, 0.005 * printed);
}

INSTANTIATE_TEST_SUITE_P(RmsProp, RmsPropFirstStep,
                         ::testing::Values(std::pair{"0.9", 3.16}, std::pair{"0.99", 10.0},
                                           std::pair{"0.999", 31.6}));

TEST(RmsProp, SettlesAtAlphaOnAConstantGradient) {
  const auto run = run_of(
      "problem=constant_gradient\nmethod=rmsprop\nmethod.learning_rate=1\n"
      "method.epsilon_place=none\n",
      2000);
  EXPECT_NEAR(at(run, "delta", 2000), -1.0, 1e-12);
}

TEST(RmsProp, EpsilonInsideTheRootShortensSmallStepsMore) {
  const auto first_step = [](const std::string& place) {
    const auto run = run_of(
        "problem=constant_gradient\nproblem.slope=1e-6\nmethod=rmsprop\nmethod.learning_rate=1\n"
        "method.epsilon_place=" +
            place + "\n",
        1);
    return -at(run, "delta", 1);
  };
  EXPECT_NEAR(first_step("outside"), 1e-6 / (std::sqrt(0.1 * 1e-12) + 1e-8), 1e-12);
  EXPECT_NEAR(first_step("inside"), 1e-6 / std::sqrt(0.1 * 1e-12 + 1e-8), 1e-12);
}

}  // namespace fall_line::closed_forms_test
