// What is special about AdaGrad, RMSProp, AdaDelta and the places of Adam's ε.

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/method_alone.hpp"
#include "tests/core/support.hpp"

namespace fall_line::scaled_gradient_test {

using test::at;
using test::MethodAlone;
using test::run_of;

class ScaleFreeFirstStep : public ::testing::TestWithParam<const char*> {};

TEST_P(ScaleFreeFirstStep, IsAlphaTimesTheSignOfTheGradient) {
  for (const double gradient : {1e-100, -1e-5, 3.0, -2e8, 1e100}) {
    Settings settings = {{"learning_rate", "0.25"}};
    if (find_method(GetParam()).settings.options.size() > 1) {
      settings.emplace_back("epsilon_place", "none");
    }
    MethodAlone method(GetParam(), settings);
    EXPECT_NEAR(method.step(gradient), -std::copysign(0.25, gradient), 1e-15) << gradient;
  }
}

INSTANTIATE_TEST_SUITE_P(Adaptive, ScaleFreeFirstStep,
                         ::testing::Values("adagrad", "adam", "adamax"));

TEST(AdaGrad, StepsShrinkLikeOneOverTheRootOfTOnAConstantGradient) {
  for (const char* form : {"sum", "root_mean_square"}) {
    MethodAlone method("adagrad",
                       {{"learning_rate", "1"}, {"epsilon_place", "none"}, {"form", form}});
    for (int t = 1; t <= 100; ++t) {
      method.step(-7.0);
      ASSERT_NEAR(method.value("delta"), 1.0 / std::sqrt(t), 1e-15) << form << ", step " << t;
    }
  }
}

TEST(AdaGrad, FormsDifferByNothingButRoundOff) {
  const std::string setup =
      "problem=booth\nmethod=adagrad\nmethod.learning_rate=1\nmethod.epsilon_place=none\n"
      "method.form=";
  const auto sum = run_of(setup + "sum\n", 300), mean = run_of(setup + "root_mean_square\n", 300);
  for (Index t = 1; t <= 300; ++t) {
    ASSERT_NEAR(at(sum, "theta", t), at(mean, "theta", t), 1e-13) << "step " << t;
    ASSERT_NEAR(at(mean, "scale", t) / at(sum, "scale", t) * std::sqrt(t), 1.0, 1e-14);
    ASSERT_NEAR(at(mean, "rate", t) / at(sum, "rate", t) * std::sqrt(t), 1.0, 1e-14);
  }
}

TEST(AdaGrad, DenominatorNeverFalls) {
  const auto run = run_of("problem=noisy_gradient\nmethod=adagrad\nseed=5\n", 300);
  for (Index t = 2; t <= 300; ++t) {
    ASSERT_GE(at(run, "scale", t), at(run, "scale", t - 1)) << "step " << t;
  }
}

TEST(AdaGrad, StaysWhereEveryGradientWasZero) {
  for (const Settings& settings :
       {Settings{{"epsilon_place", "none"}}, Settings{{"epsilon", "0"}},
        Settings{{"epsilon", "0"}, {"epsilon_place", "inside"}},
        Settings{{"epsilon_place", "none"}, {"form", "root_mean_square"}}}) {
    MethodAlone method("adagrad", settings, 3.0);
    EXPECT_EQ(method.step(0.0), 3.0);
    EXPECT_LT(method.step(1.0), 3.0) << "and moves when one comes";
  }
}

TEST(RmsProp, WithoutEpsilonDividesZeroByZeroOnAZeroGradient) {
  MethodAlone method("rmsprop", {{"epsilon_place", "none"}});
  EXPECT_TRUE(std::isnan(method.step(0.0)));
}

// Of a gradient of ε's own size: 1/(1 + 1), 1/√(1 + 1/ε), 1/(1 + 1/√(1 − β₂))
TEST(Adam, PlacesOfEpsilonDifferWhereTheGradientIsOfItsSize) {
  const auto first_step = [](const char* place) {
    return -MethodAlone("adam", {{"learning_rate", "1"}, {"epsilon_place", place}}).step(1e-8);
  };
  EXPECT_NEAR(first_step("outside"), 0.5, 1e-12);
  EXPECT_NEAR(first_step("inside"), 1.0 / std::sqrt(1.0 + 1e8), 1e-12);
  EXPECT_NEAR(first_step("rescaled"), 1.0 / (1.0 + 1.0 / std::sqrt(0.001)), 1e-12);
  EXPECT_NEAR(first_step("none"), 1.0, 1e-12);
}

TEST(AdaDelta, FirstStepIsSetByEpsilon) {
  for (const double g : {1e-3, 1.0, -50.0}) {
    MethodAlone method("adadelta");
    EXPECT_NEAR(method.step(g), -std::sqrt(1e-6) / std::sqrt(0.05 * g * g + 1e-6) * g, 1e-15);
  }
}

TEST(AdaDelta, AveragesStepsOnlyAfterTheyAreTaken) {
  MethodAlone method("adadelta");
  const double first = method.step(2.0);
  EXPECT_NEAR(method.value("u"), 0.05 * first * first, 1e-18);
  method.step(2.0);
  const double s = 0.05 * 4.0 * 1.95;
  EXPECT_NEAR(method.value("raw"),
              -std::sqrt(0.05 * first * first + 1e-6) / std::sqrt(s + 1e-6) * 2.0, 1e-15);
}

TEST(AdaDelta, StepsDoNotDependOnTheScaleOfLargeGradients) {
  MethodAlone small("adadelta"), large("adadelta");
  for (int t = 1; t <= 100; ++t) {
    const double g = std::cos(t) * 1e3;
    small.step(g);
    large.step(1e6 * g);
    ASSERT_NEAR(small.theta(), large.theta(), 1e-9) << "step " << t;
  }
}

TEST(AdaDelta, NeedsAnEpsilonToStart) {
  const auto refusal = test::refusal_of([] { MethodAlone("adadelta", {{"epsilon", "0"}}); });
  EXPECT_EQ(refusal.message, "method.epsilon: got 0; allowed: a number > 0");
}

}  // namespace fall_line::scaled_gradient_test
