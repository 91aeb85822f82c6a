#include "core/numerics/symmetric_eigen.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace fall_line {

namespace {

struct Rotation {
  double c;
  double s;
};

// The rotation that makes entry (p, q) of the symmetric matrix zero, by its smaller angle.
Rotation zeroing_rotation(double pp, double pq, double qq) {
  const double tau = (qq - pp) / (2.0 * pq);
  const double root = std::sqrt(1.0 + tau * tau);
  const double t = tau >= 0.0 ? 1.0 / (tau + root) : 1.0 / (tau - root);
  const double c = 1.0 / std::sqrt(1.0 + t * t);
  return {c, t * c};
}

bool negligible(double off_diagonal, double pp, double qq) {
  return std::abs(off_diagonal) <=
         std::numeric_limits<double>::epsilon() * std::sqrt(std::abs(pp)) * std::sqrt(std::abs(qq));
}

void rotate(Matrix& a, Matrix& vectors, Index p, Index q, Rotation r) {
  const Index n = a.rows();
  for (Index k = 0; k < n; ++k) {
    const double kp = a(k, p), kq = a(k, q);
    a(k, p) = r.c * kp - r.s * kq;
    a(k, q) = r.s * kp + r.c * kq;
  }
  for (Index k = 0; k < n; ++k) {
    const double pk = a(p, k), qk = a(q, k);
    a(p, k) = r.c * pk - r.s * qk;
    a(q, k) = r.s * pk + r.c * qk;
    const double kp = vectors(k, p), kq = vectors(k, q);
    vectors(k, p) = r.c * kp - r.s * kq;
    vectors(k, q) = r.s * kp + r.c * kq;
  }
  a(p, q) = a(q, p) = 0.0;
}

constexpr int most_sweeps = 60;

}  // namespace

SymmetricEigen symmetric_eigen(Matrix a) {
  const Index n = a.rows();
  Matrix vectors(n, n);
  for (Index column = 0; column < n; ++column) {
    for (Index row = 0; row < n; ++row) vectors(row, column) = row == column ? 1.0 : 0.0;
  }
  bool rotated = true;
  for (int sweep = 0; rotated && sweep < most_sweeps; ++sweep) {
    rotated = false;
    for (Index p = 0; p + 1 < n; ++p) {
      for (Index q = p + 1; q < n; ++q) {
        if (a(p, q) == 0.0 || negligible(a(p, q), a(p, p), a(q, q))) continue;
        rotate(a, vectors, p, q, zeroing_rotation(a(p, p), a(p, q), a(q, q)));
        rotated = true;
      }
    }
  }
  std::vector<Index> order(static_cast<std::size_t>(n));
  std::iota(order.begin(), order.end(), Index{0});
  for (auto next = order.begin(); next != order.end(); ++next) {  // equal ones stay in order
    const auto place = std::upper_bound(order.begin(), next, *next,
                                        [&](Index i, Index j) { return a(i, i) < a(j, j); });
    std::rotate(place, next, next + 1);
  }
  SymmetricEigen result{Vector(n), Matrix(n, n)};
  for (Index i = 0; i < n; ++i) {
    const Index from = order[static_cast<std::size_t>(i)];
    result.values[i] = a(from, from);
    for (Index row = 0; row < n; ++row) result.vectors(row, i) = vectors(row, from);
  }
  return result;
}

}  // namespace fall_line
