#pragma once

#include "core/problems/problem.hpp"

namespace fall_line {

/// Beale's function, three residuals in two unknowns:
///   f(x, y) = Σ r_k²,  r_k = c_k − x·(1 − yᵏ),  c = (1.5, 2.25, 2.625),  k = 1, 2, 3
/// Minimum 0 at (3, ½), at the end of a long flat valley; two saddles, at (0, 1) with value
/// 14.203125 and at about (0.1005, −2.6445).
class Beale {
 public:
  static constexpr std::string_view name = "beale";
  static constexpr std::string_view title = "Beale’s function";
  static constexpr std::string_view tex =
      R"(f(x,y) = (1.5 - x + xy)^2 + (2.25 - x + xy^2)^2 + (2.625 - x + xy^3)^2)";
  static constexpr std::string_view source = "Beale 1958; Moré, Garbow & Hillstrom 1981, no. 5";
  static constexpr Index dimension = 2;
  static constexpr Domain domain = {-4.5, 4.5, -4.5, 4.5};
  static constexpr double start[] = {1, 1};
  static constexpr double minimizer[] = {3, 0.5};
  static constexpr CriticalPoint critical_points[] = {
      {3, 0.5, CriticalKind::minimum},
      {0, 1, CriticalKind::saddle},
      {0.10053793732415836, -2.644513585023125, CriticalKind::saddle}};
  struct Parameters {};

  explicit Beale(const Parameters&) {}

  double value(const double* x) const noexcept {
    double r[3];
    residuals(x, r);
    return r[0] * r[0] + r[1] * r[1] + r[2] * r[2];
  }

  void gradient(const double* x, double* g) const noexcept {
    double r[3], j[6];
    residuals(x, r);
    jacobian(x, j);
    g[0] = 2.0 * (j[0] * r[0] + j[2] * r[1] + j[4] * r[2]);
    g[1] = 2.0 * (j[1] * r[0] + j[3] * r[1] + j[5] * r[2]);
  }

  void hessian(const double* x, double* h) const noexcept {
    double r[3], j[6];
    residuals(x, r);
    jacobian(x, j);
    const double y = x[1];
    h[0] = 2.0 * (j[0] * j[0] + j[2] * j[2] + j[4] * j[4]);
    h[1] = h[2] = 2.0 * (j[0] * j[1] + j[2] * j[3] + j[4] * j[5] + r[0] + 2.0 * y * r[1] +
                         3.0 * (y * y) * r[2]);
    h[3] = 2.0 *
           (j[1] * j[1] + j[3] * j[3] + j[5] * j[5] + 2.0 * x[0] * r[1] + 6.0 * (x[0] * y) * r[2]);
  }

  Index residual_count() const noexcept { return 3; }

  void residuals(const double* x, double* r) const noexcept {
    const double y = x[1], y2 = y * y;
    r[0] = 1.5 - x[0] * (1.0 - y);
    r[1] = 2.25 - x[0] * (1.0 - y2);
    r[2] = 2.625 - x[0] * (1.0 - y2 * y);
  }

  void jacobian(const double* x, double* j) const noexcept {
    const double y = x[1], y2 = y * y;
    j[0] = y - 1.0;
    j[1] = x[0];
    j[2] = y2 - 1.0;
    j[3] = 2.0 * (x[0] * y);
    j[4] = y2 * y - 1.0;
    j[5] = 3.0 * (x[0] * y2);
  }
};

}  // namespace fall_line
