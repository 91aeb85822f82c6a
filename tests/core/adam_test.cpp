// What bias correction does: the numbers the Adam lesson quotes, from the core that shows them.

#include <gtest/gtest.h>

#include <cmath>

#include "core/analysis/measure.hpp"
#include "core/catalog/number_text.hpp"
#include "tests/core/support.hpp"

namespace fall_line::adam_test {

using test::at;
using test::run_of;

// With learning rate 1 a step is its own multiple of alpha.
const std::string unit_adam = "problem=constant_gradient\nmethod=adam\nmethod.learning_rate=1\n";

double answer(const std::string& text) { return measure(parse_measure(text)); }

struct Factor {
  const char* quantity;
  Index step;
  double printed;
  double half_of_last_digit;
};

class CorrectionFactor : public ::testing::TestWithParam<Factor> {};

TEST_P(CorrectionFactor, IsTheNumberTheLessonPrints) {
  const Factor& factor = GetParam();
  EXPECT_NEAR(at(run_of(unit_adam, factor.step), factor.quantity, factor.step), factor.printed,
              factor.half_of_last_digit);
}

INSTANTIATE_TEST_SUITE_P(Adam, CorrectionFactor,
                         ::testing::Values(Factor{"correction1", 1, 10, 1e-12},
                                           Factor{"correction1", 2, 5.26, 0.005},
                                           Factor{"correction1", 10, 1.54, 0.005},
                                           Factor{"correction2", 1, 1000, 1e-9},
                                           Factor{"correction2", 2, 500.3, 0.05},
                                           Factor{"correction2", 10, 100.4, 0.1}));

TEST(Adam, FirstStepIsAlphaTimesSignOfGradient) {
  const auto first_step = [](const char* slope) {
    return at(run_of(unit_adam + "method.epsilon_place=none\nproblem.slope=" + slope + "\n", 1),
              "delta", 1);
  };
  EXPECT_NEAR(first_step("3.7"), -1.0, 1e-15);
  EXPECT_NEAR(first_step("-3.7"), 1.0, 1e-15);
}

TEST(Adam, EveryStepIsAlphaOnAConstantGradient) {
  const auto run = run_of(unit_adam + "method.epsilon_place=none\n", 1000);
  for (Index step = 1; step <= 1000; ++step) {
    ASSERT_NEAR(at(run, "delta", step), -1.0, 1e-12) << "step " << step;
  }
}

TEST(Adam, EpsilonShortensAStepByItsShareOfTheGradient) {
  EXPECT_NEAR(at(run_of(unit_adam, 1), "delta", 1), -1.0 / (1.0 + 1e-8), 1e-15);
}

TEST(Adam, UncorrectedFirstStepIsTooLong) {
  EXPECT_NEAR(at(run_of(unit_adam + "method.bias_correction=off\n", 1), "delta", 1), -3.16, 0.005);
}

TEST(Adam, UncorrectedLongestStepComesAtTwelve) {
  const std::string question = unit_adam +
                               "method.bias_correction=off\n"
                               "measure.steps=1000\nmeasure.quantity=delta\n";
  EXPECT_NEAR(answer(question + "measure.reduction=minimum\n"), -6.57, 0.005);
  EXPECT_EQ(answer(question + "measure.reduction=step_of_minimum\n"), 12);
}

TEST(Adam, UncorrectedStepIsStillTooLongAfterAThousand) {
  EXPECT_NEAR(at(run_of(unit_adam + "method.bias_correction=off\n", 1000), "delta", 1000), -1.26,
              0.005);
}

TEST(Adam, FirstMomentIsNinetyNinePercentUnbiasedAfter44Steps) {
  EXPECT_EQ(answer(unit_adam + "measure.steps=100\nmeasure.quantity=weight1\n"
                               "measure.reduction=first_step_above\nmeasure.level=0.99\n"),
            44);
}

TEST(Adam, SecondMomentIsNinetyNinePercentUnbiasedAfter4603Steps) {
  EXPECT_EQ(answer(unit_adam + "measure.steps=5000\nmeasure.quantity=weight2\n"
                               "measure.reduction=first_step_above\nmeasure.level=0.99\n"),
            4603);
}

// The gradients of both runs differ by the factor `scale` and nothing else.
Run noisy_run(double scale) {
  return run_of(
      "problem=noisy_gradient\nmethod=adam\nmethod.epsilon_place=none\nseed=11\n"
      "problem.slope=" +
          exact_text(scale) + "\nproblem.noise=" + exact_text(0.5 * scale) + "\n",
      200);
}

TEST(Adam, StepsDoNotDependOnTheScaleOfTheGradient) {
  const auto unit = noisy_run(1.0);
  for (const double scale : {1e-5, 1e-3, 0.1, 10.0, 1e3, 1e5}) {
    const auto scaled = noisy_run(scale);
    for (Index step = 1; step <= 200; ++step) {
      ASSERT_NEAR(at(scaled, "delta", step), at(unit, "delta", step), 1e-15)
          << "scale " << scale << ", step " << step;
    }
  }
}

TEST(Adam, ScalingTheGradientByAPowerOfTwoChangesNoBitOfTheSteps) {
  const auto unit = noisy_run(1.0), scaled = noisy_run(1024.0);
  for (Index step = 1; step <= 200; ++step) {
    ASSERT_EQ(at(scaled, "delta", step), at(unit, "delta", step)) << "step " << step;
  }
}

// Takes steps without a run, so that a million of them need no memory.
class AdamAlone {
 public:
  explicit AdamAlone(const Settings& settings)
      : method_(find_method("adam").create_for(settings, 1)), values_(7) {}

  /// The quantities of the next step: m, v, correction1, correction2, m_hat, v_hat, delta.
  const std::vector<double>& step(double gradient) {
    EXPECT_EQ(
        method_->traced_step({&theta_, 1}, {&gradient, 1}, nullptr, Tape{values_.data(), offsets}),
        StepStatus::ok);
    return values_;
  }

  void reconfigure(const Settings& settings) {
    method_->reconfigure(find_method("adam").values(settings));
  }

 private:
  std::unique_ptr<AnyMethod> method_;
  std::vector<double> values_;
  static constexpr Index offsets[] = {0, 1, 2, 3, 4, 5, 6};
  double theta_ = 0.0;
};

TEST(Adam, RunningPowersAgreeWithPowOverAMillionSteps) {
  AdamAlone adam(Settings{});
  for (int step = 1; step <= 1'000'000; ++step) {
    const auto& values = adam.step(1.0);
    const double first = 1.0 / (1.0 - std::pow(0.9, step));
    const double second = 1.0 / (1.0 - std::pow(0.999, step));
    ASSERT_LE(std::abs(values[2] - first), 1e-12 * first) << "step " << step;
    ASSERT_LE(std::abs(values[3] - second), 1e-12 * second) << "step " << step;
  }
}

TEST(Adam, ReconfigureKeepsTheMoments) {
  AdamAlone adam(Settings{{"bias_correction", "off"}});
  adam.step(2.0);
  adam.reconfigure({{"bias_correction", "on"}});
  const auto& values = adam.step(2.0);
  EXPECT_NEAR(values[0], 2.0 * (1.0 - 0.81), 1e-15);
  EXPECT_NEAR(values[4], 2.0, 1e-15);
}

TEST(Adam, StepsOfAnotherDimensionChangeNothing) {
  const auto adam = find_method("adam").create_for({}, 2);
  double theta[] = {1.0, 2.0, 3.0};
  const double gradient[] = {1.0, 1.0, 1.0};
  EXPECT_EQ(adam->step({theta, 3}, {gradient, 3}), StepStatus::dimension_mismatch);
  EXPECT_EQ(adam->step({theta, 2}, {gradient, 1}), StepStatus::dimension_mismatch);
  EXPECT_EQ(theta[0], 1.0);
  EXPECT_EQ(theta[1], 2.0);
  EXPECT_EQ(adam->step({theta, 2}, {gradient, 2}), StepStatus::ok);
  EXPECT_NEAR(theta[0], 1.0 - 1e-3, 1e-10) << "the refused steps left a trace in the moments";
}

TEST(Adam, UntracedAndTracedStepsAreTheSame) {
  const auto untraced = find_method("adam").create_for({}, 1);
  const auto run = run_of("problem=noisy_gradient\nmethod=adam\n", 50);
  double theta = 0.0;
  for (Index step = 1; step <= 50; ++step) {
    const double gradient = at(run, "gradient", step);
    ASSERT_EQ(untraced->step({&theta, 1}, {&gradient, 1}), StepStatus::ok);
    ASSERT_EQ(theta, at(run, "theta", step)) << "step " << step;
  }
}

}  // namespace fall_line::adam_test
