#pragma once

#include <cmath>
#include <numbers>

namespace fall_line {

/// A point of the unit circle.
struct CirclePoint {
  double cosine;
  double sine;
};

/// (cos 2πt, sin 2πt) after `turns` t, bit for bit the same on every platform; exact at every
/// quarter turn, error below 2 units in the last place of 1 elsewhere. NaN unless t is finite.
///
///   t = quarters/4 + r,  |r| ≤ 1/8;  Taylor sums of x = 2πr up to x¹⁷, then quarters exchanged
///
/// libm's cos(π/2) is 6e-17, its last bits differ between platforms, and it is a call: this has no
/// branch, so that a loop over it becomes vector instructions.
inline CirclePoint after_turns(double turns) noexcept {
  const double quarters = std::floor(4.0 * turns + 0.5);
  const double x = 2.0 * std::numbers::pi * (turns - 0.25 * quarters), x2 = x * x;
  double c = x2 * (1.0 / 20922789888000.0) - 1.0 / 87178291200.0;
  c = c * x2 + 1.0 / 479001600.0;
  c = c * x2 - 1.0 / 3628800.0;
  c = c * x2 + 1.0 / 40320.0;
  c = c * x2 - 1.0 / 720.0;
  c = c * x2 + 1.0 / 24.0;
  c = c * x2 - 1.0 / 2.0;
  c = c * x2 + 1.0;
  double s = x2 * (1.0 / 355687428096000.0) - 1.0 / 1307674368000.0;
  s = s * x2 + 1.0 / 6227020800.0;
  s = s * x2 - 1.0 / 39916800.0;
  s = s * x2 + 1.0 / 362880.0;
  s = s * x2 - 1.0 / 5040.0;
  s = s * x2 + 1.0 / 120.0;
  s = s * x2 - 1.0 / 6.0;
  s = s * x2 + 1.0;
  s *= x;
  const double quarter = quarters - 4.0 * std::floor(0.25 * quarters);
  const bool exchanged = quarter == 1.0 || quarter == 3.0;
  const double cosine = exchanged ? s : c, sine = exchanged ? c : s;
  return {quarter == 1.0 || quarter == 2.0 ? -cosine : cosine, quarter >= 2.0 ? -sine : sine};
}

/// (cos x, sin x) of an angle in radians; absolute error about |x| + 2 units in the last place
/// of 1.
inline CirclePoint at_angle(double radians) noexcept {
  return after_turns(radians * (0.5 * std::numbers::inv_pi));
}

}  // namespace fall_line
