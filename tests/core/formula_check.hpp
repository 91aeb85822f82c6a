#pragma once

#include <string>
#include <vector>

#include "core/optimizers/method.hpp"
#include "core/problems/problem.hpp"
#include "core/trace/trace.hpp"

namespace fall_line::test {

/// One way to set up a method: a choice for each of its options.
std::vector<Settings> every_combination(const MethodDeclaration& method);

/// `steps` steps of `method` on `problem` from its declared start, traced as a run traces
/// them, for a method that need not be in the catalog. Ends early at a step that is not finite.
Trace traced_steps(const MethodDeclaration& method, const Settings& settings,
                   const ProblemDeclaration& problem, Index steps);

/// The lines of `lines` that hold under `settings`: those without an option, and those of the
/// chosen (or else default) choice.
std::vector<FormulaLine> applicable_lines(std::span<const FormulaLine> lines,
                                          const MethodDeclaration& method,
                                          const Settings& settings);

/// What is wrong with `lines` on the numbers in `traces` (looked up in order, all with the same
/// rows): one text for each step and coordinate where left and right differ by more than their
/// round-off. Empty when all hold.
std::vector<std::string> formula_faults(const std::vector<FormulaLine>& lines,
                                        const MethodDeclaration& method, const Settings& settings,
                                        const std::vector<const Trace*>& traces);

}  // namespace fall_line::test
