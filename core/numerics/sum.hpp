#pragma once

#include <cmath>

#include "core/numerics/floating_point.hpp"

namespace fall_line {

/// Σ term(i) for i = 0 … count−1, in a fixed order: four running sums, term i into sum i mod 4,
/// added as (s0 + s1) + (s2 + s3).
///
/// Eigen's own reductions pick their order from the packet size of the machine, so their last
/// bits differ natively and in wasm; this order is the same everywhere and still vectorises.
template <class Term>
double fixed_order_sum(Index count, Term term) noexcept {
  double s0 = 0.0, s1 = 0.0, s2 = 0.0, s3 = 0.0;
  Index i = 0;
  for (; i + 4 <= count; i += 4) {
    s0 += term(i);
    s1 += term(i + 1);
    s2 += term(i + 2);
    s3 += term(i + 3);
  }
  if (i < count) s0 += term(i++);
  if (i < count) s1 += term(i++);
  if (i < count) s2 += term(i);
  return (s0 + s1) + (s2 + s3);
}

/// a·b in the fixed order above; both of length `count`.
inline double dot(const double* a, const double* b, Index count) noexcept {
  return fixed_order_sum(count, [a, b](Index i) { return a[i] * b[i]; });
}

/// ‖a‖₂ in the fixed order above.
inline double norm(const double* a, Index count) noexcept { return std::sqrt(dot(a, a, count)); }

}  // namespace fall_line
