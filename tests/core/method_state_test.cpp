// Every method keeps to its own state and to the dimension it was made for.

#include <gtest/gtest.h>

#include "tests/core/method_on_problem.hpp"
#include "tests/core/support.hpp"

namespace fall_line::method_state_test {

using test::MethodOnProblem;

TEST(Methods, RefuseAThetaOrAnObjectiveOfAnotherDimension) {
  for (const auto& declaration : methods()) {
    const auto name = declaration.name;
    MethodOnProblem work(declaration, test::problem_for(declaration));
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
    const auto name = declaration.name;
    const auto& problem = test::problem_for(declaration);
    MethodOnProblem alone(declaration, problem), one(declaration, problem),
        other(declaration, problem);
    other.theta[0] += 0.5;
    for (int t = 0; t < 8; ++t) {
      const auto expected = alone.step();
      ASSERT_EQ(one.step(), expected) << name;
      static_cast<void>(other.step());
      ASSERT_EQ(one.theta, alone.theta) << name << ", step " << t + 1;
    }
  }
}

}  // namespace fall_line::method_state_test
