#pragma once

namespace fall_line {

/// A point of the unit circle.
struct CirclePoint {
  double cosine;
  double sine;
};

/// (cos 2πt, sin 2πt) after `turns` t, bit for bit the same on every platform; exact at every
/// quarter turn, error below 2 units in the last place elsewhere. |turns| < 2⁵⁰.
///
///   t = quarters/4 + r,  |r| ≤ 1/8;  Taylor sums of x = 2πr up to x¹⁷, then quarters exchanged
///
/// libm's cos(π/2) is 6e-17, and its last bits differ between platforms.
CirclePoint after_turns(double turns) noexcept;

}  // namespace fall_line
