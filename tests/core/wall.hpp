#pragma once

#include <limits>
#include <vector>

#include "core/numerics/floating_point.hpp"

namespace fall_line::test {

/// Concave up to a wall, which the first step runs into: the gradient turns on the way, so that
/// the second step, along it, leads away from the wall to a minimum.
class Wall {
 public:
  Index dimension() const noexcept { return 2; }
  std::vector<double> start() const { return {1.0, 1.0}; }
  double value(const double* x) const noexcept {
    if (x[0] - 0.4 * x[1] > 0.8) return std::numeric_limits<double>::infinity();
    return x[0] * x[0] * (0.01 * x[0] * x[0] - 0.5) + x[1] * x[1] * (0.0025 * x[1] * x[1] - 1.0);
  }
  void gradient(const double* x, double* g) const noexcept {
    g[0] = x[0] * (0.04 * x[0] * x[0] - 1.0);
    g[1] = x[1] * (0.01 * x[1] * x[1] - 2.0);
  }
  void hessian(const double*, double*) const noexcept {}
};

}  // namespace fall_line::test
