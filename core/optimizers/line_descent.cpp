#include "core/optimizers/line_descent.hpp"

#include <algorithm>
#include <cmath>

#include "core/numerics/sum.hpp"

namespace fall_line {

StepStatus LineDescent::begin(const double* theta, Objective& objective,
                              double tolerance) noexcept {
  const Index n = gradient_.size();
  if (!known_ || objective.changes() || !std::equal(theta, theta + n, trial_.data())) {
    value_ = objective.value_and_gradient(theta, gradient_.data());
    last_decrease_ = 0.0;
  }
  known_ = false;
  return is_within(gradient_.data(), n, tolerance) ? StepStatus::converged : StepStatus::ok;
}

double LineDescent::first_gradient_step(const double* theta, double slope) const noexcept {
  // −slope = ‖gradient‖²
  return std::min(1.0, std::max(1.0, norm(theta, gradient_.size())) / std::sqrt(-slope));
}

StepStatus LineDescent::search(const double* theta, Objective& objective, double slope,
                               double first_step, double curvature) noexcept {
  const SearchLine line = {theta, direction_.data(), gradient_.size(), value_, slope};
  const auto result = strong_wolfe_search(objective, line, first_step, {.curvature = curvature},
                                          trial_.data(), next_gradient_.data());
  step_factor_ = result.step;
  next_value_ = result.value;
  return status_of(result.status);
}

void LineDescent::accept(double* theta) noexcept {
  std::copy_n(trial_.data(), trial_.size(), theta);
  gradient_.swap(next_gradient_);
  last_decrease_ = value_ - next_value_;
  value_ = next_value_;
  known_ = true;
}

}  // namespace fall_line
