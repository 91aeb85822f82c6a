#pragma once

#include "core/catalog/setting.hpp"
#include "core/numerics/hyperbolic_tangent.hpp"

namespace fall_line {

/// What a hidden layer does to each sum it forms. ReLU'(0) = 0.
enum class Activation { relu, tanh };

inline constexpr Choice activation_choices[] = {
    {"relu", "ReLU", "max(0, z): straight on both sides of a kink"},
    {"tanh", "tanh", "smooth, between −1 and 1; flat far from zero"},
};

/// z ← φ(z); NaN passes through.
inline void apply(Activation activation, double* z, Index count) noexcept {
  if (activation == Activation::relu) {
    for (Index i = 0; i < count; ++i) z[i] = z[i] < 0.0 ? 0.0 : z[i];
  } else {
    for (Index i = 0; i < count; ++i) z[i] = hyperbolic_tangent(z[i]);
  }
}

/// to ← φ'(z)·to, by way of a = φ(z).
inline void multiply_by_slope(Activation activation, const double* __restrict a,
                              double* __restrict to, Index count) noexcept {
  if (activation == Activation::relu) {
    for (Index i = 0; i < count; ++i) to[i] = a[i] > 0.0 ? to[i] : 0.0;
  } else {
    for (Index i = 0; i < count; ++i) to[i] *= 1.0 - a[i] * a[i];
  }
}

}  // namespace fall_line
