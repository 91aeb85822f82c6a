#pragma once

#include <span>
#include <string_view>

#include "core/trace/quantity.hpp"
#include "core/trace/trace.hpp"

namespace fall_line {

class Run;

/// A chain of formula lines about a run that is longer than its method's update rule, with
/// the quantities it needs beyond those the run has traced.
struct DerivationDeclaration {
  std::string_view name;
  std::string_view title;
  std::string_view method;  ///< the method it is about
  std::span<const Quantity> quantities;
  std::span<const FormulaLine> lines;

  /// The derivation's quantities for every row of `run`; throws InvalidArgument when the run
  /// is not one the derivation is about.
  Trace (*derive)(const Run& run);
};

}  // namespace fall_line
