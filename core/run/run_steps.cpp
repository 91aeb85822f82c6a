// How a run goes on: the loop that every step passes through.

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/numerics/sum.hpp"
#include "core/run/problem_of.hpp"
#include "core/run/run.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

namespace {

/// A parameter more than half as large as allowed becomes infinite by this factor. Whether it is
/// too large is then looked at closely.
constexpr double alarming_scale = 2.0 * (std::numeric_limits<double>::max() / largest_parameter);

/// A sum that is finite only if every entry is. Four parts side by side, so that entries are read
/// one at a time: a vector load of two that have just been stored waits for the stores, which
/// cost a fifth of a step in two dimensions.
double total(std::span<const double> entries) noexcept {
  const std::size_t part = entries.size() / 4;
  double s0 = 0.0, s1 = 0.0, s2 = 0.0, s3 = 0.0;
  for (std::size_t i = 0; i < part; ++i) {
    s0 += entries[i];
    s1 += entries[part + i];
    s2 += entries[2 * part + i];
    s3 += entries[3 * part + i];
  }
  for (std::size_t i = 4 * part; i < entries.size(); ++i) s0 += entries[i];
  return (s0 + s1) + (s2 + s3);
}

StopReason reason_of(StepStatus status) noexcept {
  switch (status) {
    case StepStatus::converged:
      return StopReason::converged;
    case StepStatus::line_search_failed:
      return StopReason::line_search_failed;
    case StepStatus::singular:
      return StopReason::singular;
    case StepStatus::damping_exhausted:
      return StopReason::damping_exhausted;
    case StepStatus::ok:
    case StepStatus::dimension_mismatch:  // both vectors were sized by the problem
    case StepStatus::objective_missing:
      break;
  }
  return StopReason::none;
}

}  // namespace

Index Run::advance(Index count) {
  if (status_.reason != StopReason::none) return 0;
  const Index room = std::min(most_steps, most_traced / std::ssize(trace_.row(0)));
  count = std::clamp<Index>(count, 0, std::max<Index>(room - steps(), 0));
  if (status_.reason != StopReason::none) return 0;
  trace_.reserve(count);
  Index taken = 0;
  while (taken < count && status_.reason == StopReason::none && take_step()) ++taken;
  return taken;
}

bool Run::take_step() noexcept {
  const Index n = theta_.size();
  const Tape tape = trace_.append_row();
  const Index row = trace_.rows() - 1;
  double* gradient = tape.row + tape.offset[step_quantity::gradient];
  StepStatus status;
  Index level = 0;  // batches in a row that leave nothing to improve; so many hold an epoch
  do {
    if (batches_ || schedule_) prepare_step(row, tape);
    if (asks_objective_) {
      objective_.show_gradient(theta_.data(), gradient);
    } else {
      objective_.gradient(theta_.data(), gradient);
    }
    status = stepper_->traced_step({theta_.data(), static_cast<std::size_t>(n)},
                                   {gradient, static_cast<std::size_t>(n)}, &objective_,
                                   tape.from(step_quantity::count));
  } while (status == StepStatus::converged && ++level < 2 * steps_per_epoch() - 1);
  if (status != StepStatus::ok) {
    status_ = {.reason = reason_of(status), .step = row};
    trace_.drop_row();
    return false;
  }
  tape.scalar(step_quantity::loss, traces_loss_ ? problem_->value(theta_.data()) : 0.0);
  tape.scalar(step_quantity::evaluations, objective_.evaluations().first_derivatives());
  tape.scalar(step_quantity::step_length, norm(tape.row + tape.offset[delta_], n));

  const double* theta = theta_.data();
  double* traced_theta = tape.row + tape.offset[step_quantity::theta];
  const double scaled = fixed_order_sum(n, [=](Index i) {
    traced_theta[i] = theta[i];
    return theta[i] * alarming_scale;
  });
  if (!std::isfinite(scaled + total(trace_.row(row))) && drops_faulty(row)) return false;
  if (!traces_loss_) tape.scalar(step_quantity::loss, not_yet);
  return true;
}

/// A new batch and learning rate, for runs that have them.
void Run::prepare_step(Index row, Tape tape) noexcept {
  if (batches_) objective_.use_batch(batches_->next());
  if (schedule_) {
    const double learning_rate = schedule_->at(row - 1);
    stepper_->set_learning_rate(learning_rate);
    tape.scalar(static_cast<int>(trace_.quantities().size()) - 1, learning_rate);
  }
}

/// True, and the row is gone, when a number in it is not finite or a parameter out of range.
bool Run::drops_faulty(Index row) noexcept {
  find_fault(row);
  if (status_.reason == StopReason::none) return false;
  trace_.drop_row();
  return true;
}

/// The step's cause comes before its effects: the gradient, then the method's quantities in
/// their declared order, then theta and the loss.
void Run::find_fault(Index row) noexcept {
  const auto is_first_bad = [&](int quantity) {
    const auto values = trace_.at(quantity, row);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!std::isfinite(values[i])) {
        status_ = {StopReason::non_finite, row, quantity, static_cast<Index>(i), values[i]};
        return true;
      }
    }
    return false;
  };
  if (is_first_bad(step_quantity::gradient)) return;
  const int total = static_cast<int>(trace_.quantities().size());
  for (int q = step_quantity::count; q < total; ++q) {
    if (is_first_bad(q)) return;
  }
  if (is_first_bad(step_quantity::theta) || is_first_bad(step_quantity::loss)) return;
  for (Index i = 0; i < theta_.size(); ++i) {
    if (std::abs(theta_[i]) <= largest_parameter) continue;
    status_ = {StopReason::out_of_range, row, step_quantity::theta, i, theta_[i]};
    return;
  }
  // the length of a step of finite coordinates has overflowed
  static_cast<void>(is_first_bad(step_quantity::step_length));
}

}  // namespace fall_line
