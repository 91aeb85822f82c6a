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

  /// Writes the derivation's quantities of the last row of `table` to `tape`; that row has those of
  /// `request` under `loss`, the rows before it have the derivation's too. Throws InvalidArgument
  /// where the derivation does not hold for the settings.
  void (*derive)(const LossRequest& request, const AnyLoss& loss, const Trace& table, Tape tape);
};

}  // namespace fall_line
