#pragma once

#include "core/problems/problem.hpp"

namespace fall_line {

/// Himmelblau's function: f(x, y) = (x² + y − 11)² + (x + y² − 7)².
/// Four minima, all of value 0, one maximum of value 181.6165 between them, and four saddles.
class Himmelblau {
 public:
  static constexpr std::string_view name = "himmelblau";
  static constexpr std::string_view title = "Himmelblau’s function";
  static constexpr std::string_view tex = R"(f(x,y) = (x^2+y-11)^2 + (x+y^2-7)^2)";
  static constexpr std::string_view source = "Himmelblau 1972";
  static constexpr Index dimension = 2;
  static constexpr Domain domain = {-6, 6, -6, 6};
  static constexpr double start[] = {0, 0};
  static constexpr double minimizer[] = {3, 2};
  static constexpr CriticalPoint critical_points[] = {
      {3, 2, CriticalKind::minimum},
      {-2.805118086952745, 3.131312518250573, CriticalKind::minimum},
      {-3.779310253377747, -3.2831859912861696, CriticalKind::minimum},
      {3.5844283403304917, -1.8481265269644036, CriticalKind::minimum},
      {-0.2708445906673476, -0.9230385564799815, CriticalKind::maximum},
      {0.08667750455539636, 2.884254701174776, CriticalKind::saddle},
      {-3.0730257507643897, -0.08135304428796751, CriticalKind::saddle},
      {-0.12796134673068008, -1.9537149802445763, CriticalKind::saddle},
      {3.385154183607021, 0.07385187983774928, CriticalKind::saddle}};
  struct Parameters {};

  explicit Himmelblau(const Parameters&) {}

  double value(const double* x) const noexcept {
    const double a = x[0] * x[0] + x[1] - 11.0, b = x[0] + x[1] * x[1] - 7.0;
    return a * a + b * b;
  }

  void gradient(const double* x, double* g) const noexcept {
    const double a = x[0] * x[0] + x[1] - 11.0, b = x[0] + x[1] * x[1] - 7.0;
    g[0] = 4.0 * (x[0] * a) + 2.0 * b;
    g[1] = 2.0 * a + 4.0 * (x[1] * b);
  }

  void hessian(const double* x, double* h) const noexcept {
    h[0] = 12.0 * (x[0] * x[0]) + 4.0 * x[1] - 42.0;
    h[1] = h[2] = 4.0 * (x[0] + x[1]);
    h[3] = 4.0 * x[0] + 12.0 * (x[1] * x[1]) - 26.0;
  }

  Index residual_count() const noexcept { return 2; }

  void residuals(const double* x, double* r) const noexcept {
    r[0] = x[0] * x[0] + x[1] - 11.0;
    r[1] = x[0] + x[1] * x[1] - 7.0;
  }

  void jacobian(const double* x, double* j) const noexcept {
    j[0] = 2.0 * x[0];
    j[1] = j[2] = 1.0;
    j[3] = 2.0 * x[1];
  }
};

}  // namespace fall_line
