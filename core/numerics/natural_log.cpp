#include "core/numerics/natural_log.hpp"

#include <Eigen/Core>
#include <cstdint>
#include <numbers>

namespace fall_line {

double natural_log(double x) noexcept {
  // emcc 3.1.6 has no std::bit_cast
  const auto bits = Eigen::numext::bit_cast<std::uint64_t>(x);
  int exponent = static_cast<int>((bits >> 52) & 0x7ff) - 1023;
  double mantissa =
      Eigen::numext::bit_cast<double>((bits & 0x000fffffffffffffULL) | 0x3ff0000000000000ULL);
  if (mantissa > std::numbers::sqrt2) {
    mantissa *= 0.5;
    ++exponent;
  }
  const double s = (mantissa - 1.0) / (mantissa + 1.0);
  const double s2 = s * s;
  // |s| ≤ 0.1716, so the term s^25/25 is below 1e-20: twelve odd powers are enough.
  double series = 1.0 / 23.0;
  for (int odd = 21; odd >= 1; odd -= 2) series = series * s2 + 1.0 / odd;
  return exponent * std::numbers::ln2 + 2.0 * s * series;
}

}  // namespace fall_line
