#pragma once

#include <span>
#include <string_view>

#include "core/catalog/setting.hpp"
#include "core/run/run_spec.hpp"
#include "core/trace/trace.hpp"

namespace fall_line {

/// A question about a problem, or about a run, whose answer is a table.
///
/// A concrete analysis is a class with
///   name, title, summary, source
///   Parameters, parameters[], options[], texts[]
///   quantities[], lines[]             the columns of the table and the formulas that relate them
///   static Trace table(Parameters, subject)   throws InvalidArgument where the question has no
///                                             answer
/// `subject` names the problem with its data and settings; its start is the point looked at. An
/// analysis of a run also takes the method from it.
struct AnalysisDeclaration {
  std::string_view name;
  std::string_view title;
  std::string_view summary;
  std::string_view source;
  SettingDeclarations settings;
  std::span<const Quantity> quantities;
  std::span<const FormulaLine> lines;

  /// Throws InvalidArgument for a bad setting, and where the question has no answer.
  Trace table(const Settings& settings, const RunSpec& subject) const;

  /// What table does once the settings are read.
  Trace (*table_with)(const SettingValues& values, const RunSpec& subject);
};

/// The answer to the question in `text`: the lines of a run spec, in which problem and method
/// may be absent where the analysis needs none, and
///   analysis=gradient_check
///   analysis.<name>=value
/// Throws InvalidArgument for anything else.
Trace analyse(std::string_view text);

}  // namespace fall_line
