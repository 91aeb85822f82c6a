#pragma once

#include <numbers>

#include "core/problems/problem.hpp"

namespace fall_line {

/// f(x) = (x² − 8)²: minimising it finds √8. Minima 0 at ±√8, where f″ = 64, and a maximum 64
/// at 0 between them.
class DoubleWell {
 public:
  static constexpr std::string_view name = "double_well";
  static constexpr std::string_view title = "Double well at ±√8";
  static constexpr std::string_view tex = R"(f(x) = (x^2 - 8)^2)";
  static constexpr std::string_view source = "lecture 3";
  static constexpr Index dimension = 1;
  static constexpr Domain domain = {-4, 4, 0, 0};
  static constexpr double start[] = {3};
  static constexpr double root = 2.0 * std::numbers::sqrt2;
  static constexpr double minimizer[] = {root};
  static constexpr CriticalPoint critical_points[] = {{root, 0, CriticalKind::minimum},
                                                      {-root, 0, CriticalKind::minimum},
                                                      {0, 0, CriticalKind::maximum}};
  struct Parameters {};

  explicit DoubleWell(const Parameters&) {}

  double value(const double* x) const noexcept {
    const double a = x[0] * x[0] - 8.0;
    return a * a;
  }

  void gradient(const double* x, double* g) const noexcept {
    g[0] = 4.0 * (x[0] * (x[0] * x[0] - 8.0));
  }

  void hessian(const double* x, double* h) const noexcept { h[0] = 12.0 * (x[0] * x[0]) - 32.0; }

  Index residual_count() const noexcept { return 1; }
  void residuals(const double* x, double* r) const noexcept { r[0] = x[0] * x[0] - 8.0; }
  void jacobian(const double* x, double* j) const noexcept { j[0] = 2.0 * x[0]; }
};

}  // namespace fall_line
