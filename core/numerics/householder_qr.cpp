#include "core/numerics/householder_qr.hpp"

#include <algorithm>
#include <cmath>

#include "core/numerics/sum.hpp"

namespace fall_line {

HouseholderQr::HouseholderQr(Index rows, Index columns)
    : rows_(rows),
      columns_(columns),
      stride_(std::max(rows, columns)),
      storage_(static_cast<std::size_t>(stride_ * (columns + 1)), 0.0) {}

/// Turns column k so that its entries tail … tail+length−1 vanish into entry k, and the later
/// columns and b along with it: H = I − v·vᵀ·2/‖v‖², v = (a_k ∓ ‖a‖, a_tail).
void HouseholderQr::reflect(Index k, Index tail, Index length) noexcept {
  double* pivot = column(k);
  const double* v = pivot + tail;
  const double below = dot(v, v, length);
  // the sign that adds, so that v's first entry does not cancel
  const double r = std::copysign(std::sqrt(pivot[k] * pivot[k] + below), -pivot[k]);
  const double first = pivot[k] - r;
  const double half_norm = -r * first;  // ½‖v‖²
  if (below == 0.0 || half_norm == 0.0) return;
  for (Index j = k + 1; j <= columns_; ++j) {
    double* __restrict other = column(j);
    const double factor = (first * other[k] + dot(v, other + tail, length)) / half_norm;
    other[k] -= factor * first;
    for (Index i = 0; i < length; ++i) other[tail + i] -= factor * v[i];
  }
  pivot[k] = r;
}

void HouseholderQr::factorize() noexcept {
  for (Index k = 0; k < std::min(columns_, rows_ - 1); ++k) reflect(k, k + 1, rows_ - k - 1);
}

void HouseholderQr::factorize_stacked_triangles() noexcept {
  for (Index k = 0; k < columns_; ++k) reflect(k, columns_, k + 1);
}

bool HouseholderQr::dependent(Index k) const noexcept {
  const double round_off = 10.0 * static_cast<double>(stride_) * 0x1p-52;
  return rows_ <= k || std::abs(r(k, k)) <= round_off * norm(column(k), k + 1);
}

bool HouseholderQr::rank_deficient() const noexcept {
  for (Index k = 0; k < columns_; ++k) {
    if (dependent(k)) return true;
  }
  return false;
}

void HouseholderQr::solve(double* x) const noexcept {
  const double* c = column(columns_);
  for (Index i = columns_ - 1; i >= 0; --i) {
    double rest = c[i];
    for (Index k = i + 1; k < columns_; ++k) rest -= r(i, k) * x[k];
    x[i] = rest / r(i, i);
  }
}

}  // namespace fall_line
