#include "core/analysis/heavy_ball.hpp"

#include <algorithm>
#include <cmath>

namespace fall_line {

namespace {

/// The discriminant is the squared distance of the roots.
constexpr double double_root = 1e-7;

DampingRegime regime_of(double root_sum, double discriminant, double rate) {
  if (!(rate < 1.0)) return DampingRegime::divergent;
  if (std::abs(discriminant) < double_root) return DampingRegime::critically_damped;
  if (discriminant < 0.0) return DampingRegime::underdamped;
  return root_sum > 0.0 ? DampingRegime::overdamped : DampingRegime::alternating;
}

}  // namespace

HeavyBallMode heavy_ball_mode(double step_curvature, double beta) noexcept {
  const double root_sum = 1.0 + beta - step_curvature;
  const double discriminant = root_sum * root_sum - 4.0 * beta;
  const double apart = std::sqrt(std::max(0.0, discriminant));
  const double rate = std::max(std::sqrt(beta), 0.5 * (std::abs(root_sum) + apart));
  return {root_sum, discriminant, rate, regime_of(root_sum, discriminant, rate)};
}

}  // namespace fall_line
