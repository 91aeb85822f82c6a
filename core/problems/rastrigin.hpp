#pragma once

#include <numbers>

#include "core/numerics/turn.hpp"
#include "core/problems/problem.hpp"

namespace fall_line {

/// Rastrigin's function: f(x, y) = 20 + x² − 10·cos 2πx + y² − 10·cos 2πy.
/// A bowl under waves: 121 minima in the window, the lowest, 0, at the origin. Listed are the
/// critical points nearest to it: 9 minima, 4 maxima and 12 saddles, where each coordinate is
/// 0, ±0.50255 (a crest) or ±0.99496 (a trough).
class Rastrigin {
 public:
  static constexpr std::string_view name = "rastrigin";
  static constexpr std::string_view title = "Rastrigin’s function";
  static constexpr std::string_view tex =
      R"(f(x,y) = 20 + x^2 - 10\cos 2\pi x + y^2 - 10\cos 2\pi y)";
  static constexpr std::string_view source = "Rastrigin 1974";
  static constexpr Index dimension = 2;
  static constexpr Domain domain = {-5.12, 5.12, -5.12, 5.12};
  static constexpr double start[] = {-3.4, 2.7};
  static constexpr double minimizer[] = {0, 0};
  static constexpr double crest = 0.5025460365546747, trough = 0.9949586376523348;
  static constexpr CriticalPoint critical_points[] = {{0, 0, CriticalKind::minimum},
                                                      {trough, 0, CriticalKind::minimum},
                                                      {-trough, 0, CriticalKind::minimum},
                                                      {0, trough, CriticalKind::minimum},
                                                      {0, -trough, CriticalKind::minimum},
                                                      {trough, trough, CriticalKind::minimum},
                                                      {trough, -trough, CriticalKind::minimum},
                                                      {-trough, trough, CriticalKind::minimum},
                                                      {-trough, -trough, CriticalKind::minimum},
                                                      {crest, crest, CriticalKind::maximum},
                                                      {crest, -crest, CriticalKind::maximum},
                                                      {-crest, crest, CriticalKind::maximum},
                                                      {-crest, -crest, CriticalKind::maximum},
                                                      {crest, 0, CriticalKind::saddle},
                                                      {-crest, 0, CriticalKind::saddle},
                                                      {0, crest, CriticalKind::saddle},
                                                      {0, -crest, CriticalKind::saddle},
                                                      {crest, trough, CriticalKind::saddle},
                                                      {crest, -trough, CriticalKind::saddle},
                                                      {-crest, trough, CriticalKind::saddle},
                                                      {-crest, -trough, CriticalKind::saddle},
                                                      {trough, crest, CriticalKind::saddle},
                                                      {trough, -crest, CriticalKind::saddle},
                                                      {-trough, crest, CriticalKind::saddle},
                                                      {-trough, -crest, CriticalKind::saddle}};
  struct Parameters {};

  explicit Rastrigin(const Parameters&) {}

  double value(const double* x) const noexcept { return wave(x[0]) + wave(x[1]); }

  void gradient(const double* x, double* g) const noexcept {
    for (Index i = 0; i < 2; ++i) g[i] = 2.0 * x[i] + 10.0 * turn * after_turns(x[i]).sine;
  }

  void hessian(const double* x, double* h) const noexcept {
    h[0] = 2.0 + 10.0 * turn * turn * after_turns(x[0]).cosine;
    h[1] = h[2] = 0.0;
    h[3] = 2.0 + 10.0 * turn * turn * after_turns(x[1]).cosine;
  }

  void values_in_row(const double* x, Index count, double y,
                     double* __restrict values) const noexcept {
    const double across = wave(y);
    for (Index i = 0; i < count; ++i) values[i] = wave(x[i]) + across;
  }

 private:
  static constexpr double turn = 2.0 * std::numbers::pi;

  static double wave(double x) noexcept { return x * x + 10.0 * (1.0 - after_turns(x).cosine); }
};

}  // namespace fall_line
