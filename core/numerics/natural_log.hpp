#pragma once

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

/// ln(1 + x), also where 1 + x rounds to 1: ln(1 + 3e-48) = 3e-48. Error below 4 units in the
/// last place; NaN for x < −1.
///
///   u = 1 + x rounded,  ln(1 + x) = ln(u) · x / (u − 1)
///
/// (W. Kahan; Goldberg 1991, theorem 4: the error of u cancels in the quotient.)
double natural_log_one_plus(double x) noexcept;

}  // namespace fall_line
