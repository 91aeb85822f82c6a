#pragma once

#include <string>
#include <vector>

#include "core/optimizers/method.hpp"
#include "core/problems/problem.hpp"

namespace fall_line::test {

/// How a method did on a problem.
struct Judgement {
  Index taken;  ///< steps
  bool finite;  ///< whether all numbers of the next step, if it took one, were
  std::vector<std::string> faults;
};

/// What is wrong with `steps` steps of `method` on `problem` under `settings`:
/// - `lines` that do not hold on its traced numbers;
/// - gradients and curvature matrices that no line defines and that are not the problem's own
///   answer either: ∇f, ∇²f or JᵀJ at a point of the trace, of x_gradient at x (not asked where
///   gradients are random).
Judgement judge_method(const MethodDeclaration& method, std::span<const FormulaLine> lines,
                       const Settings& settings, const ProblemDeclaration& problem, Index steps);

}  // namespace fall_line::test
