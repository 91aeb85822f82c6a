#pragma once

#include <numbers>

#include "core/numerics/turn.hpp"
#include "core/problems/problem.hpp"

namespace fall_line {

/// f(x) = x·cos(πx). Inside [−2, 2] it has two minima, f(−0.274) = −0.1786 and
/// f(1.090) = −1.0467; both lie above the end point f(−2) = −2, and on all of ℝ there is no
/// lowest value.
class XCosPiX {
 public:
  static constexpr std::string_view name = "x_cos_pi_x";
  static constexpr std::string_view title = "x · cos(πx)";
  static constexpr std::string_view tex = R"(f(x) = x \cos(\pi x))";
  static constexpr std::string_view source = "lecture 3";
  static constexpr Index dimension = 1;
  static constexpr Domain domain = {-2, 2, 0, 0};
  static constexpr double start[] = {0};
  static constexpr CriticalPoint critical_points[] = {
      {-0.2738526868008509, 0, CriticalKind::minimum},
      {1.0904082219467213, 0, CriticalKind::minimum},
      {0.2738526868008509, 0, CriticalKind::maximum},
      {-1.0904082219467213, 0, CriticalKind::maximum}};
  struct Parameters {};

  explicit XCosPiX(const Parameters&) {}

  double value(const double* x) const noexcept { return x[0] * after_turns(0.5 * x[0]).cosine; }

  void gradient(const double* x, double* g) const noexcept {
    const auto [cosine, sine] = after_turns(0.5 * x[0]);
    g[0] = cosine - pi * x[0] * sine;
  }

  void hessian(const double* x, double* h) const noexcept {
    const auto [cosine, sine] = after_turns(0.5 * x[0]);
    h[0] = -pi * (2.0 * sine + pi * x[0] * cosine);
  }

 private:
  static constexpr double pi = std::numbers::pi;
};

}  // namespace fall_line
