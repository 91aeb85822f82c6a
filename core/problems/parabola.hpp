#pragma once

#include <cmath>

#include "core/problems/curvature.hpp"
#include "core/problems/problem.hpp"

namespace fall_line {

/// f(x) = ½ · curvature · x². With the default curvature 2 this is x².
class Parabola {
 public:
  static constexpr std::string_view name = "parabola";
  static constexpr std::string_view title = "Parabola";
  static constexpr std::string_view tex = R"(f(x) = \tfrac12 \curvature\, x^2)";
  static constexpr std::string_view source = "lecture 3 uses x²";
  static constexpr Index dimension = 1;
  static constexpr Domain domain = {-2, 2, 0, 0};
  static constexpr double start[] = {1};
  static constexpr double minimizer[] = {0};
  struct Parameters {
    double curvature;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {curvature_declaration("curvature", "curvature", "\\lambda", "second derivative", 2.0),
       &Parameters::curvature}};

  explicit Parabola(const Parameters& parameters) : curvature_(parameters.curvature) {}

  double value(const double* x) const noexcept { return 0.5 * curvature_ * (x[0] * x[0]); }
  void gradient(const double* x, double* g) const noexcept { g[0] = curvature_ * x[0]; }
  void hessian(const double*, double* h) const noexcept { h[0] = curvature_; }

  /// A parabola that opens downwards is no sum of squares.
  Index residual_count() const noexcept { return curvature_ < 0.0 ? 0 : 1; }
  void residuals(const double* x, double* r) const noexcept {
    r[0] = std::sqrt(0.5 * curvature_) * x[0];
  }
  void jacobian(const double*, double* j) const noexcept { j[0] = std::sqrt(0.5 * curvature_); }

 private:
  double curvature_;
};

}  // namespace fall_line
