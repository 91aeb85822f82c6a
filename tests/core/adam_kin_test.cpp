// AdaMax, AMSGrad and AdamW: what each has that Adam has not.

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/method_alone.hpp"
#include "tests/core/support.hpp"

namespace fall_line::adam_kin_test {

using test::at;
using test::MethodAlone;
using test::run_of;

TEST(AdaMax, EveryStepIsAlphaOnAConstantGradient) {
  MethodAlone method("adamax", {{"learning_rate", "1"}});
  for (int t = 1; t <= 1000; ++t) {
    method.step(-0.3);
    ASSERT_NEAR(method.value("delta"), 1.0, 1e-12) << "step " << t;
  }
}

TEST(AdaMax, DividesByTheLargestGradientWhichFades) {
  MethodAlone method("adamax", {{"beta2", "0.5"}});
  const double gradients[] = {8.0, 1.0, -3.0, 0.0, 0.0}, largest[] = {8.0, 4.0, 3.0, 1.5, 0.75};
  for (int t = 0; t < 5; ++t) {
    method.step(gradients[t]);
    EXPECT_EQ(method.value("u"), largest[t]) << "step " << t + 1;
  }
}

TEST(AdaMax, StaysWhereEveryGradientWasZero) {
  MethodAlone method("adamax", {}, 3.0);
  EXPECT_EQ(method.step(0.0), 3.0);
  EXPECT_EQ(method.value("u"), 0.0);
  EXPECT_LT(method.step(1.0), 3.0);
}

TEST(AdaMax, StepsDoNotDependOnTheScaleOfTheGradient) {
  MethodAlone unit("adamax"), scaled("adamax");
  for (int t = 1; t <= 100; ++t) {
    const double g = std::cos(t);
    ASSERT_NEAR(unit.step(g), scaled.step(1e-7 * g), 1e-15) << "step " << t;
  }
}

class AmsGradVariant : public ::testing::TestWithParam<const char*> {};

TEST_P(AmsGradVariant, SecondMomentNeverFalls) {
  MethodAlone method("amsgrad", {{"bias_correction", GetParam()}, {"beta2", "0.9"}});
  double largest = 0.0;
  for (int t = 1; t <= 200; ++t) {
    method.step(10.0 * std::cos(t) / t);
    ASSERT_GE(method.value("v_max"), largest) << "step " << t;
    largest = method.value("v_max");
  }
  EXPECT_LT(method.value("v"), 0.1 * largest) << "Adam’s own has fallen";
}

INSTANTIATE_TEST_SUITE_P(AmsGrad, AmsGradVariant, ::testing::Values("off", "after", "before"));

TEST(AmsGrad, IsAdamWhileTheSecondMomentRises) {
  for (const auto& [amsgrad, adam] : {std::pair{"off", "off"}, std::pair{"after", "on"}}) {
    MethodAlone one("amsgrad", {{"bias_correction", amsgrad}});
    MethodAlone other("adam", {{"bias_correction", adam}});
    for (int t = 1; t <= 100; ++t) {
      ASSERT_EQ(one.step(std::sqrt(t)), other.step(std::sqrt(t))) << amsgrad << ", step " << t;
    }
  }
}

// Reddi, Kale & Kumar 2018, section 3: the gradient is C once every three steps and −1
// otherwise, on average (C − 2)/3 > 0, so that θ ought to fall.
double end_of_reddis_example(const char* method) {
  MethodAlone alone(method, {{"learning_rate", "0.01"}, {"beta1", "0"}, {"beta2", "0.1"}});
  for (int t = 1; t <= 3000; ++t) {
    alone.set_learning_rate(0.1 / std::sqrt(t));
    alone.step(t % 3 == 1 ? 3.0 : -1.0);
  }
  return alone.theta();
}

TEST(AmsGrad, FallsWhereAdamClimbsOnReddisExample) {
  EXPECT_GT(end_of_reddis_example("adam"), 0.5);
  EXPECT_LT(end_of_reddis_example("amsgrad"), -0.5);
}

TEST(AdamW, ShrinksByOneMinusAlphaLambdaWithoutAGradient) {
  MethodAlone method("adamw", {{"learning_rate", "0.1"}, {"weight_decay", "0.5"}}, 8.0);
  for (int t = 1; t <= 100; ++t) {
    ASSERT_NEAR(method.step(0.0), 8.0 * std::pow(0.95, t), 1e-13) << "step " << t;
  }
}

TEST(AdamW, ShrinksByTheSameShareWhateverTheGradients) {
  const Settings settings = {{"learning_rate", "0.1"}, {"weight_decay", "0.5"}};
  for (const double scale : {1e-3, 1.0, 1e3}) {
    MethodAlone decayed("adamw", settings, 8.0), plain("adam", {{"learning_rate", "0.1"}}, 8.0);
    for (int t = 1; t <= 20; ++t) {
      const double before = decayed.theta(), adam_before = plain.theta();
      const double adam_step = plain.step(scale * std::sin(t)) - adam_before;
      ASSERT_NEAR(decayed.step(scale * std::sin(t)), 0.95 * before + adam_step, 1e-13)
          << "scale " << scale << ", step " << t;
    }
  }
}

TEST(AdamW, CoupledIsAdamOnThePenalisedFunction) {
  // ½·3·θ² + ½·0.5·θ² has the curvature 3.5
  const auto coupled = run_of(
      "problem=parabola\nproblem.curvature=3\nmethod=adamw\nmethod.decay=coupled\n"
      "method.weight_decay=0.5\n",
      200);
  const auto adam = run_of("problem=parabola\nproblem.curvature=3.5\nmethod=adam\n", 200);
  for (Index t = 0; t <= 200; ++t) {
    ASSERT_NEAR(at(coupled, "theta", t), at(adam, "theta", t), 1e-14) << "step " << t;
  }
}

TEST(AdamW, WithoutDecayIsAdamToTheBit) {
  const auto adam = run_of("problem=booth\nmethod=adam\n", 200);
  for (const char* decay : {"decoupled", "coupled"}) {
    const auto run = run_of("problem=booth\nmethod=adamw\nmethod.weight_decay=0\nmethod.decay=" +
                                std::string(decay) + "\n",
                            200);
    for (Index t = 0; t <= 200; ++t) {
      ASSERT_EQ(at(run, "theta", t, 1), at(adam, "theta", t, 1)) << decay << ", step " << t;
    }
  }
}

// Under a constant gradient every corrected average is that gradient, however small βᵗ has become.
TEST(AdamsKin, CorrectsRightForAMillionSteps) {
  for (const char* method : {"adamax", "amsgrad", "adamw"}) {
    const bool optional = std::string_view(method) == "amsgrad";
    MethodAlone alone(method, optional ? Settings{{"bias_correction", "after"}} : Settings{});
    for (int step = 1; step <= 1'000'000; ++step) {
      alone.step(0.7);
      ASSERT_NEAR(alone.value("m_hat"), 0.7, 1e-12) << method << ", step " << step;
    }
  }
}

}  // namespace fall_line::adam_kin_test
