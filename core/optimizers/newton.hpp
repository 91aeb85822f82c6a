#pragma once

#include "core/optimizers/dense_matrix.hpp"
#include "core/optimizers/hyperparameter.hpp"
#include "core/optimizers/line_search.hpp"
#include "core/optimizers/search_declarations.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

/// Newton's method for minimisation.
///   (H(t) + shift(t)·I)·direction(t) = −gradient(t),  H(t) = ∇²f(theta(t−1))
///   delta(t) = step_factor(t)·direction(t)
/// Pure: shift 0, step_factor = learning_rate; goes to any critical point, a saddle or a maximum
/// as readily as a minimum. Damped: step_factor by Armijo backtracking from learning_rate, which
/// fails where H makes the direction ascend. Modified: moreover the smallest shift out of 0, β,
/// 2β, 4β, … that makes the matrix positive definite (Nocedal & Wright 2006, algorithm 3.3).
/// Stops as singular where the system has no solution. On a minibatch f and its gradient are the
/// batch's, the Hessian is the whole problem's: it is the batch's value, not the loss that a run
/// traces, which then falls by Armijo's condition. Cost: the Hessian and n³/3 (modified: n³/6
/// a trial) multiplications; 2n² + 3n doubles.
class Newton {
 public:
  static constexpr std::string_view name = "newton";
  static constexpr std::string_view title = "Newton’s method";
  static constexpr std::string_view summary =
      "Jump to where the parabola through value, slope and curvature is level.";
  static constexpr std::string_view source =
      "Nocedal & Wright 2006, section 3.4; lectures 0, 1, 3, 4";

  enum class Kind { pure, damped, modified };

  struct Hyperparameters {
    double learning_rate;
    double gradient_tolerance;
    Kind kind;
  };
  Hyperparameters hyperparameters;

  static constexpr Parameter<Hyperparameters> parameters[] = {
      {learning_rate_declaration(1.0), &Hyperparameters::learning_rate},
      {gradient_tolerance_declaration(), &Hyperparameters::gradient_tolerance},
  };

  static constexpr Choice kind_choices[] = {
      {"pure", "pure", "the whole step, to whatever critical point it leads"},
      {"damped", "damped", "the step is shortened until f falls enough"},
      {"modified", "modified",
       "damped, and the Hessian is shifted until it is positive definite: never uphill"},
  };
  static constexpr Option<Hyperparameters> options[] = {
      {{"kind", "Kind", kind_choices},
       [](Hyperparameters& h, int choice) { h.kind = Kind{choice}; }},
  };

  enum : int { hessian_index, shift_index, direction_index, step_factor_index, delta_index };
  static constexpr Quantity quantities[] = {
      {"hessian", "hess", "H", "second derivatives before the step", Shape::matrix,
       Role::curvature},
      {"shift", "shift", "\\tau", "what is added to every curvature", Shape::scalar, Role::factor},
      direction_quantity,
      step_factor_quantity,
      delta_quantity,
  };

  static constexpr FormulaLine lines[] = {
      {R"(\hess{t}\,\direction{t} = -\grad{t})",
       "Where the slope of the parabola is zero: curvature times step cancels the gradient.",
       "kind", "pure"},
      {R"(\hess{t}\,\direction{t} = -\grad{t})",
       "Where the slope of the parabola is zero: curvature times step cancels the gradient.",
       "kind", "damped"},
      {R"((\hess{t} + \shift{t}\,\identity)\,\direction{t} = -\grad{t})",
       "The same with every curvature raised by τ, enough to make them all positive.", "kind",
       "modified"},
      {R"(\stepfactor{t} = \lrate)", "The whole step, or the share of it you choose.", "kind",
       "pure"},
      {R"(\change{t} = \stepfactor{t}\,\direction{t})", "Go that far along the direction."},
      {R"(\loss{t} \le \loss{t-1} + 0.0001\,\stepfactor{t}\,\grad{t}^\top\direction{t})",
       "Short enough that f falls by a share of what its slope promises.", "kind", "damped"},
      {R"(\loss{t} \le \loss{t-1} + 0.0001\,\stepfactor{t}\,\grad{t}^\top\direction{t})",
       "Short enough that f falls by a share of what its slope promises.", "kind", "modified"},
      theta_line,
  };

  Newton(const Hyperparameters& values, const Objective& objective)
      : hyperparameters(values),
        hessian_(Vector::Zero(dimension_for_a_matrix(name, objective) * objective.dimension())),
        factor_(hessian_),
        gradient_(Vector::Zero(objective.dimension())),
        direction_(gradient_),
        trial_(gradient_) {}

  template <class AnyTape>
  StepStatus step(double* theta, Index n, Objective& objective, AnyTape tape) noexcept {
    const auto status = prepare(theta, n, objective);
    if (status != StepStatus::ok) return status;
    if constexpr (AnyTape::records) {
      for (Index i = 0; i < n * n; ++i) tape.vector(hessian_index, i, hessian_[i]);
    }
    tape.scalar(shift_index, shift_);
    tape.scalar(step_factor_index, step_factor_);
    for (Index i = 0; i < n; ++i) {
      const double delta = step_factor_ * direction_[i];
      theta[i] += delta;
      tape.vector(direction_index, i, direction_[i]);
      tape.vector(delta_index, i, delta);
    }
    return StepStatus::ok;
  }

  template <class AnyTape>
  void record_initial(Index, AnyTape) const noexcept {}

  double stable_curvature() const noexcept { return not_yet; }

 private:
  StepStatus prepare(const double* theta, Index n, Objective& objective) noexcept;
  StepStatus find_direction(Index n) noexcept;

  Vector hessian_;  ///< n × n, row-major
  Vector factor_;   ///< n × n, what the solver works in
  Vector gradient_;
  Vector direction_;
  Vector trial_;
  double shift_ = 0.0;
  double step_factor_ = not_yet;
};

}  // namespace fall_line
