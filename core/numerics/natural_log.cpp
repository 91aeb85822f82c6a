#include "core/numerics/natural_log.hpp"

#include <Eigen/Core>
#include <cstdint>
#include <limits>
#include <numbers>

namespace fall_line {

double natural_log(double x) noexcept {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  int exponent = -1023;
  if (!(x >= std::numeric_limits<double>::min() && x < infinity)) {
    if (x == 0.0) return -infinity;
    if (!(x > 0.0 && x < infinity)) return x < 0.0 ? not_yet : x;
    x *= 0x1p54;  // subnormal
    exponent -= 54;
  }
  // emcc 3.1.6 has no std::bit_cast
  const auto bits = Eigen::numext::bit_cast<std::uint64_t>(x);
  exponent += static_cast<int>(bits >> 52);
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

double natural_log_one_plus(double x) noexcept {
  const double u = 1.0 + x;
  if (u == 1.0) return x;
  if (u - u != 0.0) return u;
  return natural_log(u) * (x / (u - 1.0));
}

}  // namespace fall_line
