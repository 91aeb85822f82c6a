#pragma once

#include <cmath>

#include "core/problems/problem.hpp"

namespace fall_line {

/// A valley with a wide, almost flat terrace on each side:
///   f(x, y) = bend(x) + ½·Σ± (bend(x ± far) − bend(x ± near)) + ½·y² − c
///   bend(u) = √(u² + 1/16),  near = 2,  far = 2 + width
/// c makes the minimum 0, at the origin. Along x the slope is close to 1 where |x| < near or
/// |x| > far and falls to 1/270 in between (at width 5), never to 0: the origin is the only
/// critical point.
/// Infinitely differentiable; only + − × ÷ √.
class Plateau {
 public:
  static constexpr std::string_view name = "plateau";
  static constexpr std::string_view title = "Plateau";
  static constexpr std::string_view tex =
      R"(f(x,y) = b(x) + \tfrac12 \sum_{\pm} \left(b(x \pm (2+\width)) - b(x \pm 2)\right))"
      R"( + \tfrac12 y^2 - c,\quad b(u) = \sqrt{u^2 + \tfrac1{16}})";
  static constexpr std::string_view source = "this course; lecture 0 names the plateau";
  static constexpr Index dimension = 2;
  static constexpr Domain domain = {-10, 10, -4, 4};
  static constexpr double start[] = {8.5, 3};
  static constexpr double minimizer[] = {0, 0};
  static constexpr CriticalPoint critical_points[] = {{0, 0, CriticalKind::minimum}};
  struct Parameters {
    double width;
  };
  static constexpr Parameter<Parameters> parameters[] = {{{.name = "width",
                                                           .symbol = "width",
                                                           .letter = "w",
                                                           .meaning = "width of each terrace",
                                                           .default_value = 5.0,
                                                           .allowed = {.low = 0.0, .high = 1e3},
                                                           .slider = {.low = 0.0, .high = 20.0}},
                                                          &Parameters::width}};

  explicit Plateau(const Parameters& parameters) : far_(near + parameters.width) {
    lowest_ = along(0.0);
  }

  double value(const double* x) const noexcept {
    return along(x[0]) - lowest_ + 0.5 * (x[1] * x[1]);
  }

  void gradient(const double* x, double* g) const noexcept {
    g[0] = combined(x[0], [](double u) { return u / bend(u); });
    g[1] = x[1];
  }

  void hessian(const double* x, double* h) const noexcept {
    h[0] = combined(x[0], [](double u) {
      const double length = bend(u);
      return roundness / (length * length * length);
    });
    h[1] = h[2] = 0.0;
    h[3] = 1.0;
  }

 private:
  static constexpr double near = 2.0, roundness = 1.0 / 16.0;

  static double bend(double u) noexcept { return std::sqrt(u * u + roundness); }

  template <class Part>
  double combined(double x, Part part) const noexcept {
    return part(x) + 0.5 * ((part(x - far_) + part(x + far_)) - (part(x - near) + part(x + near)));
  }

  double along(double x) const noexcept { return combined(x, bend); }

  double far_;
  double lowest_;
};

}  // namespace fall_line
