#include "core/numerics/exponential.hpp"

#include <cmath>

#include "core/numerics/natural_log.hpp"

namespace fall_line {

double exponential_minus_one(double x) noexcept {
  const double u = exponential(x);
  if (u == 1.0) return x;
  const double change = u - 1.0;
  if (change == -1.0 || std::isinf(u)) return change;
  return change * x / natural_log(u);
}

}  // namespace fall_line
