// The variants lectures print: where they put epsilon, and the slips.

#include <gtest/gtest.h>

#include <cmath>

#include "core/analysis/diagnosis.hpp"
#include "core/analysis/measure.hpp"
#include "tests/core/support.hpp"

namespace fall_line::adam_variants_test {

using test::at;
using test::run_of;

const std::string unit_adam = "problem=constant_gradient\nmethod=adam\nmethod.learning_rate=1\n";

double step_length(const std::string& settings, Index step) {
  return -at(run_of(unit_adam + settings, step), "delta", step);
}

double answer(const std::string& text) { return measure(parse_measure(text)); }

TEST(AdamEpsilon, InsideTheRootShortensStepsOfSmallGradientsAHundredfold) {
  EXPECT_NEAR(step_length("problem.slope=1e-6\nmethod.epsilon_place=inside\n", 1), 0.0099, 1e-4);
  EXPECT_NEAR(step_length("problem.slope=1e-6\nmethod.epsilon_place=outside\n", 1), 0.990, 5e-4);
}

TEST(AdamEpsilon, OfTheGradientsSizeHalvesTheStepOutsideAndNearlyStopsItInside) {
  EXPECT_NEAR(step_length("problem.slope=1e-8\nmethod.epsilon_place=inside\n", 1), 1e-4, 1e-10);
  EXPECT_NEAR(step_length("problem.slope=1e-8\nmethod.epsilon_place=outside\n", 1), 0.5, 1e-12);
}

TEST(AdamEpsilon, NoneDividesZeroByZeroOnAZeroGradient) {
  const auto run = run_of(unit_adam + "problem.slope=0\nmethod.epsilon_place=none\n", 10);
  EXPECT_EQ(run.steps(), 0);
  EXPECT_EQ(run.status().reason, StopReason::non_finite);
  EXPECT_EQ(run.status().step, 1);
  EXPECT_EQ(diagnose(run).verdict, "zero_by_zero");
}

TEST(AdamEpsilon, KeepsAZeroGradientFinite) {
  for (const char* place : {"outside", "inside"}) {
    EXPECT_EQ(step_length("problem.slope=0\nmethod.epsilon_place=" + std::string(place) + "\n", 3),
              0.0)
        << place;
  }
}

TEST(AdamNoPower, StepsGrowFromAlpha) {
  const std::string slip = "method.bias_correction=no_power\n";
  EXPECT_NEAR(step_length(slip, 1), 1.0, 1e-7);
  EXPECT_NEAR(step_length(slip, 2), 1.34, 0.005);
  EXPECT_NEAR(step_length(slip, 3), 1.57, 0.005);
}

TEST(AdamNoPower, LongestStepIsTwiceAlphaAtTwelve) {
  const std::string question = unit_adam +
                               "method.bias_correction=no_power\n"
                               "measure.steps=1000\nmeasure.quantity=delta\n";
  EXPECT_NEAR(answer(question + "measure.reduction=minimum\n"), -2.08, 0.005);
  EXPECT_EQ(answer(question + "measure.reduction=step_of_minimum\n"), 12);
}

TEST(AdamNoPower, SettlesAtAThirdOfAlpha) {
  const double settled = std::sqrt(1.0 - 0.999) / (1.0 - 0.9);
  EXPECT_NEAR(settled, 0.317, 0.001);
  EXPECT_NEAR(step_length("method.bias_correction=no_power\nmethod.epsilon_place=none\n", 50'000),
              settled, 1e-12);
}

TEST(AdamOldIndex, FirstStepIsExactlyZero) {
  EXPECT_EQ(step_length("method.bias_correction=old_index\n", 1), 0.0);
}

TEST(AdamOldIndex, IsNoPowerOneStepLate) {
  EXPECT_EQ(step_length("method.bias_correction=old_index\n", 13),
            step_length("method.bias_correction=no_power\n", 12));
}

TEST(AdamMultiplied, FirstStepIsTenAlpha) {
  EXPECT_NEAR(step_length("method.bias_correction=multiplied\nmethod.epsilon_place=none\n", 1),
              10.0, 1e-9);
}

TEST(AdamMultiplied, TwelfthStepIsFortyThreeAlpha) {
  EXPECT_NEAR(step_length("method.bias_correction=multiplied\n", 12), 43.1, 0.05);
}

std::vector<double> on_x_squared(const std::string& sign) {
  const auto run = run_of(
      "problem=parabola\nmethod=adam\nmethod.learning_rate=0.1\nstart=1\n"
      "method.gradient_sign=" +
          sign + "\n",
      4);
  std::vector<double> positions;
  for (Index step = 1; step <= 4; ++step) positions.push_back(at(run, "theta", step));
  return positions;
}

TEST(AdamGradientSign, MinusClimbsOnXSquared) {
  const auto x = on_x_squared("minus");
  EXPECT_NEAR(x[0], 1.1, 5e-4);
  EXPECT_NEAR(x[1], 1.2, 5e-4);
  EXPECT_NEAR(x[2], 1.3, 5e-4);
  EXPECT_NEAR(x[3], 1.401, 5e-4);
}

TEST(AdamGradientSign, PlusDescendsOnXSquared) {
  const auto x = on_x_squared("plus");
  EXPECT_NEAR(x[0], 0.9, 5e-4);
  EXPECT_NEAR(x[1], 0.8, 5e-4);
  EXPECT_NEAR(x[2], 0.702, 5e-4);
  EXPECT_NEAR(x[3], 0.604, 5e-4);
}

TEST(AdamGradientSign, MinusMirrorsPlusOnAConstantGradient) {
  const auto plus = run_of(unit_adam, 100);
  const auto minus = run_of(unit_adam + "method.gradient_sign=minus\n", 100);
  for (Index step = 1; step <= 100; ++step) {
    ASSERT_EQ(at(minus, "delta", step), -at(plus, "delta", step)) << "step " << step;
  }
}

TEST(AdamOptions, DefaultToThePaper) {
  const auto by_default = run_of("problem=booth\nmethod=adam\n", 50);
  const auto spelt_out = run_of(
      "problem=booth\nmethod=adam\nmethod.bias_correction=on\nmethod.gradient_sign=plus\n"
      "method.epsilon_place=outside\nmethod.learning_rate=0.001\nmethod.beta1=0.9\n"
      "method.beta2=0.999\nmethod.epsilon=1e-8\n",
      50);
  EXPECT_EQ(at(by_default, "theta", 50), at(spelt_out, "theta", 50));
}

}  // namespace fall_line::adam_variants_test
