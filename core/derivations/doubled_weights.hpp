#pragma once

#include "core/derivations/loss_derivation.hpp"

namespace fall_line {

/// What becomes of the multiclass SVM loss when all weights, and with them all scores, are doubled
/// (lecture 2: "W and 2W"). Extra quantities, for every class k, y the right one:
///   lead              = s_y − s_k, by how much the right class is ahead
///   doubled_lead      = 2·lead
///   doubled_violation = max(0, margin − doubled_lead) for the classes that are compared
///   doubled_term      = doubled_violation^power
///   doubled_loss      = scale · Σ_k doubled_term
///   loss_change       = doubled_loss − L
/// Where every lead is at least the margin both losses are 0.
LossDerivationDeclaration doubled_weights();

}  // namespace fall_line
