#pragma once

#include "core/derivations/derivation.hpp"

namespace fall_line {

/// Newton's step from Taylor's model of second order (lectures 0, 1 and 4). Extra quantities:
///   model_value(t)    = f(θ(t−1)) + g(t)ᵀd(t) + ½·d(t)ᵀH(t)d(t), what the model promises
///   promised_fall(t)  = −½·g(t)ᵀd(t)
///   actual_fall(t)    = f(θ(t−1)) − f(θ(t−1) + d(t)·step_factor(t))
/// Refuses kind=modified, whose model has another matrix.
DerivationDeclaration newton_step();

}  // namespace fall_line
