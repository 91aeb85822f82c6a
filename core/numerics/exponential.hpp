#pragma once

#include <Eigen/Core>
#include <cstdint>

#include "core/numerics/floating_point.hpp"

namespace fall_line {

/// Added to a number below 2⁵⁰ in size it leaves that number, rounded, in the lowest bits.
inline constexpr double rounding_shift = 0x1.8p52;

/// eˣ = 2^exponent · significand.
struct ScaledExponential {
  double significand;  ///< in [√½, √2], error below 0.7 units in the last place
  double exponent;     ///< whole
};

/// For |x| ≤ 746:
///   exponent = round(x / ln 2),  r = x − exponent·ln 2,  |r| ≤ ½ ln 2
///   significand = 1 + r + r²·q(r),  q of degree 9, minimax for (eʳ − 1 − r)/r²
/// Only + − × and moves of bits, without a branch, so that a loop over it becomes vector
/// instructions natively and in wasm.
inline ScaledExponential scaled_exponential(double x) noexcept {
  const double exponent = (x * 1.44269504088896338700 + rounding_shift) - rounding_shift;
  // ln 2 in two parts: the first ends in 32 zero bits, so its product is exact
  const double high = x - exponent * 6.93147180369123816490e-01;
  const double low = exponent * 1.90821492927058770002e-10;
  const double r = high - low;
  const double r2 = r * r, r4 = r2 * r2;
  const double q01 = 0.5 + r * 0.16666666666666666;
  const double q23 = 0.041666666666612416 + r * 0.008333333333392076;
  const double q45 = 0.0013888888923738534 + r * 0.00019841269643186912;
  const double q67 = 2.4801512197008977e-05 + r * 2.755751802373834e-06;
  const double q89 = 2.762388886910745e-07 + r * 2.5009091988405994e-08;
  const double q = (q01 + r2 * q23) + r4 * ((q45 + r2 * q67) + r4 * q89);
  const double sum = 1.0 + high;
  const double lost = high - (sum - 1.0);  // what 1 + high rounded away
  return {sum + (lost + (r2 * q - low)), exponent};
}

/// 2^exponent of a whole number from −1022 to 1023.
inline double power_of_two(double exponent) noexcept {
  const double shifted = exponent + (rounding_shift + 1023.0);
  return Eigen::numext::bit_cast<double>(Eigen::numext::bit_cast<std::uint64_t>(shifted) << 52);
}

/// eˣ for every double, bit for bit the same on every platform; error below 0.75 units in the
/// last place, 1 where the result is subnormal. exp(−∞) = 0, exp(∞) = ∞, exp(NaN) = NaN.
/// libm's exp differs by an ulp between platforms, and is a call.
inline double exponential(double x) noexcept {
  x = x < -746.0 ? -746.0 : x;  // 0 all the same
  x = x > 710.0 ? 710.0 : x;    // ∞ all the same
  const auto [significand, exponent] = scaled_exponential(x);
  // in two factors: 2¹⁰²⁴ and 2⁻¹⁰⁷⁴ are no normal numbers, but products of such
  const double half = (0.5 * exponent + rounding_shift) - rounding_shift;
  return significand * power_of_two(half) * power_of_two(exponent - half);
}

/// eˣ − 1, also where eˣ rounds to 1: of 3e-20 it is 3e-20. Error below 5 units in the last place.
///
///   u = eˣ rounded,  eˣ − 1 = (u − 1)·x / ln(u)
///
/// (W. Kahan: the error of u cancels in the quotient.)
double exponential_minus_one(double x) noexcept;

/// Where exponential(x) neither overflows nor becomes subnormal.
inline constexpr double moderate_exponent = 708.0;

/// The same number in half the time, for |x| ≤ moderate_exponent (or NaN).
inline double moderate_exponential(double x) noexcept {
  const auto [significand, exponent] = scaled_exponential(x);
  return significand * power_of_two(exponent);
}

}  // namespace fall_line
