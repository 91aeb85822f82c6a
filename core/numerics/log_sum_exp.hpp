#pragma once

#include "core/numerics/exponential.hpp"
#include "core/numerics/natural_log.hpp"
#include "core/numerics/sum.hpp"

namespace fall_line {

/// The largest of `count` > 0 numbers; NaN if any of them is NaN.
inline double largest(const double* x, Index count) noexcept {
  double top = x[0];
  for (Index i = 1; i < count; ++i)
    if (x[i] > top || x[i] != x[i]) top = x[i];
  return top;
}

/// ln Σ exp(x_i) of `count` > 0 numbers, without overflow or underflow of the whole:
///   top + ln Σ exp(x_i − top),  top = max x_i
/// −∞ counts as an absent term; ∞ gives ∞, NaN gives NaN. Bit for bit the same everywhere.
inline double log_sum_exp(const double* x, Index count) noexcept {
  const double top = largest(x, count);
  if (top - top != 0.0) return top;  // ∞ − ∞: nothing to shift by
  return top +
         natural_log(fixed_order_sum(count, [=](Index i) { return exponential(x[i] - top); }));
}

}  // namespace fall_line
