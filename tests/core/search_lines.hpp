#pragma once

#include <cmath>
#include <functional>
#include <numbers>

#include "core/problems/declare_problem.hpp"

namespace fall_line::test::search_lines {

/// phi in one dimension, written down for one test.
class Phi {
 public:
  using Function = std::function<double(double)>;
  Phi(Function value, Function slope) : value_(std::move(value)), slope_(std::move(slope)) {}
  Index dimension() const noexcept { return 1; }
  std::vector<double> start() const { return {0.0}; }
  double value(const double* x) const noexcept { return value_(x[0]); }
  void gradient(const double* x, double* g) const noexcept { g[0] = slope_(x[0]); }
  void hessian(const double*, double*) const noexcept {}

 private:
  Function value_, slope_;
};

// Moré & Thuente 1994, section 5: their six test functions, yanai the last three.
inline Phi function1() {
  return {[](double a) { return -a / (a * a + 2.0); },
          [](double a) { return (a * a - 2.0) / ((a * a + 2.0) * (a * a + 2.0)); }};
}
inline Phi function2() {
  return {[](double a) { return std::pow(a + 0.004, 5) - 2.0 * std::pow(a + 0.004, 4); },
          [](double a) { return 5.0 * std::pow(a + 0.004, 4) - 8.0 * std::pow(a + 0.004, 3); }};
}
inline Phi function3() {
  constexpr double beta = 0.01, l = 39.0, pi = std::numbers::pi;
  return {[](double a) {
            const double kink = a <= 1.0 - beta   ? 1.0 - a
                                : a >= 1.0 + beta ? a - 1.0
                                                  : (a - 1.0) * (a - 1.0) / (2 * beta) + beta / 2;
            return kink + 2.0 * (1.0 - beta) / (l * pi) * std::sin(l * pi / 2.0 * a);
          },
          [](double a) {
            const double kink = a <= 1.0 - beta ? -1.0 : a >= 1.0 + beta ? 1.0 : (a - 1.0) / beta;
            return kink + (1.0 - beta) * std::cos(l * pi / 2.0 * a);
          }};
}
inline Phi yanai(double beta1, double beta2) {
  const auto gamma = [](double beta) { return std::sqrt(1.0 + beta * beta) - beta; };
  const double g1 = gamma(beta1), g2 = gamma(beta2);
  return {[=](double a) {
            return g1 * std::sqrt((1.0 - a) * (1.0 - a) + beta2 * beta2) +
                   g2 * std::sqrt(a * a + beta1 * beta1);
          },
          [=](double a) {
            return -g1 * (1.0 - a) / std::sqrt((1.0 - a) * (1.0 - a) + beta2 * beta2) +
                   g2 * a / std::sqrt(a * a + beta1 * beta1);
          }};
}

}  // namespace fall_line::test::search_lines
