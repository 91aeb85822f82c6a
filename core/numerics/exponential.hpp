#pragma once

#include <Eigen/Core>
#include <cstdint>

#include "core/numerics/floating_point.hpp"

namespace fall_line {

/// eˣ for every double, bit for bit the same on every platform; error below 1 unit in the last
/// place (2⁻¹⁰⁷⁴ where the result is subnormal). exp(−∞) = 0, exp(∞) = ∞, exp(NaN) = NaN.
///
///   k = round(x / ln 2),  r = x − k·ln 2 = high − low,  |r| ≤ ½ ln 2
///   c = r − r²·P(r²)
///   eˣ = 2ᵏ · (1 + (high − (low − r·c / (2 − c))))
///
/// (Remez approximation of Sun's fdlibm, e_exp.c, 1993.) libm's exp differs by an ulp between
/// platforms and is a call; this one has only + − × ÷ and moves of bits, without a branch, so
/// that a loop over it becomes vector instructions natively and in wasm.
inline double exponential(double x) noexcept {
  // beyond these the result is 0 or ∞ all the same, and 2ᵏ stays within two factors
  x = x < -746.0 ? -746.0 : x;
  x = x > 710.0 ? 710.0 : x;
  // added to a small number it leaves that number, rounded, in the lowest bits
  constexpr double rounder = 0x1.8p52;
  const double k = (x * 1.44269504088896338700 + rounder) - rounder;
  const double high = x - k * 6.93147180369123816490e-01;  // exact: the factor ends in 32 zero bits
  const double low = k * 1.90821492927058770002e-10;
  const double r = high - low;
  const double r2 = r * r;
  const double p =
      1.66666666666666019037e-01 +
      r2 * (-2.77777777770155933842e-03 +
            r2 * (6.61375632143793436117e-05 +
                  r2 * (-1.65339022054652515390e-06 + r2 * 4.13813679705723846039e-08)));
  const double c = r - r2 * p;
  const double y = 1.0 + (high - (low - (r * c) / (2.0 - c)));
  // 2ᵏ in two factors: 2¹⁰²⁴ and 2⁻¹⁰⁷⁴ are no normal numbers, but products of such
  const double half = (0.5 * k + rounder) - rounder;
  const auto power = [](double exponent) noexcept {
    const auto bits = Eigen::numext::bit_cast<std::uint64_t>(exponent + (rounder + 1023.0));
    return Eigen::numext::bit_cast<double>(bits << 52);
  };
  return y * power(half) * power(k - half);
}

}  // namespace fall_line
