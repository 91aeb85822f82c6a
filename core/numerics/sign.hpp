#pragma once

namespace fall_line {

/// 1, 0 or −1; 0 where x is NaN.
constexpr double sign(double x) { return x > 0.0 ? 1.0 : x < 0.0 ? -1.0 : 0.0; }

}  // namespace fall_line
