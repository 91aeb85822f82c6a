#pragma once

#include "core/numerics/floating_point.hpp"

namespace fall_line {

/// y ← the distribution that is certain of class `label`: 1 there, 0 in the other `count` − 1.
inline void one_hot(Index label, Index count, double* y) noexcept {
  for (Index k = 0; k < count; ++k) y[k] = k == label ? 1.0 : 0.0;
}

/// mixed_k ← lambda·a_k + (1 − lambda)·b_k with lambda in [0, 1]; of lambda 1 and 0, exactly a
/// and b. Mixup (Zhang et al. 2018, equation 1) does this to two inputs and, with the same
/// lambda, to their targets. `mixed` may be a or b.
inline void mixup(const double* a, const double* b, double lambda, Index count,
                  double* mixed) noexcept {
  const double rest = 1.0 - lambda;
  for (Index k = 0; k < count; ++k) {
    mixed[k] = rest == 0.0 ? a[k] : lambda == 0.0 ? b[k] : lambda * a[k] + rest * b[k];
  }
}

}  // namespace fall_line
