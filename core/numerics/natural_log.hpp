#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <numbers>

#include "core/numerics/floating_point.hpp"

namespace fall_line {

/// Natural logarithm, bit for bit the same on every platform; error below 2 units in the last
/// place. ln 0 = −∞, ln ∞ = ∞; NaN for x < 0 and NaN.
///
///   x = 2^exponent · mantissa,  mantissa in [√½, √2)
///   log(x) = exponent · ln 2 + 2 · artanh(s),  s = (mantissa − 1) / (mantissa + 1)
///
/// libm's log differs by an ulp between libstdc++ and musl; this one uses only + − × ÷ in a
/// fixed order.
double natural_log(double x) noexcept;

/// The same number, for positive normal x; without a branch, so that a loop over it becomes
/// vector instructions.
inline double natural_log_of_normal(double x) noexcept {
  // emcc 3.1.6 has no std::bit_cast
  const auto bits = Eigen::numext::bit_cast<std::uint64_t>(x);
  // the biased exponent in the lowest bits of 2⁵²: no conversion from integers is needed
  double exponent =
      Eigen::numext::bit_cast<double>((bits >> 52) | 0x4330000000000000ULL) - (0x1p52 + 1023.0);
  double mantissa =
      Eigen::numext::bit_cast<double>((bits & 0x000fffffffffffffULL) | 0x3ff0000000000000ULL);
  const bool high = mantissa > std::numbers::sqrt2;
  mantissa = high ? mantissa * 0.5 : mantissa;
  exponent = high ? exponent + 1.0 : exponent;
  const double s = (mantissa - 1.0) / (mantissa + 1.0);
  const double s2 = s * s;
  // |s| ≤ 0.1716, so the term s^25/25 is below 1e-20: twelve odd powers are enough.
  double series = s2 * (1.0 / 23.0) + 1.0 / 21.0;
  series = series * s2 + 1.0 / 19.0;
  series = series * s2 + 1.0 / 17.0;
  series = series * s2 + 1.0 / 15.0;
  series = series * s2 + 1.0 / 13.0;
  series = series * s2 + 1.0 / 11.0;
  series = series * s2 + 1.0 / 9.0;
  series = series * s2 + 1.0 / 7.0;
  series = series * s2 + 1.0 / 5.0;
  series = series * s2 + 1.0 / 3.0;
  series = series * s2 + 1.0;
  return exponent * std::numbers::ln2 + 2.0 * s * series;
}

/// ln(1 + x), also where 1 + x rounds to 1: ln(1 + 3e-48) = 3e-48. Error below 4 units in the
/// last place; NaN for x < −1.
///
///   u = 1 + x rounded,  ln(1 + x) = ln(u) · x / (u − 1)
///
/// (W. Kahan; Goldberg 1991, theorem 4: the error of u cancels in the quotient.)
double natural_log_one_plus(double x) noexcept;

}  // namespace fall_line
