#include "core/numerics/turn.hpp"

#include <cmath>
#include <numbers>

namespace fall_line {

CirclePoint after_turns(double turns) noexcept {
  const double quarters = std::floor(4.0 * turns + 0.5);
  const double x = 2.0 * std::numbers::pi * (turns - 0.25 * quarters), x2 = x * x;
  double cosine = 1.0, sine = 1.0;
  for (double k = 16.0; k >= 2.0; k -= 2.0) {
    cosine = 1.0 - x2 / (k * (k - 1.0)) * cosine;
    sine = 1.0 - x2 / (k * (k + 1.0)) * sine;
  }
  sine *= x;
  switch (static_cast<int>(quarters - 4.0 * std::floor(0.25 * quarters))) {
    case 1:
      return {-sine, cosine};
    case 2:
      return {-cosine, -sine};
    case 3:
      return {sine, -cosine};
    default:
      return {cosine, sine};
  }
}

}  // namespace fall_line
