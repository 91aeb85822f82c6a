#pragma once

namespace fall_line {

/// baseᵉ for exponent e ≥ 0, and base ≥ 0 unless e is whole, bit for bit the same on every
/// platform: by repeated squaring where e is whole, else exp(e·ln base). Relative error about e·(1
/// + |ln base|) units in the last place. 0⁰ = 1.
double power(double base, double exponent) noexcept;

}  // namespace fall_line
