// What every first-order method promises: it keeps to its own state, refuses other dimensions,
// and takes minibatches.

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/method_on_problem.hpp"
#include "tests/core/support.hpp"

namespace fall_line::first_order_test {

using test::at;
using test::run_of;

constexpr const char* names[] = {"gradient_descent", "momentum", "nesterov", "adagrad",
                                 "rmsprop",          "adadelta", "adam",     "adamax",
                                 "amsgrad",          "adamw",    "svrg"};

class FirstOrderMethod : public ::testing::TestWithParam<const char*> {};

struct AtWork : test::MethodOnProblem {
  explicit AtWork(const char* name)
      : MethodOnProblem(find_method(name), test::problem_for(find_method(name))) {}
};

TEST_P(FirstOrderMethod, StepsOfOneDoNotTouchAnother) {
  AtWork alone(GetParam()), one(GetParam()), other(GetParam());
  other.theta[0] += 1.0;
  for (int t = 0; t < 20; ++t) {
    ASSERT_EQ(alone.step(), StepStatus::ok);
    ASSERT_EQ(one.step(), StepStatus::ok);
    ASSERT_EQ(other.step(), StepStatus::ok);
    ASSERT_EQ(one.theta, alone.theta) << "step " << t + 1;
  }
  EXPECT_NE(other.theta, alone.theta);
}

TEST_P(FirstOrderMethod, StepOfAnotherDimensionChangesNothing) {
  AtWork disturbed(GetParam()), left_alone(GetParam());
  std::vector<double> longer(disturbed.theta.size() + 1, 1.0);
  const auto before = longer;
  for (int t = 0; t < 3; ++t) {
    EXPECT_EQ(disturbed.method->step(longer, longer, &disturbed.objective),
              StepStatus::dimension_mismatch);
    ASSERT_EQ(disturbed.step(), StepStatus::ok);
    ASSERT_EQ(left_alone.step(), StepStatus::ok);
  }
  EXPECT_EQ(longer, before);
  EXPECT_EQ(disturbed.theta, left_alone.theta);
}

TEST_P(FirstOrderMethod, MinibatchOfEveryExampleIsTheWholeMean) {
  const std::string setup =
      "problem=linear_regression\nmethod.learning_rate=0.0001\nmethod=" + std::string(GetParam()) +
      "\n";
  const auto whole = run_of(setup, 30), batched = run_of(setup + "batch.size=3\n", 30);
  ASSERT_EQ(batched.steps(), 30);
  for (Index t = 1; t <= 30; ++t) {
    for (std::size_t i = 0; i < 2; ++i) {
      const double expected = at(whole, "theta", t, i);
      ASSERT_NEAR(at(batched, "theta", t, i), expected, 1e-9 * (1.0 + std::abs(expected)))
          << "step " << t;
    }
  }
}

TEST_P(FirstOrderMethod, LearnsFromOneExampleAStep) {
  const auto run =
      run_of("problem=linear_regression\nmethod.learning_rate=0.0001\nbatch.size=1\nmethod=" +
                 std::string(GetParam()) + "\n",
             60);
  ASSERT_EQ(run.steps(), 60);
  EXPECT_EQ(run.steps_per_epoch(), 3);
  EXPECT_LT(at(run, "loss", 60), at(run, "loss", 0));
}

INSTANTIATE_TEST_SUITE_P(Methods, FirstOrderMethod, ::testing::ValuesIn(names),
                         [](const auto& info) { return std::string(info.param); });

}  // namespace fall_line::first_order_test
