#include "core/numerics/power.hpp"

#include <cmath>

#include "core/numerics/exponential.hpp"
#include "core/numerics/natural_log.hpp"

namespace fall_line {

double power(double base, double exponent) noexcept {
  if (exponent != std::floor(exponent) || exponent > 1e9) {
    return base > 0.0 ? exponential(exponent * natural_log(base)) : 0.0;
  }
  double result = 1.0;
  for (auto rest = static_cast<long>(exponent); rest > 0; rest /= 2) {
    if (rest % 2 == 1) result *= base;
    base *= base;
  }
  return result;
}

}  // namespace fall_line
