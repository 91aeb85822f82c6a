#pragma once

#include "core/problems/problem.hpp"

namespace fall_line {

/// The monkey saddle: f(x, y) = x³ − 3xy², three ways down and three up (two legs and a tail).
/// Gradient and Hessian both vanish at the origin, so the Hessian cannot tell what it is.
class MonkeySaddle {
 public:
  static constexpr std::string_view name = "monkey_saddle";
  static constexpr std::string_view title = "Monkey saddle";
  static constexpr std::string_view tex = R"(f(x,y) = x^3 - 3xy^2)";
  static constexpr std::string_view source = "Hilbert & Cohn-Vossen 1932";
  static constexpr Index dimension = 2;
  static constexpr Domain domain = {-2, 2, -2, 2};
  static constexpr double start[] = {1, 0.1};
  static constexpr CriticalPoint critical_points[] = {{0, 0, CriticalKind::degenerate}};
  struct Parameters {};

  explicit MonkeySaddle(const Parameters&) {}

  double value(const double* x) const noexcept {
    return x[0] * (x[0] * x[0] - 3.0 * (x[1] * x[1]));
  }

  void gradient(const double* x, double* g) const noexcept {
    g[0] = 3.0 * (x[0] * x[0] - x[1] * x[1]);
    g[1] = -6.0 * (x[0] * x[1]);
  }

  void hessian(const double* x, double* h) const noexcept {
    h[0] = 6.0 * x[0];
    h[1] = h[2] = -6.0 * x[1];
    h[3] = -6.0 * x[0];
  }
};

}  // namespace fall_line
