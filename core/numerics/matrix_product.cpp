#include "core/numerics/matrix_product.hpp"

#include <algorithm>

namespace fall_line {

namespace {

// Rows × columns of c from their corner on; the counts are constants, so the sums stay in
// registers and the columns vectorise.
template <int rows, int columns>
void add_tile(const LeftFactor& a, const double* __restrict b, double* __restrict c, Index p,
              Index n) noexcept {
  double sum[rows][columns];
  for (int i = 0; i < rows; ++i) {
    for (int j = 0; j < columns; ++j) sum[i][j] = c[i * n + j];
  }
  const double* left = a.data;
  for (Index k = 0; k < p; ++k, left += a.column, b += n) {
    for (int i = 0; i < rows; ++i) {
      const double factor = left[i * a.row];
      for (int j = 0; j < columns; ++j) sum[i][j] += factor * b[j];
    }
  }
  for (int i = 0; i < rows; ++i) {
    for (int j = 0; j < columns; ++j) c[i * n + j] = sum[i][j];
  }
}

template <int rows>
void add_tiles(const LeftFactor& a, const double* b, double* c, Index p, Index n) noexcept {
  Index j = 0;
  for (; j + 4 <= n; j += 4) add_tile<rows, 4>(a, b + j, c + j, p, n);
  if (j + 2 <= n) {
    add_tile<rows, 2>(a, b + j, c + j, p, n);
    j += 2;
  }
  if (j < n) add_tile<rows, 1>(a, b + j, c + j, p, n);
}

}  // namespace

void add_product(LeftFactor a, const double* b, double* c, Index m, Index p, Index n) noexcept {
  Index i = 0;
  for (; i + 4 <= m; i += 4, a.data += 4 * a.row, c += 4 * n) add_tiles<4>(a, b, c, p, n);
  for (; i < m; ++i, a.data += a.row, c += n) add_tiles<1>(a, b, c, p, n);
}

void transpose(const double* from, Index rows, Index columns, double* to) noexcept {
  for (Index i = 0; i < rows; ++i) {
    for (Index j = 0; j < columns; ++j) to[j * rows + i] = from[i * columns + j];
  }
}

void fill_rows(const double* row, Index rows, Index width, double* to) noexcept {
  for (Index i = 0; i < rows; ++i) std::copy_n(row, width, to + i * width);
}

void add_rows(const double* __restrict from, Index rows, Index width,
              double* __restrict sums) noexcept {
  for (Index i = 0; i < rows; ++i) {
    for (Index j = 0; j < width; ++j) sums[j] += from[i * width + j];
  }
}

}  // namespace fall_line
