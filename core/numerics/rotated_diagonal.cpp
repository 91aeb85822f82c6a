#include "core/numerics/rotated_diagonal.hpp"

#include "core/numerics/sum.hpp"

namespace fall_line {

namespace {

/// Turns the lower right `count` × `count` block of `a` by the reflection of `v`; `w` is work
/// space. `a` points at the block, whose rows are `stride` apart.
void reflect(double* a, Index stride, const double* v, double* w, Index count) noexcept {
  const double square = dot(v, v, count);
  for (Index i = 0; i < count; ++i) w[i] = 2.0 * dot(a + i * stride, v, count) / square;
  const double along = dot(w, v, count) / square;
  for (Index i = 0; i < count; ++i) w[i] -= along * v[i];
  for (Index i = 0; i < count; ++i) {
    double* __restrict row = a + i * stride;
    const double v_i = v[i], w_i = w[i];
    for (Index k = 0; k < count; ++k) row[k] -= v_i * w[k] + w_i * v[k];
  }
}

}  // namespace

std::vector<double> rotated_diagonal(const std::vector<double>& d, Random& random) {
  const std::size_t n = d.size();
  std::vector<double> a(n * n, 0.0), v(n), w(n);
  for (std::size_t i = 0; i < n; ++i) a[i * n + i] = d[i];
  for (std::size_t count = 2; count <= n; ++count) {
    for (std::size_t i = 0; i < count; ++i) v[i] = random.normal();
    // the sign that adds, so that v's first entry does not cancel
    v[0] += std::copysign(norm(v.data(), static_cast<Index>(count)), v[0]);
    const std::size_t first = n - count;
    reflect(a.data() + first * n + first, static_cast<Index>(n), v.data(), w.data(),
            static_cast<Index>(count));
  }
  return a;
}

}  // namespace fall_line
