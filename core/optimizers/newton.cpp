#include "core/optimizers/newton.hpp"

#include <algorithm>
#include <cmath>

#include "core/numerics/cholesky.hpp"
#include "core/numerics/linear_solve.hpp"

namespace fall_line {

namespace {

constexpr double first_shift = 1e-3;
constexpr int most_shifts = 100;

}  // namespace

/// The direction and how far to go along it; theta is not touched.
StepStatus Newton::prepare(const double* theta, Index n, Objective& objective) noexcept {
  const bool searches = hyperparameters.kind != Kind::pure;
  double value = not_yet;
  if (searches) {
    value = objective.value_and_gradient(theta, gradient_.data());
  } else {
    objective.gradient(theta, gradient_.data());
  }
  if (is_within(gradient_.data(), n, hyperparameters.gradient_tolerance)) {
    return StepStatus::converged;
  }
  objective.hessian(theta, hessian_.data());
  const auto found = find_direction(n);
  if (found != StepStatus::ok) return found;
  step_factor_ = hyperparameters.learning_rate;
  if (searches) {
    const SearchLine line = {theta, direction_.data(), n, value,
                             dot(gradient_.data(), direction_.data(), n)};
    const auto result = armijo_search(objective, line, step_factor_, {}, trial_.data());
    if (!result.lowers()) return status_of(result.status);
    step_factor_ = result.step;
  }
  for (Index i = 0; i < n; ++i) {
    if (theta[i] + step_factor_ * direction_[i] != theta[i]) return StepStatus::ok;
  }
  return StepStatus::converged;
}

/// direction ← −(H + shift·I)⁻¹·gradient.
StepStatus Newton::find_direction(Index n) noexcept {
  for (Index i = 0; i < n; ++i) direction_[i] = -gradient_[i];
  shift_ = 0.0;
  if (hyperparameters.kind != Kind::modified) {
    std::copy_n(hessian_.data(), n * n, factor_.data());
    return solve_linear(factor_.data(), direction_.data(), n) ? StepStatus::ok
                                                              : StepStatus::singular;
  }
  double least = hessian_[0];
  for (Index i = 1; i < n; ++i) least = std::min(least, hessian_[i * n + i]);
  if (!(least > 0.0)) shift_ = first_shift - least;
  for (int trial = 0; trial < most_shifts; ++trial) {
    std::copy_n(hessian_.data(), n * n, factor_.data());
    for (Index i = 0; i < n; ++i) factor_[i * n + i] += shift_;
    if (cholesky_factor(factor_.data(), n)) {
      cholesky_solve(factor_.data(), n, direction_.data());
      return StepStatus::ok;
    }
    shift_ = std::max(2.0 * shift_, first_shift);
  }
  return StepStatus::singular;
}

}  // namespace fall_line
