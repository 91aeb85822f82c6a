#pragma once

#include "core/numerics/floating_point.hpp"

namespace fall_line {

/// Natural logarithm of a positive normal number, bit for bit the same on every platform.
///
///   x = 2^exponent · mantissa,  mantissa in [√½, √2)
///   log(x) = exponent · ln 2 + 2 · artanh(s),  s = (mantissa − 1) / (mantissa + 1)
///
/// libm's log differs by an ulp between libstdc++ and musl; this one uses only + − × ÷ in a
/// fixed order. Relative error below 4e-16 away from 1. For x ≤ 0, infinite, NaN or subnormal
/// the result is unspecified: its one caller draws x from (0, 1) in steps of 2⁻¹⁰⁶ or more.
double natural_log(double x) noexcept;

}  // namespace fall_line
