#pragma once

#include <algorithm>
#include <cmath>

#include "core/numerics/sum.hpp"

namespace fall_line {

/// b ← A⁻¹·b by elimination with partial pivoting (Golub & Van Loan 2013, algorithm 3.4.1), for an
/// A that need not be symmetric or definite. n × n, row-major; `a` is used up. Returns false where
/// the largest pivot left is not above n·ε·max|A|: A is singular to working precision or not
/// finite. Cost: n³/3 multiplications; nothing is allocated.
inline bool solve_linear(double* a, double* b, Index n) noexcept {
  double largest = 0.0;
  for (Index i = 0; i < n * n; ++i) largest = std::max(largest, std::abs(a[i]));
  const double least = static_cast<double>(n) * std::numeric_limits<double>::epsilon() * largest;
  for (Index column = 0; column < n; ++column) {
    Index pivot = column;
    for (Index i = column + 1; i < n; ++i) {
      if (std::abs(a[i * n + column]) > std::abs(a[pivot * n + column])) pivot = i;
    }
    double* top = a + column * n;
    if (pivot != column) {
      std::swap_ranges(top, top + n, a + pivot * n);
      std::swap(b[column], b[pivot]);
    }
    // written so that NaN fails too
    if (!(std::abs(top[column]) > least)) return false;
    for (Index i = column + 1; i < n; ++i) {
      double* row = a + i * n;
      const double factor = row[column] / top[column];
      if (factor == 0.0) continue;
      for (Index k = column + 1; k < n; ++k) row[k] -= factor * top[k];
      b[i] -= factor * b[column];
    }
  }
  for (Index i = n; i-- > 0;) {
    const double* row = a + i * n;
    b[i] = (b[i] - dot(row + i + 1, b + i + 1, n - i - 1)) / row[i];
  }
  return true;
}

}  // namespace fall_line
