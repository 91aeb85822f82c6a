#pragma once

#include "core/derivations/loss_derivation.hpp"

namespace fall_line {

/// Why the derivative of softmax cross-entropy with respect to a score is p − q (Bridle 1990), by
/// the chain rule and by a ruler. Extra quantities, for every score s_k:
///   partition_slope      = ∂Z/∂s_k, with the shift held        = e_k / temperature
///   log_partition_slope  = ∂ ln Z/∂s_k                         = p_k / temperature
///   target_slope         = ∂(Σ_j q_j·z_j)/∂s_k                 = q_k / temperature
///   loss_above, loss_below: the loss with s_k moved up and down by h
///   ruler_slope          = (loss_above − loss_below) / (2h)
/// Holds for every form of the loss: a shift moves ln Z and Σ q·z alike.
LossDerivationDeclaration softmax_gradient();

}  // namespace fall_line
