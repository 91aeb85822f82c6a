// What every first-order method promises: it keeps to its own state, refuses other dimensions,
// and takes minibatches.

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/support.hpp"

namespace fall_line {
namespace {

using test::at;
using test::run_of;

constexpr const char* names[] = {"gradient_descent", "momentum", "nesterov", "adagrad",
                                 "rmsprop",          "adadelta", "adam",     "adamax",
                                 "amsgrad",          "adamw",    "svrg"};

class FirstOrderMethod : public ::testing::TestWithParam<const char*> {};

/// Two objects of the method under test, each with a problem of its own.
struct AtWork {
  explicit AtWork(const char* name)
      : problem(test::problem_for(find_method(name)).create({})),
        objective(*problem, random),
        method(find_method(name).create({}, objective)),
        theta(problem->start()),
        gradient(theta.size()) {}

  StepStatus step() {
    problem->gradient(theta.data(), gradient.data());
    return method->step(theta, gradient, &objective);
  }

  std::unique_ptr<AnyProblem> problem;
  Random random{1};
  Objective objective;
  std::unique_ptr<AnyMethod> method;
  std::vector<double> theta, gradient;
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

TEST(Methods, RefuseAThetaOrAnObjectiveOfAnotherDimension) {
  for (const auto& declaration : methods()) {
    const std::string name(declaration.name);
    AtWork work(name.c_str());
    const auto before = work.theta;
    std::vector<double> longer(work.theta.size() + 1, 1.0);
    EXPECT_EQ(work.method->step(longer, longer, &work.objective), StepStatus::dimension_mismatch)
        << name;
    if (work.method->asks_objective()) {
      const auto other = find_problem("rosenbrock").create({{"dimension", "9"}});
      Objective elsewhere(*other, work.random);
      EXPECT_EQ(work.method->step(work.theta, work.gradient, &elsewhere),
                StepStatus::dimension_mismatch)
          << name;
      EXPECT_EQ(work.method->step(work.theta, work.gradient, nullptr),
                StepStatus::objective_missing)
          << name;
    }
    EXPECT_EQ(work.theta, before) << name;
  }
}

TEST(Methods, ShareNoStateWithOthersOfTheirKind) {
  for (const auto& declaration : methods()) {
    const std::string name(declaration.name);
    AtWork alone(name.c_str()), one(name.c_str()), other(name.c_str());
    other.theta[0] += 0.5;
    for (int t = 0; t < 8; ++t) {
      const auto expected = alone.step();
      ASSERT_EQ(one.step(), expected) << name;
      static_cast<void>(other.step());
      ASSERT_EQ(one.theta, alone.theta) << name << ", step " << t + 1;
    }
  }
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

}  // namespace
}  // namespace fall_line
