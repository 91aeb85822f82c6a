#pragma once

#include "core/derivations/loss_derivation.hpp"

namespace fall_line {

/// Where softmax cross-entropy against a target q is smallest: at p = q, so at scores that are
/// temperature·ln q and a constant (Szegedy et al. 2016, section 7; Müller et al. 2019):
///   best_score(k) = temperature·ln q_k        −∞ where q_k = 0: no finite score is enough
///   best_gap(k)   = max_j best_score_j − best_score_k
LossDerivationDeclaration best_scores();

}  // namespace fall_line
