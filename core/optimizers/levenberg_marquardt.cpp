#include "core/optimizers/levenberg_marquardt.hpp"

#include <algorithm>
#include <cmath>

#include "core/numerics/sum.hpp"

namespace fall_line {

namespace {

constexpr double least_scaling = 1e-6;
constexpr double least_damping = 1e-30, largest_damping = 1e300;
constexpr double not_finite_counts_as = 1e200, largest_gain = 1e100;

}  // namespace

LevenbergMarquardt::LevenbergMarquardt(const Hyperparameters& values, const Objective& objective)
    : hyperparameters(values),
      model_(objective),
      theta_(Vector::Zero(objective.dimension())),
      jtr_(theta_),
      scaling_(theta_),
      trial_(theta_),
      point_(theta_) {}

double LevenbergMarquardt::first_growth() const noexcept {
  switch (hyperparameters.update) {
    case Update::nielsen:
      return 2.0;
    case Update::classical:
      return 10.0;
    case Update::constant:
      return 1.0;
  }
  return not_yet;
}

void LevenbergMarquardt::linearize(const double* theta, Index n, Objective& objective) noexcept {
  if (known_ && std::equal(theta, theta + n, theta_.data())) {
    if (!moved_) return;
  } else {
    value_ = model_.try_point(objective, theta);
    std::copy_n(theta, n, theta_.data());
    known_ = true;
    last_left_ = infinity;
  }
  model_.move_to_tried(objective, theta);
  model_.jtr(jtr_.data());
  moved_ = false;
  first_here_ = true;
}

StepStatus LevenbergMarquardt::try_step(double* theta, Index n, Objective& objective) noexcept {
  const auto [initial_damping, damping, update, right_side] = hyperparameters;
  if (std::isnan(damping_) || update == Update::constant) {
    damping_ = initial_damping;
    growth_ = first_growth();
  }
  linearize(theta, n, objective);
  if (is_zero(jtr_.data(), n)) return StepStatus::converged;

  const double right_factor = right_side == RightSide::full_gradient ? 2.0 : 1.0;
  for (Index i = 0; i < n; ++i) {
    scaling_[i] = damping == Damping::levenberg ? 1.0 : std::max(least_scaling, model_.jtj(i, i));
  }
  model_.solve_damped(damping_, scaling_.data(), right_factor, trial_.data());
  const double straight = model_.squared_change(trial_.data());
  const double braked = damping_ * fixed_order_sum(n, [this](Index i) {
                          return scaling_[i] * (trial_[i] * trial_[i]);
                        });
  // −2·trialᵀ·jtr − trialᵀ·jtj·trial without its cancellation
  predicted_ = right_factor == 2.0 ? braked : straight + 2.0 * braked;
  const double promised = straight + braked;
  const double noise = model_.round_off(value_, theta);
  const double left = model_.reducible();
  const bool hidden = promised <= noise;
  if (first_here_) negligible_ = left <= 1e4 * noise;
  // where f cannot tell any more, what is left has to fall from step to step
  const bool at_rest = left <= noise && left > 0.5 * last_left_;
  if ((first_here_ ? at_rest : hidden) || predicted_ <= 0.0 || !moves(theta, trial_.data(), n) ||
      damping_ >= largest_damping) {
    return negligible_ ? StepStatus::converged : StepStatus::damping_exhausted;
  }

  for (Index i = 0; i < n; ++i) point_[i] = theta[i] + trial_[i];
  double value_there = model_.try_point(objective, point_.data());
  if (!std::isfinite(value_there)) value_there = not_finite_counts_as;
  double reduction = value_ - value_there;
  trial_value_ = value_there;
  if (hidden && std::abs(reduction) <= noise) {  // else noise would decide
    reduction = predicted_;
    trial_value_ = value_ - predicted_;
  }
  gain_ratio_ = std::clamp(reduction / predicted_, -largest_gain, largest_gain);
  accepted_ = update == Update::constant || gain_ratio_ > 0.0;
  first_here_ = false;
  if (accepted_) {
    std::copy_n(point_.data(), n, theta);
    theta_ = point_;
    value_ = value_there;
    moved_ = true;
    last_left_ = left <= noise ? left : infinity;
  }
  adapt_damping();
  return StepStatus::ok;
}

void LevenbergMarquardt::adapt_damping() noexcept {
  switch (hyperparameters.update) {
    case Update::nielsen: {
      const double turned = 2.0 * gain_ratio_ - 1.0;
      damping_ *= accepted_ ? std::max(1.0 / 3.0, 1.0 - turned * turned * turned) : growth_;
      growth_ = accepted_ ? 2.0 : 2.0 * growth_;
      break;
    }
    case Update::classical:
      damping_ = accepted_ ? damping_ / 10.0 : damping_ * 10.0;
      break;
    case Update::constant:
      return;
  }
  damping_ = std::clamp(damping_, least_damping, largest_damping);
}

void LevenbergMarquardt::record(Index n, Tape tape) const noexcept {
  model_.record(jtj_quantity, tape);
  for (Index i = 0; i < n; ++i) {
    for (Index k = 0; k < n; ++k) {
      tape.vector(scaling_quantity, i * n + k, i == k ? scaling_[i] : 0.0);
    }
    tape.vector(jtr_quantity, i, jtr_[i]);
    tape.vector(trial_quantity, i, trial_[i]);
    tape.vector(delta_index, i, accepted_ ? trial_[i] : 0.0);
  }
  tape.scalar(trial_loss, trial_value_);
  tape.scalar(predicted_quantity, predicted_);
  tape.scalar(gain_ratio, gain_ratio_);
  tape.scalar(accepted_quantity, accepted_ ? 1.0 : 0.0);
  tape.scalar(damping_factor, damping_);
  tape.scalar(growth_quantity, growth_);
}

}  // namespace fall_line
