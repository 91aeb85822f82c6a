#pragma once

#include "core/numerics/floating_point.hpp"

namespace fall_line {

/// The left factor of a product: entry (i, k) is data[i·row + k·column], so that a row-major
/// matrix and its transpose cost the same.
struct LeftFactor {
  const double* data;
  Index row;
  Index column;
};

/// The m × p matrix at `data`, row-major, and the transpose of a p × m one.
inline LeftFactor rows_of(const double* data, Index p) noexcept { return {data, p, 1}; }
inline LeftFactor transposed(const double* data, Index m) noexcept { return {data, 1, m}; }

/// c ← c + a·b with a m × p, b p × n and c m × n, b and c row-major and apart.
///
/// Entry (i, j) is ((c + a_i0·b_0j) + a_i1·b_1j) + …: one order everywhere, so the same bits
/// natively and in wasm. Four rows by four columns are summed at a time in registers.
void add_product(LeftFactor a, const double* b, double* c, Index m, Index p, Index n) noexcept;

/// to ← fromᵀ: `from` is rows × columns, row-major.
void transpose(const double* from, Index rows, Index columns, double* to) noexcept;

/// Each of the `rows` rows of `to` ← the `width` numbers of `row`.
void fill_rows(const double* row, Index rows, Index width, double* to) noexcept;

/// sums ← sums + the rows of `from`, one after the other.
void add_rows(const double* from, Index rows, Index width, double* sums) noexcept;

}  // namespace fall_line
