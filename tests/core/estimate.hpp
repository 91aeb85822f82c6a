#pragma once

namespace fall_line::test {

/// What a value may be off by, in units of its magnitude: 450 units in the last place, room for
/// the sums of a few dozen steps.
inline constexpr double round_off = 1e-13;

/// A number and how large the numbers were that it was added up from: the round-off of `value` is
/// a few units in the last place of `magnitude`. (1 − 0.999 has magnitude 2.) Every operation
/// below passes round-off on to first order: magnitude(f(x)) = |f(x)| + |f′(x)|·magnitude(x).
struct Estimate {
  double value;
  double magnitude;
};

/// A number that was read or traced.
Estimate exact(double value);

Estimate operator+(Estimate a, Estimate b);
Estimate operator-(Estimate a);
Estimate operator*(Estimate a, Estimate b);
Estimate operator/(Estimate a, Estimate b);

/// √a; what only round-off has pushed below zero counts as zero.
Estimate root(Estimate a);
Estimate power(Estimate base, Estimate exponent);
Estimate exponential(Estimate a);
Estimate logarithm(Estimate a);
Estimate sine(Estimate a);
Estimate cosine(Estimate a);
Estimate hyperbolic_tangent(Estimate a);
Estimate absolute(Estimate a);
Estimate larger(Estimate a, Estimate b);
Estimate smaller(Estimate a, Estimate b);

/// Functions with jumps are taken at the double that was computed.
Estimate sign(Estimate a);
Estimate floor_of(Estimate a);

}  // namespace fall_line::test
