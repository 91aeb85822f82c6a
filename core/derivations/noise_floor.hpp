#pragma once

#include "core/derivations/derivation.hpp"

namespace fall_line {

/// What noise in the gradient leaves of a run of gradient descent with a schedule on the noisy
/// bowl (Schaul, Zhang, LeCun 2013; Zhang et al. 2019, section 3). For each coordinate, with
/// curvature λ, learning rate α(t) and noise σ:
///   expected_theta(t) = (1 − α(t)·λ)·expected_theta(t−1)
///   variance(t)       = (1 − α(t)·λ)²·variance(t−1) + α(t)²·σ²,  variance(0) = 0
///   start_loss(t)     = ½·λ·expected_theta(t)²      what is left of the start
///   noise_loss(t)     = ½·λ·variance(t)             what noise has added
///   floor(t)          = ½·λ·(α(t)·σ²) / (λ·(2 − α(t)·λ))
///                       where noise_loss would settle if the learning rate stayed as it is now
/// and of both coordinates together left_of_start, left_by_noise and their sum, expected_loss.
/// Refuses other problems, and runs without a schedule (constant is one).
DerivationDeclaration noise_floor();

}  // namespace fall_line
