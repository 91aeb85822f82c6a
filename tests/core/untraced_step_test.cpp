// A step without a trace is compiled for wider vectors too; its bits are those of the traced one.

#include <gtest/gtest.h>

#include "core/trace/step_quantities.hpp"
#include "tests/core/method_on_problem.hpp"

namespace fall_line::untraced_step_test {

using test::MethodOnProblem;

class UntracedStep : public ::testing::TestWithParam<const MethodDeclaration*> {};

/// A problem of about 37 coordinates, whole vectors and a rest, whatever their width.
struct Subject {
  const char* problem;
  Settings settings;
};

Subject subject_for(Needs needs) {
  switch (needs) {
    case Needs::residuals:
      return {"rosenbrock", {{"dimension", "37"}}};
    case Needs::terms:
      return {"mlp", {{"hidden1", "9"}}};
    case Needs::nothing:
      break;
  }
  return {"spectral_quadratic", {{"dimension", "37"}}};
}

TEST_P(UntracedStep, HasTheBitsOfATracedOne) {
  const auto& declaration = *GetParam();
  const auto [name, settings] = subject_for(declaration.needs);
  const auto& problem = find_problem(name);
  MethodOnProblem traced(declaration, problem, settings), untraced(declaration, problem, settings);
  Trace trace(declaration.quantities, traced.problem->dimension());
  constexpr int steps = 12;
  trace.reserve(steps);
  for (int step = 0; step < steps; ++step) {
    traced.problem->gradient(traced.theta.data(), traced.gradient.data());
    const auto status = traced.method->traced_step(traced.theta, traced.gradient, &traced.objective,
                                                   trace.append_row());
    ASSERT_EQ(untraced.step(), status);
    if (status != StepStatus::ok) break;
    ASSERT_EQ(traced.theta, untraced.theta) << "step " << step;
  }
  EXPECT_NE(untraced.theta, untraced.problem->start());
}

std::vector<const MethodDeclaration*> every_method() {
  std::vector<const MethodDeclaration*> all;
  for (const auto& method : methods()) all.push_back(&method);
  return all;
}

INSTANTIATE_TEST_SUITE_P(Methods, UntracedStep, ::testing::ValuesIn(every_method()),
                         [](const auto& info) { return std::string(info.param->name); });

}  // namespace fall_line::untraced_step_test
