#pragma once

#include "core/problems/problem.hpp"

namespace fall_line {

/// Booth's function: f(x, y) = (x + 2y − 7)² + (2x + y − 5)².
/// A quadratic with Hessian [[10, 8], [8, 10]] (eigenvalues 18 and 2) and minimum 0 at (1, 3).
class Booth {
 public:
  static constexpr std::string_view name = "booth";
  static constexpr std::string_view title = "Booth’s function";
  static constexpr std::string_view tex = R"(f(x,y) = (x+2y-7)^2 + (2x+y-5)^2)";
  static constexpr std::string_view source = "Jamil & Yang 2013, no. 17; lecture 2";
  static constexpr Index dimension = 2;
  static constexpr Domain domain = {-10, 10, -10, 10};
  static constexpr double start[] = {-4, -4};
  static constexpr double minimizer[] = {1, 3};
  struct Parameters {};

  explicit Booth(const Parameters&) {}

  double value(const double* x) const noexcept {
    const double a = x[0] + 2.0 * x[1] - 7.0, b = 2.0 * x[0] + x[1] - 5.0;
    return a * a + b * b;
  }

  void gradient(const double* x, double* g) const noexcept {
    const double a = x[0] + 2.0 * x[1] - 7.0, b = 2.0 * x[0] + x[1] - 5.0;
    g[0] = 2.0 * a + 4.0 * b;
    g[1] = 4.0 * a + 2.0 * b;
  }

  void hessian(const double*, double* h) const noexcept {
    h[0] = h[3] = 10.0;
    h[1] = h[2] = 8.0;
  }

  Index residual_count() const noexcept { return 2; }

  void residuals(const double* x, double* r) const noexcept {
    r[0] = x[0] + 2.0 * x[1] - 7.0;
    r[1] = 2.0 * x[0] + x[1] - 5.0;
  }

  void jacobian(const double*, double* j) const noexcept {
    j[0] = j[3] = 1.0;
    j[1] = j[2] = 2.0;
  }
};

}  // namespace fall_line
