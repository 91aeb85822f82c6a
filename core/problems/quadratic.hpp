#pragma once

#include "core/numerics/turn.hpp"
#include "core/problems/curvature.hpp"
#include "core/problems/problem.hpp"

namespace fall_line {

/// A quadratic bowl with chosen eigenvalues and rotation:
///   f(x) = ½ (curvature1·u² + curvature2·w²),  (u, w) = x turned by −angle.
/// Its Hessian has the eigenvector (cos angle, sin angle) for curvature1.
class Quadratic {
 public:
  static constexpr std::string_view name = "quadratic";
  static constexpr std::string_view title = "Stretched quadratic";
  static constexpr std::string_view tex =
      R"(f(x,y) = \tfrac12\left(\curvatureone\, u^2 + \curvaturetwo\, w^2\right))";
  static constexpr std::string_view source = "lectures 0 and 2";
  static constexpr Index dimension = 2;
  static constexpr Domain domain = {-10, 10, -10, 10};
  static constexpr double start[] = {-8, 6};
  static constexpr double minimizer[] = {0, 0};
  struct Parameters {
    double curvature1;
    double curvature2;
    double angle;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {curvature_declaration("curvature1", "curvatureone", "\\lambda_1",
                             "curvature along the first axis", 1.0),
       &Parameters::curvature1},
      {curvature_declaration("curvature2", "curvaturetwo", "\\lambda_2",
                             "curvature along the second axis", 20.0),
       &Parameters::curvature2},
      {{.name = "angle",
        .symbol = "angle",
        .letter = "\\varphi",
        .meaning = "rotation of the axes, in degrees",
        .default_value = 0.0,
        .allowed = {.low = -360.0, .high = 360.0},
        .slider = {.low = 0.0, .high = 90.0}},
       &Parameters::angle},
  };

  explicit Quadratic(const Parameters& parameters) {
    const auto [c, s] = after_turns(parameters.angle / 360.0);
    a_ = parameters.curvature1 * (c * c) + parameters.curvature2 * (s * s);
    b_ = (parameters.curvature1 - parameters.curvature2) * (c * s);
    d_ = parameters.curvature1 * (s * s) + parameters.curvature2 * (c * c);
  }

  double value(const double* x) const noexcept {
    return 0.5 * (a_ * (x[0] * x[0]) + 2.0 * b_ * (x[0] * x[1]) + d_ * (x[1] * x[1]));
  }

  void gradient(const double* x, double* g) const noexcept {
    g[0] = a_ * x[0] + b_ * x[1];
    g[1] = b_ * x[0] + d_ * x[1];
  }

  void hessian(const double*, double* h) const noexcept {
    h[0] = a_;
    h[1] = h[2] = b_;
    h[3] = d_;
  }

 private:
  double a_, b_, d_;  // Hessian [[a, b], [b, d]]
};

}  // namespace fall_line
