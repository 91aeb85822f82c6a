#pragma once

#include "core/problems/problem.hpp"

namespace fall_line {

/// The simplest saddle: f(x, y) = x² − y². Down along y without end, up along x; the gradient
/// vanishes at the origin, where the Hessian has the eigenvalues 2 and −2.
class Saddle {
 public:
  static constexpr std::string_view name = "saddle";
  static constexpr std::string_view title = "Saddle";
  static constexpr std::string_view tex = R"(f(x,y) = x^2 - y^2)";
  static constexpr std::string_view source = "lecture 0";
  static constexpr Index dimension = 2;
  static constexpr Domain domain = {-2, 2, -2, 2};
  static constexpr double start[] = {1, 0.01};
  static constexpr CriticalPoint critical_points[] = {{0, 0, CriticalKind::saddle}};
  struct Parameters {};

  explicit Saddle(const Parameters&) {}

  double value(const double* x) const noexcept { return x[0] * x[0] - x[1] * x[1]; }

  void gradient(const double* x, double* g) const noexcept {
    g[0] = 2.0 * x[0];
    g[1] = -2.0 * x[1];
  }

  void hessian(const double*, double* h) const noexcept {
    h[0] = 2.0;
    h[1] = h[2] = 0.0;
    h[3] = -2.0;
  }
};

}  // namespace fall_line
