#pragma once

#include "core/optimizers/hyperparameter.hpp"
#include "core/optimizers/linearized_residuals.hpp"
#include "core/optimizers/method.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

/// Gauss–Newton for f = ‖r‖²: Newton's step with ∇²f replaced by 2·JᵀJ,
///   2·jtj(t)·delta(t) = −gradient(t),   jtj = JᵀJ,   gradient = 2·Jᵀr
/// solved as min ‖r + J·delta‖ by QR, never by an inverse. No damping and no line search: f may
/// rise. Status singular where J's columns are dependent up to round-off; converged where Jᵀr = 0,
/// where the step no longer moves theta, or where what it could gain is below round-off of f and
/// has stopped halving. Cost: one vector of m residuals, one Jacobian, 2mn² a step.
class GaussNewton {
 public:
  static constexpr std::string_view name = "gauss_newton";
  static constexpr std::string_view title = "Gauss–Newton";
  static constexpr std::string_view summary =
      "Replace the residuals by their tangents and jump to where the sum of their squares is "
      "smallest.";
  static constexpr std::string_view source = "Gauss 1809; Nocedal & Wright 2006, §10.3; lecture 1";
  static constexpr Needs needs = Needs::residuals;

  struct Hyperparameters {};
  Hyperparameters hyperparameters;

  enum : int { jtj_quantity, jtr_quantity, delta_index };
  static constexpr Quantity quantities[] = {
      jtj_declaration,
      jtr_declaration,
      delta_quantity,
  };

  static constexpr FormulaLine lines[] = {
      jtr_line,
      {R"(\jtj{t}\,\change{t} = -\jtr{t})",
       "Newton’s equation with 2JᵀJ for the Hessian and 2Jᵀr for the gradient: the 2 cancels."},
      theta_line,
  };

  GaussNewton(const Hyperparameters&, const Objective& objective)
      : model_(objective), jtr_(Vector::Zero(objective.dimension())), delta_(jtr_) {}

  template <class AnyTape>
  StepStatus step(double* theta, Index n, Objective& objective, AnyTape tape) noexcept {
    const double value = model_.try_point(objective, theta);
    model_.move_to_tried(objective, theta);
    model_.jtr(jtr_.data());
    if (is_zero(jtr_.data(), n)) return StepStatus::converged;
    if (model_.singular()) return StepStatus::singular;
    model_.solve(delta_.data());
    const double left = model_.reducible(), noise = model_.round_off(value, theta);
    if (!moves(theta, delta_.data(), n) || (left <= noise && left > 0.5 * last_left_)) {
      return StepStatus::converged;
    }
    last_left_ = left <= noise ? left : infinity;
    for (Index i = 0; i < n; ++i) theta[i] += delta_[i];
    if constexpr (AnyTape::records) {
      model_.record(jtj_quantity, tape);
      for (Index i = 0; i < n; ++i) {
        tape.vector(jtr_quantity, i, jtr_[i]);
        tape.vector(delta_index, i, delta_[i]);
      }
    }
    return StepStatus::ok;
  }

  template <class AnyTape>
  void record_initial(Index, AnyTape) const noexcept {}

  double stable_curvature() const noexcept { return not_yet; }

 private:
  LinearizedResiduals model_;
  Vector jtr_;
  Vector delta_;
  double last_left_ = infinity;  ///< what was left to gain a step ago, where f could not tell
};

}  // namespace fall_line
