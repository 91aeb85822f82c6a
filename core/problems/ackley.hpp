#pragma once

#include <cmath>
#include <numbers>

#include "core/numerics/exponential.hpp"
#include "core/numerics/turn.hpp"
#include "core/problems/problem.hpp"

namespace fall_line {

/// Ackley's function:
///   f(x, y) = 20·(1 − exp(−r/5)) + e − exp(c),
///   r = √((x² + y²)/2),  c = (cos 2πx + cos 2πy)/2
/// Its minimum, 0 at the origin, is the tip of a cone: r has no derivative there. At the origin,
/// and only there, the derivatives of the cone are taken as zero: the gradient is then 0, which
/// is a subgradient, and the Hessian is that of the waves alone.
class Ackley {
 public:
  static constexpr std::string_view name = "ackley";
  static constexpr std::string_view title = "Ackley’s function";
  static constexpr std::string_view tex =
      R"(f(x,y) = 20 + e - 20\,e^{-\frac15\sqrt{\frac12(x^2+y^2)}})"
      R"( - e^{\frac12(\cos 2\pi x+\cos 2\pi y)})";
  static constexpr std::string_view source = "Ackley 1987";
  static constexpr Index dimension = 2;
  static constexpr Domain domain = {-5, 5, -5, 5};
  static constexpr double start[] = {-2.6, 1.4};
  static constexpr double minimizer[] = {0, 0};
  struct Parameters {};

  explicit Ackley(const Parameters&) {}

  /// By eˣ − 1, so that f near its minimum is not the difference of 22.7 and 22.7.
  double value(const double* x) const noexcept {
    return -20.0 * exponential_minus_one(-0.2 * radius(x)) -
           std::numbers::e * exponential_minus_one(waves(x) - 1.0);
  }

  void gradient(const double* x, double* g) const noexcept {
    const double r = radius(x);
    const double cone = r == 0.0 ? 0.0 : 2.0 * exponential(-0.2 * r) / r;
    const double wave = std::numbers::pi * exponential(waves(x));
    for (Index i = 0; i < 2; ++i) g[i] = cone * x[i] + wave * after_turns(x[i]).sine;
  }

  void hessian(const double* x, double* h) const noexcept {
    const double r = radius(x);
    const double across = r == 0.0 ? 0.0 : 2.0 * exponential(-0.2 * r) / r;
    const double along = r == 0.0 ? 0.0 : -across * (0.1 + 0.5 / r) / r;
    const double wave = std::numbers::pi * std::numbers::pi * exponential(waves(x));
    const CirclePoint on[] = {after_turns(x[0]), after_turns(x[1])};
    for (Index i = 0; i < 2; ++i) {
      h[3 * i] =
          across + along * (x[i] * x[i]) + wave * (2.0 * on[i].cosine - on[i].sine * on[i].sine);
    }
    h[1] = h[2] = along * (x[0] * x[1]) - wave * (on[0].sine * on[1].sine);
  }

 private:
  static double radius(const double* x) noexcept {
    return std::sqrt(0.5 * (x[0] * x[0] + x[1] * x[1]));
  }
  static double waves(const double* x) noexcept {
    return 0.5 * (after_turns(x[0]).cosine + after_turns(x[1]).cosine);
  }
};

}  // namespace fall_line
