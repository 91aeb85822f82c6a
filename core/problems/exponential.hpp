#pragma once

#include "core/numerics/exponential.hpp"
#include "core/problems/problem.hpp"

namespace fall_line {

/// f(x) = eˣ, its own derivative: convex, falling towards 0 for ever, without a minimum.
class Exponential {
 public:
  static constexpr std::string_view name = "exponential";
  static constexpr std::string_view title = "Exponential";
  static constexpr std::string_view tex = R"(f(x) = e^x)";
  static constexpr std::string_view source = "lecture 2, numeric gradients";
  static constexpr Index dimension = 1;
  static constexpr Domain domain = {-3, 2, 0, 0};
  static constexpr double start[] = {1};
  struct Parameters {};

  explicit Exponential(const Parameters&) {}

  double value(const double* x) const noexcept { return exponential(x[0]); }
  void gradient(const double* x, double* g) const noexcept { g[0] = exponential(x[0]); }
  void hessian(const double* x, double* h) const noexcept { h[0] = exponential(x[0]); }
};

}  // namespace fall_line
