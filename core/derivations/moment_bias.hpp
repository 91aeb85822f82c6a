#pragma once

#include "core/derivations/derivation.hpp"

namespace fall_line {

/// Why Adam's moments start too small, and by exactly how much (Kingma & Ba 2015, section 3):
/// the expectation of a running average that began at zero, as a geometric sum, for a gradient
/// whose distribution does not change. Extra quantities, for x = g (first moment) or x = g²:
///   expected_gradient(t) = E[x(t)], the same at every step
///   expected_moment(t)   = E[average(t)] = beta·E[average(t−1)] + (1 − beta)·E[x(t)]
///   weight(t)            = (1 − beta)·Σ betaᵗ⁻ⁱ, i = 1…t, added term by term
/// The first moment's refuses runs that subtract their gradients (gradient_sign=minus).
DerivationDeclaration first_moment_bias();
DerivationDeclaration second_moment_bias();

}  // namespace fall_line
