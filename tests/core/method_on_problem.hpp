#pragma once

#include <memory>
#include <vector>

#include "core/catalog/catalog.hpp"
#include "core/problems/objective.hpp"

namespace fall_line::test {

/// A method of the catalog on a problem of its own.
struct MethodOnProblem {
  MethodOnProblem(const MethodDeclaration& declaration, const ProblemDeclaration& on,
                  const Settings& problem_settings = {})
      : problem(on.create(problem_settings)),
        objective(*problem, random),
        method(declaration.create({}, objective)),
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

}  // namespace fall_line::test
