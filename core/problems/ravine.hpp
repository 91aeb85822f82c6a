#pragma once

#include <cmath>

#include "core/problems/curvature.hpp"
#include "core/problems/problem.hpp"

namespace fall_line {

/// A curved ravine with a chosen condition number:
///   f(x, y) = ½·(x² + condition·(y − x²/4)²)
/// Its floor is the parabola y = x²/4. Minimum 0 at the origin, where the Hessian is
/// diag(1, condition).
class Ravine {
 public:
  static constexpr std::string_view name = "ravine";
  static constexpr std::string_view title = "Curved ravine";
  static constexpr std::string_view tex =
      R"(f(x,y) = \tfrac12\left(x^2 + \conditionnumber\,(y - \tfrac14 x^2)^2\right))";
  static constexpr std::string_view source = "this course";
  static constexpr Index dimension = 2;
  static constexpr Domain domain = {-4, 4, -2, 5};
  static constexpr double start[] = {-3.5, 4};
  static constexpr double minimizer[] = {0, 0};
  static constexpr CriticalPoint critical_points[] = {{0, 0, CriticalKind::minimum}};
  struct Parameters {
    double condition;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {condition_declaration("condition number at the minimum: how much steeper across than along",
                             50.0),
       &Parameters::condition}};

  explicit Ravine(const Parameters& parameters) : condition_(parameters.condition) {}

  double value(const double* x) const noexcept {
    const double side = off_floor(x);
    return 0.5 * (x[0] * x[0] + condition_ * (side * side));
  }

  void gradient(const double* x, double* g) const noexcept {
    const double push = condition_ * off_floor(x);
    g[0] = x[0] - 0.5 * (x[0] * push);
    g[1] = push;
  }

  void hessian(const double* x, double* h) const noexcept {
    h[0] = 1.0 + condition_ * (0.25 * (x[0] * x[0]) - 0.5 * off_floor(x));
    h[1] = h[2] = -0.5 * (condition_ * x[0]);
    h[3] = condition_;
  }

  Index residual_count() const noexcept { return 2; }

  void residuals(const double* x, double* r) const noexcept {
    r[0] = std::sqrt(0.5) * x[0];
    r[1] = std::sqrt(0.5 * condition_) * off_floor(x);
  }

  void jacobian(const double* x, double* j) const noexcept {
    const double steepness = std::sqrt(0.5 * condition_);
    j[0] = std::sqrt(0.5);
    j[1] = 0.0;
    j[2] = -0.5 * (steepness * x[0]);
    j[3] = steepness;
  }

 private:
  static double off_floor(const double* x) noexcept { return x[1] - 0.25 * (x[0] * x[0]); }

  double condition_;
};

}  // namespace fall_line
