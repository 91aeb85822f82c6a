#include "core/analysis/heavy_ball.hpp"

#include <algorithm>
#include <cmath>

namespace fall_line {

namespace {

/// The discriminant is the squared distance of the roots.
constexpr double double_root = 1e-7;

/// Both roots lie inside the unit circle (Jury 1964); decided by a, as rates near 1 are rounded.
bool converges(double step_curvature, double beta) {
  return beta < 1.0 && step_curvature > 0.0 && step_curvature < 2.0 * (1.0 + beta);
}

DampingRegime regime_of(double root_sum, double discriminant) {
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
  const DampingRegime regime = converges(step_curvature, beta) ? regime_of(root_sum, discriminant)
                                                               : DampingRegime::divergent;
  return {root_sum, discriminant, rate, regime};
}

}  // namespace fall_line
