#pragma once

#include "core/optimizers/line_search.hpp"

namespace fall_line {

/// What every method shares that chooses a direction and then searches along it: the gradient
/// where it stands, the direction, and the trial point. 4n doubles, sized once.
class LineDescent {
 public:
  explicit LineDescent(Index n)
      : trial_(Vector::Zero(n)),
        gradient_(Vector::Zero(n)),
        next_gradient_(Vector::Zero(n)),
        direction_(Vector::Zero(n)) {}

  /// Learns f and ∇f at theta, without asking if the last step ended there and the function does
  /// not change. Converged where no entry of the gradient is larger than `tolerance`.
  StepStatus begin(const double* theta, Objective& objective, double tolerance) noexcept;

  /// A strong Wolfe step along direction(), `slope` = gradient()ᵀ·direction(): next_gradient() is
  /// that of its end. Whatever its status, theta is untouched until accept().
  StepStatus search(const double* theta, Objective& objective, double slope, double first_step,
                    double curvature) noexcept;

  /// theta ← the end of the step that search() found, whose gradient becomes gradient().
  void accept(double* theta) noexcept;

  /// The step to try first along −gradient, when nothing else is known: one as long as theta, or
  /// of length 1 if that is longer, but never beyond the step factor 1.
  double first_gradient_step(const double* theta, double slope) const noexcept;

  /// The step to try first along a direction scaled as Newton's: 1, or less where that promises
  /// far more than the last step brought (Nocedal & Wright 2006, eq. 3.60).
  double first_newton_step(double slope) const noexcept {
    const double expected = expected_step(slope);
    return expected > 0.0 && expected < 1.0 ? expected : 1.0;
  }

  /// The step that would lower f about as much as the last one did; 0 where there was none.
  /// A parabola's factor would be 2. A trial a little short is accepted, one too long is a trial
  /// lost: on Rosenbrock's function in 10 to 10⁴ dimensions 1.8 needs the fewest.
  double expected_step(double slope) const noexcept { return 1.8 * last_decrease_ / -slope; }

  /// Writes what every such method traces of a step, before accept().
  template <class AnyTape>
  void record(AnyTape tape, int direction, int step_factor, int gradient_after,
              int delta) const noexcept {
    tape.scalar(step_factor, step_factor_);
    if constexpr (AnyTape::records) {
      for (Index i = 0; i < gradient_.size(); ++i) {
        tape.vector(direction, i, direction_[i]);
        tape.vector(gradient_after, i, next_gradient_[i]);
        tape.vector(delta, i, step_factor_ * direction_[i]);
      }
    }
  }

  const double* gradient() const noexcept { return gradient_.data(); }
  double* direction() noexcept { return direction_.data(); }
  const double* trial() const noexcept { return trial_.data(); }
  const double* next_gradient() const noexcept { return next_gradient_.data(); }
  double step_factor() const noexcept { return step_factor_; }

 private:
  Vector trial_;
  Vector gradient_;
  Vector next_gradient_;
  Vector direction_;
  double value_ = not_yet;
  double next_value_ = not_yet;
  double last_decrease_ = 0.0;
  double step_factor_ = not_yet;
  bool known_ = false;
};

}  // namespace fall_line
