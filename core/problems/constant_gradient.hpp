#pragma once

#include "core/problems/slope.hpp"

namespace fall_line {

/// A straight ramp, f(x) = slope · x: the gradient is the same everywhere, so whatever changes
/// from step to step comes from the method alone.
class ConstantGradient {
 public:
  static constexpr std::string_view name = "constant_gradient";
  static constexpr std::string_view title = "Straight ramp";
  static constexpr std::string_view tex = R"(f(x) = \slope\, x)";
  static constexpr std::string_view source = "this course";
  static constexpr Index dimension = 1;
  static constexpr Domain domain = {-10, 10, 0, 0};
  static constexpr double start[] = {0};
  struct Parameters {
    double slope;
  };
  static constexpr Parameter<Parameters> parameters[] = {{slope_declaration(), &Parameters::slope}};

  explicit ConstantGradient(const Parameters& parameters) : slope_(parameters.slope) {}

  double value(const double* x) const noexcept { return slope_ * x[0]; }
  void gradient(const double*, double* g) const noexcept { g[0] = slope_; }
  void hessian(const double*, double* h) const noexcept { h[0] = 0.0; }

  void gradient_moments(double* mean, double* mean_square) const noexcept {
    mean[0] = slope_;
    mean_square[0] = slope_ * slope_;
  }

 private:
  double slope_;
};

}  // namespace fall_line
