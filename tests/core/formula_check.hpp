#pragma once

#include <string>
#include <vector>

#include "core/optimizers/method.hpp"
#include "core/trace/trace.hpp"

namespace fall_line::test {

/// One way to set something up: a choice for each of its options.
std::vector<Settings> every_combination(const SettingDeclarations& declarations);
inline std::vector<Settings> every_combination(const MethodDeclaration& method) {
  return every_combination(method.settings);
}

/// " name=value name=value", for the message of a failure.
std::string in_words(const Settings& settings);

/// The lines of `lines` that hold under `settings`: those without an option, and those of the
/// chosen (or else default) choice.
std::vector<FormulaLine> applicable_lines(std::span<const FormulaLine> lines,
                                          const SettingDeclarations& declarations,
                                          const Settings& settings);

/// Which rows of a table its lines speak of.
struct CheckedRows {
  Index first = 1;         ///< lines that look at the row before begin with row 1 all the same
  bool with_gaps = false;  ///< rows where a quantity is not_yet are left out, not all may be;
                           ///< lines that count with \now begin with row 1
};

/// What is wrong with `lines` on the numbers in `traces` (looked up in order, all with the same
/// rows): for each line the first row where its sides disagree by more than their round-off, or
/// what the evaluator cannot read. Empty when all hold. A parameter's macro means its value
/// under `settings`, and \lrate that of its row where a schedule changes it.
std::vector<std::string> formula_faults(const std::vector<FormulaLine>& lines,
                                        const SettingDeclarations& declarations,
                                        const Settings& settings,
                                        const std::vector<const Trace*>& traces,
                                        CheckedRows rows = {});

}  // namespace fall_line::test
