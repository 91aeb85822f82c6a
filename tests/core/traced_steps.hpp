#pragma once

#include "core/optimizers/method.hpp"
#include "core/problems/problem.hpp"
#include "core/trace/trace.hpp"

namespace fall_line::test {

/// What a method did in some steps, and why it ended early if it did.
struct TracedSteps {
  Trace trace;
  StepStatus status = StepStatus::ok;
  bool finite = true;

  Index taken() const { return trace.rows() - 1; }
};

/// `steps` steps of `method` on `problem` from its declared start, traced as a run traces
/// them, for a method that need not be in the catalog. Ends early at a status other than ok or
/// a step that is not finite, which is not in the trace.
TracedSteps traced_steps(const MethodDeclaration& method, const Settings& settings,
                         const ProblemDeclaration& problem, Index steps);

}  // namespace fall_line::test
