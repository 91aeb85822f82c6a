#pragma once

#include <array>

#include "core/problems/problem.hpp"

namespace fall_line {

/// Least squares with numbers one can follow by hand: a line through the four points (0, 1), (1,
/// 3), (2, 2), (3, 4).
///   f(w, b) = Σ (w·x_i + b − y_i)²,  ∇f = 2Xᵀ(Xθ − y),  ∇²f = 2XᵀX = [[28, 12], [12, 8]]
/// with rows (x_i, 1) in X. Minimum 1.8 at (XᵀX)⁻¹Xᵀy = (0.8, 1.3).
class LineFit {
 public:
  static constexpr std::string_view name = "line_fit";
  static constexpr std::string_view title = "A line through four points";
  static constexpr std::string_view tex = R"(f(w,b) = \sum_{i=1}^{4} (w x_i + b - y_i)^2)";
  static constexpr std::string_view source = "lecture 1 asks for Newton on linear regression";
  static constexpr Index dimension = 2;
  static constexpr Domain domain = {-2, 4, -2, 5};
  static constexpr double start[] = {-1, 4};
  static constexpr double minimizer[] = {0.8, 1.3};
  static constexpr CriticalPoint critical_points[] = {{0.8, 1.3, CriticalKind::minimum}};
  static constexpr std::array<double, 4> inputs = {0, 1, 2, 3};
  static constexpr std::array<double, 4> targets = {1, 3, 2, 4};
  struct Parameters {};

  explicit LineFit(const Parameters&) {}

  double value(const double* x) const noexcept {
    double sum = 0.0;
    for (std::size_t i = 0; i < inputs.size(); ++i) sum += residual(x, i) * residual(x, i);
    return sum;
  }

  void gradient(const double* x, double* g) const noexcept {
    g[0] = g[1] = 0.0;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      g[0] += 2.0 * residual(x, i) * inputs[i];
      g[1] += 2.0 * residual(x, i);
    }
  }

  void hessian(const double*, double* h) const noexcept {
    h[0] = 28.0;
    h[1] = h[2] = 12.0;
    h[3] = 8.0;
  }

  Index residual_count() const noexcept { return std::ssize(inputs); }
  void residuals(const double* x, double* r) const noexcept {
    for (std::size_t i = 0; i < inputs.size(); ++i) r[i] = residual(x, i);
  }
  void jacobian(const double*, double* j) const noexcept {
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      j[2 * i] = inputs[i];
      j[2 * i + 1] = 1.0;
    }
  }

 private:
  static double residual(const double* x, std::size_t i) noexcept {
    return x[0] * inputs[i] + x[1] - targets[i];
  }
};

}  // namespace fall_line
