#pragma once

#include "core/problems/problem.hpp"

namespace fall_line {

/// f(x) = x⁴/4, strictly convex although f″(0) = 0: at its minimum the curvature says nothing.
class Quartic {
 public:
  static constexpr std::string_view name = "quartic";
  static constexpr std::string_view title = "Quartic";
  static constexpr std::string_view tex = R"(f(x) = \tfrac14 x^4)";
  static constexpr std::string_view source = "lecture 3 uses x⁴";
  static constexpr Index dimension = 1;
  static constexpr Domain domain = {-1.5, 1.5, 0, 0};
  static constexpr double start[] = {0.9};
  static constexpr double minimizer[] = {0};
  static constexpr CriticalPoint critical_points[] = {{0, 0, CriticalKind::degenerate}};
  struct Parameters {};

  explicit Quartic(const Parameters&) {}

  double value(const double* x) const noexcept {
    const double square = x[0] * x[0];
    return 0.25 * (square * square);
  }

  void gradient(const double* x, double* g) const noexcept { g[0] = x[0] * (x[0] * x[0]); }
  void hessian(const double* x, double* h) const noexcept { h[0] = 3.0 * (x[0] * x[0]); }

  Index residual_count() const noexcept { return 1; }
  void residuals(const double* x, double* r) const noexcept { r[0] = 0.5 * (x[0] * x[0]); }
  void jacobian(const double* x, double* j) const noexcept { j[0] = x[0]; }
};

}  // namespace fall_line
