#pragma once

#include <algorithm>

#include "tests/core/derivative_check.hpp"

namespace fall_line::test {

/// Relative error of the gradient and of the curvature of a penalty at one weight, against
/// central differences; the larger of the two.
template <class Penalty>
double penalty_error(const Penalty& penalty, double w) {
  const auto slope_at = [&](double at) {
    double slope = 0.0;
    penalty.add_gradient(&at, 1, &slope);
    return slope;
  };
  double curvature = 0.0;
  penalty.add_hessian_diagonal(1, &curvature, 1);
  const double of_gradient = best_error(slope_at(w), w, [&](double h) {
    const double above = w + h, below = w - h;
    return (penalty.value(&above, 1) - penalty.value(&below, 1)) / (above - below);
  });
  const double of_curvature = best_error(curvature, w, [&](double h) {
    return (slope_at(w + h) - slope_at(w - h)) / ((w + h) - (w - h));
  });
  return std::max(of_gradient, of_curvature);
}

}  // namespace fall_line::test
