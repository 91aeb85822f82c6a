#pragma once

#include "core/derivations/loss_derivation.hpp"

namespace fall_line {

/// The mean cross-entropy of a dataset as the likelihood of its labels (Fisher 1922; Bridle 1990),
/// example after example:
///   own_probability(t)  = Σ_k y_k·p_k                    what the model gave the right class
///   likelihood(t)       = likelihood(t−1)·own_probability(t), from 1
///   log_likelihood(t)   = log_likelihood(t−1) + ln own_probability(t), from 0
///   mean_loss(t)        = −log_likelihood(t) / seen(t)
/// `earlier` and `earlier_log` are the values of the row before. The sum of logarithms is taken
/// from the loss's log p, so it stands where the product underflows. Refuses smoothed targets,
/// whose loss is no likelihood of labels; in nats whatever the loss's base.
LossDerivationDeclaration maximum_likelihood();

}  // namespace fall_line
