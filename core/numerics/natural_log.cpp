#include "core/numerics/natural_log.hpp"

#include <limits>

namespace fall_line {

double natural_log(double x) noexcept {
  constexpr double smallest_normal = std::numeric_limits<double>::min();
  constexpr double infinity = std::numeric_limits<double>::infinity();
  if (x >= smallest_normal && x < infinity) return natural_log_of_normal(x);
  if (x == 0.0) return -infinity;
  if (x > 0.0 && x < infinity) {
    return natural_log_of_normal(x * 0x1p54) - 54.0 * std::numbers::ln2;
  }
  return x < 0.0 ? not_yet : x;
}

double natural_log_one_plus(double x) noexcept {
  const double u = 1.0 + x;
  if (u == 1.0) return x;
  if (u - u != 0.0) return u;
  return natural_log(u) * (x / (u - 1.0));
}

}  // namespace fall_line
