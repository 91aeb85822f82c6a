#pragma once

#include "core/numerics/sum.hpp"
#include "core/optimizers/dense_matrix.hpp"
#include "core/optimizers/line_descent.hpp"
#include "core/optimizers/search_declarations.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

/// BFGS on the inverse Hessian (Nocedal & Wright 2006, algorithm 6.1).
///   direction(t) = −H(t−1)·gradient(t)                                  H(0) = I
///   delta(t) = step_factor(t)·direction(t), by a strong Wolfe line search
///   y(t) = gradient_after(t) − gradient(t)
///   r(t) = mix(t)·y(t) + (1 − mix(t))·B·delta(t),  B = H⁻¹
///   H(t) = (I − weight·delta·rᵀ)·gain·H(t−1)·(I − weight·r·deltaᵀ) + weight·delta·deltaᵀ
/// with weight = 1/(rᵀ·delta). Powell's mix keeps rᵀ·delta ≥ 0.2·deltaᵀ·B·delta, so that H stays
/// positive definite; B·delta = −(step_factor/gain)·gradient costs nothing. gain is yᵀ·delta/(yᵀ·y)
/// at the first step (their eq. 6.20), then 1. Cost: 3n² multiplications; n² + 8n doubles.
class Bfgs {
 public:
  static constexpr std::string_view name = "bfgs";
  static constexpr std::string_view title = "BFGS";
  static constexpr std::string_view summary =
      "Newton’s method with an inverse Hessian learnt from how the gradient changes.";
  static constexpr std::string_view source =
      "Broyden, Fletcher, Goldfarb, Shanno 1970; Powell 1978; lecture 1";

  enum class Guard { skip, damp };
  enum class Scaling { first, none };

  struct Hyperparameters {
    double curvature_condition;
    double gradient_tolerance;
    Guard guard;
    Scaling scaling;
  };
  Hyperparameters hyperparameters;

  static constexpr Parameter<Hyperparameters> parameters[] = {
      {curvature_condition_declaration(0.9), &Hyperparameters::curvature_condition},
      {gradient_tolerance_declaration(), &Hyperparameters::gradient_tolerance},
  };

  static constexpr Choice guard_choices[] = {
      {"skip", "skipping", "H stays as it is where the curvature along the step is not positive"},
      {"damp", "Powell’s damping",
       "y is mixed with BΔ where it shows less than a fifth of the curvature expected"},
  };
  static constexpr Choice scaling_choices[] = {
      {"first", "at the first step", "I is scaled to the curvature that the first step met"},
      {"none", "none", "the first update starts from I"},
  };
  static constexpr Option<Hyperparameters> options[] = {
      {{"guard", "Against bad curvature", guard_choices},
       [](Hyperparameters& h, int choice) { h.guard = Guard{choice}; }},
      {{"scaling", "Scale of the start", scaling_choices},
       [](Hyperparameters& h, int choice) { h.scaling = Scaling{choice}; }},
  };

  enum : int {
    direction_index,
    step_factor_index,
    gradient_after_index,
    y_quantity,
    mix_quantity,
    gain_quantity,
    r_quantity,
    weight_quantity,
    inverse_hessian_index,
    delta_index
  };
  static constexpr Quantity quantities[] = {
      direction_quantity,
      step_factor_quantity,
      gradient_after_quantity,
      gradient_change_quantity,
      {"mix", "mix", "\\vartheta", "share of y in r; 1 where its curvature is large enough",
       Shape::scalar, Role::factor},
      {"gain", "gain", "\\gamma", "scale of H before its update", Shape::scalar, Role::factor},
      {"r", "safediff", "r", "y, made safe", Shape::vector, Role::gradient},
      pair_weight_quantity,
      {"inverse_hessian", "invhess", "H", "approximate inverse Hessian after the step",
       Shape::matrix, Role::curvature},
      delta_quantity,
  };

  static constexpr FormulaLine lines[] = {
      {R"(\direction{t} = -\invhess{t-1}\,\grad{t})",
       "Newton’s direction, with the inverse Hessian learnt so far."},
      searched_step_line,
      wolfe_line,
      gradient_change_line,
      {R"(\safediff{t} = \mix{t}\,\graddiff{t} - (1-\mix{t})\,\frac{\stepfactor{t}}{\gain{t}}\,\grad{t})",
       "Powell mixes in what H expected, −(a/γ)g, where y shows too little curvature.", "guard",
       "damp"},
      {R"(\safediff{t} = \graddiff{t})", "y as it is: a bad one is skipped by ρ = 0.", "guard",
       "skip"},
      {R"(\invhess{t} = (\identity - \pairweight{t}\,\change{t}\,\safediff{t}^\top)\,\gain{t}\,\invhess{t-1}\,(\identity - \pairweight{t}\,\safediff{t}\,\change{t}^\top) + \pairweight{t}\,\change{t}\,\change{t}^\top)",
       "The smallest change to H after which it maps r to the step."},
      theta_line,
  };

  Bfgs(const Hyperparameters& values, const Objective& objective)
      : hyperparameters(values),
        descent_(dimension_for_a_matrix(name, objective)),
        inverse_hessian_(Vector::Zero(objective.dimension() * objective.dimension())),
        delta_(Vector::Zero(objective.dimension())),
        safe_change_(delta_),
        product_(delta_) {
    const Index n = objective.dimension();
    for (Index i = 0; i < n; ++i) inverse_hessian_[i * n + i] = 1.0;
  }

  template <class AnyTape>
  StepStatus step(double* theta, Index n, Objective& objective, AnyTape tape) noexcept {
    const auto begun = descent_.begin(theta, objective, hyperparameters.gradient_tolerance);
    if (begun != StepStatus::ok) return begun;
    const auto status = search(theta, n, objective);
    if (status != StepStatus::ok) return status;
    descent_.record(tape, direction_index, step_factor_index, gradient_after_index, delta_index);
    if constexpr (AnyTape::records) {
      for (Index i = 0; i < n; ++i) {
        tape.vector(y_quantity, i, descent_.next_gradient()[i] - descent_.gradient()[i]);
      }
    }
    learn(n);
    if constexpr (AnyTape::records) {
      for (Index i = 0; i < n; ++i) tape.vector(r_quantity, i, safe_change_[i]);
      for (Index i = 0; i < n * n; ++i) tape.vector(inverse_hessian_index, i, inverse_hessian_[i]);
    }
    tape.scalar(mix_quantity, mix_);
    tape.scalar(gain_quantity, gain_);
    tape.scalar(weight_quantity, weight_);
    descent_.accept(theta);
    return StepStatus::ok;
  }

  template <class AnyTape>
  void record_initial(Index n, AnyTape tape) const noexcept {
    for (Index i = 0; i < n * n; ++i) tape.vector(inverse_hessian_index, i, inverse_hessian_[i]);
  }

  double stable_curvature() const noexcept { return not_yet; }

 private:
  StepStatus search(const double* theta, Index n, Objective& objective) noexcept;
  void learn(Index n) noexcept;

  LineDescent descent_;
  Vector inverse_hessian_;  ///< n × n, row-major, symmetric
  Vector delta_;
  Vector safe_change_;  ///< r
  Vector product_;      ///< H·r
  double mix_ = 1.0;
  double gain_ = 1.0;
  double weight_ = 0.0;
  bool learnt_ = false;  ///< whether H is still I
};

}  // namespace fall_line
