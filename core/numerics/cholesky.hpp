#pragma once

#include <cmath>
#include <limits>

#include "core/numerics/sum.hpp"

namespace fall_line {

/// Cholesky factorisation A = L·Lᵀ of a symmetric n × n matrix, row-major, in place (Golub & Van
/// Loan 2013, algorithm 4.2.1, row by row): the lower triangle of `a` becomes L. The part above
/// the diagonal is neither read nor written.
///
/// Returns false where a pivot A_ii − Σ L_ik² is not above ε·A_ii: then `a` is indefinite, singular
/// to working precision or not finite, and its lower triangle is spoilt. Cost: n³/6
/// multiplications; nothing is allocated. Only + − × ÷ √ in a fixed order.
inline bool cholesky_factor(double* a, Index n) noexcept {
  for (Index i = 0; i < n; ++i) {
    double* row = a + i * n;
    for (Index j = 0; j < i; ++j) row[j] = (row[j] - dot(row, a + j * n, j)) / a[j * n + j];
    const double pivot = row[i] - dot(row, row, i);
    // written so that NaN fails too
    if (!(pivot > std::numeric_limits<double>::epsilon() * row[i])) return false;
    if (!(pivot > 0.0 && pivot <= std::numeric_limits<double>::max())) return false;
    row[i] = std::sqrt(pivot);
  }
  return true;
}

/// b ← A⁻¹·b by the factor that cholesky_factor made of A. Cost: n² multiplications.
inline void cholesky_solve(const double* factor, Index n, double* b) noexcept {
  for (Index i = 0; i < n; ++i) {
    const double* row = factor + i * n;
    b[i] = (b[i] - dot(row, b, i)) / row[i];
  }
  for (Index i = n; i-- > 0;) {
    const double* row = factor + i * n;
    b[i] /= row[i];
    for (Index k = 0; k < i; ++k) b[k] -= row[k] * b[i];
  }
}

}  // namespace fall_line
