#pragma once

#include "core/numerics/exponential.hpp"

namespace fall_line {

/// tanh x = 1 − 2 / (e²ˣ + 1), bit for bit the same everywhere, and without a branch, so that a
/// loop over it becomes vector instructions. Absolute error below 4e-16; near zero that is all it
/// promises.
inline double hyperbolic_tangent(double x) noexcept {
  return 1.0 - 2.0 / (exponential(2.0 * x) + 1.0);
}

}  // namespace fall_line
