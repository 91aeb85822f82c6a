#pragma once

#include "core/numerics/sum.hpp"
#include "core/optimizers/line_descent.hpp"
#include "core/optimizers/search_declarations.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

/// Nonlinear conjugate gradients (Nocedal & Wright 2006, section 5.2).
///   direction(t) = −gradient(t) + keep(t)·beta(t−1)·direction(t−1)     beta(0) = 0
///   delta(t) = step_factor(t)·direction(t), by a strong Wolfe line search
///   beta(t) = one of the formulas below, from both ends of the step
/// keep is 0 every n steps and where the direction would not descend: the method restarts from
/// −gradient. On a quadratic with an exact line search it ends after n steps. Cost: O(n) and
/// one to three gradients a step; 5n doubles.
class ConjugateGradient {
 public:
  static constexpr std::string_view name = "conjugate_gradient";
  static constexpr std::string_view title = "Conjugate gradients";
  static constexpr std::string_view summary =
      "Search along the gradient, bent so as not to undo the search before.";
  static constexpr std::string_view source =
      "Fletcher & Reeves 1964; Polak & Ribière 1969; Hestenes & Stiefel 1952";

  enum class Formula { polak_ribiere, fletcher_reeves, hestenes_stiefel };

  struct Hyperparameters {
    double curvature_condition;
    double gradient_tolerance;
    Formula formula;
  };
  Hyperparameters hyperparameters;

  static constexpr Parameter<Hyperparameters> parameters[] = {
      {curvature_condition_declaration(0.1), &Hyperparameters::curvature_condition},
      {gradient_tolerance_declaration(), &Hyperparameters::gradient_tolerance},
  };

  static constexpr Choice formula_choices[] = {
      {"polak_ribiere", "Polak–Ribière+", "restarts by itself when the gradient hardly changes"},
      {"fletcher_reeves", "Fletcher–Reeves", "the ratio of squared gradients, never negative"},
      {"hestenes_stiefel", "Hestenes–Stiefel+", "keeps successive directions conjugate exactly"},
  };
  static constexpr Option<Hyperparameters> options[] = {
      {{"formula", "Formula for β", formula_choices},
       [](Hyperparameters& h, int choice) { h.formula = Formula{choice}; }},
  };

  enum : int {
    keep_quantity,
    direction_index,
    step_factor_index,
    gradient_after_index,
    beta_quantity,
    delta_index
  };
  static constexpr Quantity quantities[] = {
      {"keep", "keep", "\\kappa", "0 where the method restarts, else 1", Shape::scalar,
       Role::factor},
      direction_quantity,
      step_factor_quantity,
      gradient_after_quantity,
      {"beta", "conj", "\\beta", "share of this direction in the next", Shape::scalar,
       Role::factor},
      delta_quantity,
  };

  static constexpr FormulaLine lines[] = {
      {R"(\direction{t} = -\grad{t} + \keep{t}\,\conj{t-1}\,\direction{t-1})",
       "Downhill, with a share of the direction before, unless the method restarts."},
      searched_step_line,
      wolfe_line,
      {R"(\conj{t} = \max(0, \frac{\gradnext{t}^\top(\gradnext{t} - \grad{t})}{\grad{t}^\top\grad{t}}))",
       "How much of the new gradient is new, against the old one; never negative.", "formula",
       "polak_ribiere"},
      {R"(\conj{t} = \frac{\gradnext{t}^\top\gradnext{t}}{\grad{t}^\top\grad{t}})",
       "The squared length of the new gradient against that of the old one.", "formula",
       "fletcher_reeves"},
      {R"(\conj{t} = \max(0, \frac{\gradnext{t}^\top(\gradnext{t} - \grad{t})}{\direction{t}^\top(\gradnext{t} - \grad{t})}))",
       "What makes the next direction conjugate to this one; never negative.", "formula",
       "hestenes_stiefel"},
      theta_line,
  };

  ConjugateGradient(const Hyperparameters& values, Index dimension)
      : hyperparameters(values),
        descent_(dimension),
        previous_direction_(Vector::Zero(dimension)) {}

  template <class AnyTape>
  StepStatus step(double* theta, Index n, Objective& objective, AnyTape tape) noexcept {
    const auto begun = descent_.begin(theta, objective, hyperparameters.gradient_tolerance);
    if (begun != StepStatus::ok) return begun;
    const auto status = search(theta, n, objective);
    if (status != StepStatus::ok) return status;
    descent_.record(tape, direction_index, step_factor_index, gradient_after_index, delta_index);
    turn(n);
    tape.scalar(keep_quantity, keep_);
    tape.scalar(beta_quantity, beta_);
    descent_.accept(theta);
    return StepStatus::ok;
  }

  template <class AnyTape>
  void record_initial(Index n, AnyTape tape) const noexcept {
    for (Index i = 0; i < n; ++i) tape.vector(direction_index, i, 0.0);
    tape.scalar(beta_quantity, beta_);
  }

  double stable_curvature() const noexcept { return not_yet; }

 private:
  StepStatus search(const double* theta, Index n, Objective& objective) noexcept;
  void turn(Index n) noexcept;

  LineDescent descent_;
  Vector previous_direction_;
  double beta_ = 0.0;
  double keep_ = 0.0;
  Index since_restart_ = 0;
};

}  // namespace fall_line
