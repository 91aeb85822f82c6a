#include "tests/core/estimate.hpp"

#include <algorithm>
#include <cmath>

namespace fall_line::test {

namespace {

Estimate through(double value, double slope, Estimate argument) {
  // 0·∞ would be NaN where the slope alone is unbounded
  const double passed = argument.magnitude == 0.0 ? 0.0 : std::abs(slope) * argument.magnitude;
  return {value, std::abs(value) + passed};
}

}  // namespace

Estimate exact(double value) { return {value, std::abs(value)}; }

Estimate operator+(Estimate a, Estimate b) {
  return {a.value + b.value, a.magnitude + b.magnitude};
}

Estimate operator-(Estimate a) { return {-a.value, a.magnitude}; }

Estimate operator*(Estimate a, Estimate b) {
  return {a.value * b.value, std::abs(a.value) * b.magnitude + a.magnitude * std::abs(b.value)};
}

Estimate operator/(Estimate a, Estimate b) {
  const double quotient = a.value / b.value;
  return {quotient, (a.magnitude + std::abs(quotient) * b.magnitude) / std::abs(b.value)};
}

Estimate root(Estimate a) {
  if (a.value < 0.0 && -a.value <= round_off * a.magnitude) a.value = 0.0;
  const double value = std::sqrt(a.value);
  if (a.magnitude == 0.0) return {value, value};
  // near zero the slope is unbounded, the error is not: √(0 + e) = √e
  return {value, value + std::min(0.5 * a.magnitude / value, std::sqrt(a.magnitude / round_off))};
}

Estimate power(Estimate base, Estimate exponent) {
  const double value = std::pow(base.value, exponent.value);
  const double of_base = exponent.value * std::pow(base.value, exponent.value - 1.0);
  const bool whole = exponent.value == std::floor(exponent.value);  // and so exact
  const double of_exponent =
      whole || base.value == 0.0 ? 0.0 : value * std::log(std::abs(base.value));
  // x⁰ has no slope, and the 0⁻¹ above would make it NaN at 0
  double passed = exponent.value == 0.0 ? 0.0 : std::abs(of_base) * base.magnitude;
  // near zero the slope of a root is unbounded, the error is not: (0 + e)ᵖ = eᵖ
  if (exponent.value > 0.0 && exponent.value < 1.0) {
    passed = std::min(passed, std::pow(round_off * base.magnitude, exponent.value) / round_off);
  }
  return {value, std::abs(value) + passed + std::abs(of_exponent) * exponent.magnitude};
}

Estimate exponential(Estimate a) {
  const double value = std::exp(a.value);
  return through(value, value, a);
}

Estimate logarithm(Estimate a) { return through(std::log(a.value), 1.0 / a.value, a); }
Estimate sine(Estimate a) { return through(std::sin(a.value), std::cos(a.value), a); }
Estimate cosine(Estimate a) { return through(std::cos(a.value), std::sin(a.value), a); }

Estimate hyperbolic_tangent(Estimate a) {
  const double value = std::tanh(a.value);
  return through(value, 1.0 - value * value, a);
}

Estimate absolute(Estimate a) { return {std::abs(a.value), a.magnitude}; }

Estimate larger(Estimate a, Estimate b) {
  const Estimate winner = a.value >= b.value ? a : b;
  if (std::isnan(a.value + b.value)) return {a.value + b.value, 0.0};
  // where round-off decides, it may be that of either
  const bool close = std::abs(a.value - b.value) <= round_off * (a.magnitude + b.magnitude);
  return {winner.value, close ? std::max(a.magnitude, b.magnitude) : winner.magnitude};
}

Estimate smaller(Estimate a, Estimate b) { return -larger(-a, -b); }

Estimate sign(Estimate a) {
  if (std::isnan(a.value)) return a;
  return exact(a.value > 0.0 ? 1.0 : a.value < 0.0 ? -1.0 : 0.0);
}

Estimate floor_of(Estimate a) { return exact(std::floor(a.value)); }

}  // namespace fall_line::test
