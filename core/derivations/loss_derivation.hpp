#pragma once

#include <span>
#include <string_view>

#include "core/losses/dataset_loss.hpp"
#include "core/losses/loss.hpp"
#include "core/trace/quantity.hpp"
#include "core/trace/trace.hpp"

namespace fall_line {

/// A chain of formula lines about a loss of given scores that is longer than its kernel's lines,
/// with the quantities it needs beyond those in the loss's table.
struct LossDerivationDeclaration {
  std::string_view name;
  std::string_view title;
  std::string_view loss;  ///< the loss it is about
  std::span<const Quantity> quantities;
  std::span<const FormulaLine> lines;

  /// The derivation's quantities for every row of `table`, which has those of `request` under
  /// `loss`; throws InvalidArgument where the derivation does not hold for the settings.
  Trace (*derive)(const LossRequest& request, const AnyLoss& loss, const Trace& table);
};

}  // namespace fall_line
