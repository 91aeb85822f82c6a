#pragma once

#include <vector>

#include "core/numerics/floating_point.hpp"

namespace fall_line {

/// Q·R of an m × n matrix A by Householder reflections, with a right-hand side b carried along:
/// afterwards R stands in A's upper triangle and the first n entries of b hold c = (Qᵀb)₁…ₙ, so
/// that the x with the smallest ‖A·x − b‖ solves R·x = c. Better than the normal equations
/// AᵀA·x = Aᵀb, which square the condition number. Storage is sized once; nothing allocates later.
///
/// Golub & Van Loan 2013, algorithms 5.2.1 and 5.3.2. Cost: 2mn² − ⅔n³ multiplications and
/// additions each half; only + − × ÷ √ in a fixed order.
class HouseholderQr {
 public:
  /// For matrices of `rows` × `columns`; a wide one gets rows of zeros below.
  HouseholderQr(Index rows, Index columns);

  Index columns() const noexcept { return columns_; }

  /// Entries of column k of A, k < columns(), one after the other; k = columns() is b. To be
  /// filled before each factorization, which overwrites it.
  double* column(Index k) noexcept { return storage_.data() + k * stride_; }
  const double* column(Index k) const noexcept { return storage_.data() + k * stride_; }

  /// Factorizes A and transforms b.
  void factorize() noexcept;

  /// The same where A is one n × n upper triangle on top of another (rows = 2n), as in the
  /// damped system [R; √μ·D]: the zeros are not touched.
  void factorize_stacked_triangles() noexcept;

  /// Entry (i, k) of R, i ≤ k.
  double r(Index i, Index k) const noexcept { return column(k)[i]; }

  /// Whether column k of A is, up to round-off, a combination of those before it. Does not depend
  /// on how the columns are scaled. False where R is NaN.
  bool dependent(Index k) const noexcept;

  /// Whether any column is: then R·x = c has no unique solution.
  bool rank_deficient() const noexcept;

  /// x ← R⁻¹·c, n entries. Infinite or NaN where R has a zero on its diagonal.
  void solve(double* x) const noexcept;

 private:
  void reflect(Index k, Index tail, Index length) noexcept;

  Index rows_;
  Index columns_;
  Index stride_;
  std::vector<double> storage_;  ///< columns_ + 1 columns
};

}  // namespace fall_line
