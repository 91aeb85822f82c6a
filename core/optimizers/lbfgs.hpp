#pragma once

#include <algorithm>
#include <cmath>

#include "core/numerics/sum.hpp"
#include "core/optimizers/line_descent.hpp"
#include "core/optimizers/search_declarations.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

/// Limited-memory BFGS (Liu & Nocedal 1989; Nocedal & Wright 2006, algorithms 7.4 and 7.5).
///   direction(t) = −H·gradient(t),  H made of the last `memory` pairs by the two-loop recursion
///   delta(t) = step_factor(t)·direction(t), by a strong Wolfe line search
///   y(t) = gradient_after(t) − gradient(t)
///   weight(t) = 1/(y(t)ᵀ·delta(t)), a pair of weight 0 is passed over
///   scale(t) = y(t)ᵀ·delta(t)/(y(t)ᵀ·y(t)), the H of the recursion's middle is scale(t)·I
/// Cost: 4·memory·n multiplications and about one gradient a step; (2·memory + 4)·n doubles.
class Lbfgs {
 public:
  static constexpr std::string_view name = "lbfgs";
  static constexpr std::string_view title = "L-BFGS";
  static constexpr std::string_view summary =
      "BFGS from the last few steps alone: curvature learnt from how the gradient changed, "
      "without a matrix.";
  static constexpr std::string_view source = "Liu & Nocedal 1989; lecture 1";

  enum class Scaling { newest, none };

  struct Hyperparameters {
    double memory;
    double curvature_condition;
    double gradient_tolerance;
    Scaling scaling;
  };
  Hyperparameters hyperparameters;

  static constexpr Parameter<Hyperparameters> parameters[] = {
      {{.name = "memory",
        .symbol = "memory",
        .letter = "m",
        .meaning = "how many past steps are remembered",
        .default_value = 10.0,
        .allowed = {.low = 1.0, .high = 100.0},
        .slider = {.low = 1.0, .high = 30.0},
        .whole = true},
       &Hyperparameters::memory},
      {curvature_condition_declaration(0.9), &Hyperparameters::curvature_condition},
      {gradient_tolerance_declaration(), &Hyperparameters::gradient_tolerance},
  };

  static constexpr Choice scaling_choices[] = {
      {"newest", "newest pair", "starts from γ·I, with γ from the newest pair"},
      {"none", "none", "starts from I, as BFGS without scaling does"},
  };
  static constexpr Option<Hyperparameters> options[] = {
      {{"scaling", "Scale of the start", scaling_choices},
       [](Hyperparameters& h, int choice) { h.scaling = Scaling{choice}; }},
  };

  enum : int {
    direction_index,
    step_factor_index,
    gradient_after_index,
    y_quantity,
    weight_quantity,
    scale_quantity,
    delta_index
  };
  static constexpr Quantity quantities[] = {
      direction_quantity,
      step_factor_quantity,
      gradient_after_quantity,
      gradient_change_quantity,
      pair_weight_quantity,
      {"scale", "startscale", "\\gamma", "typical inverse curvature along the newest step",
       Shape::scalar, Role::factor},
      delta_quantity,
  };

  static constexpr FormulaLine lines[] = {
      {R"(\pairweight{t-1}\,\graddiff{t-1}^\top\direction{t} = -\pairweight{t-1}\,\change{t-1}^\top\grad{t})",
       "Two loops over the pairs make −Hg: H maps the newest change of the gradient to its step."},
      searched_step_line,
      wolfe_line,
      gradient_change_line,
      theta_line,
  };

  Lbfgs(const Hyperparameters& values, Index dimension)
      : hyperparameters(values),
        descent_(dimension),
        capacity_(static_cast<Index>(values.memory)),
        steps_(Vector::Zero(capacity_ * dimension)),
        changes_(Vector::Zero(capacity_ * dimension)),
        weights_(Vector::Zero(capacity_)),
        shares_(Vector::Zero(capacity_)) {}

  template <class AnyTape>
  StepStatus step(double* theta, Index n, Objective& objective, AnyTape tape) noexcept {
    const auto begun = descent_.begin(theta, objective, hyperparameters.gradient_tolerance);
    if (begun != StepStatus::ok) return begun;
    auto status = search(theta, n, objective);
    if (status == StepStatus::line_search_failed && kept_ > 0) {
      kept_ = 0;  // learnt in another region: forget it and descend
      status = search(theta, n, objective);
    }
    if (status != StepStatus::ok) return status;
    descent_.record(tape, direction_index, step_factor_index, gradient_after_index, delta_index);
    if constexpr (AnyTape::records) {
      for (Index i = 0; i < n; ++i) {
        tape.vector(y_quantity, i, descent_.next_gradient()[i] - descent_.gradient()[i]);
      }
    }
    tape.scalar(weight_quantity, remember(n));
    tape.scalar(scale_quantity, scale_);
    descent_.accept(theta);
    return StepStatus::ok;
  }

  template <class AnyTape>
  void record_initial(Index n, AnyTape tape) const noexcept {
    for (Index i = 0; i < n; ++i) {
      tape.vector(y_quantity, i, 0.0);
      tape.vector(delta_index, i, 0.0);
    }
    tape.scalar(weight_quantity, 0.0);
    tape.scalar(scale_quantity, scale_);
  }

  double stable_curvature() const noexcept { return not_yet; }

 private:
  StepStatus search(const double* theta, Index n, Objective& objective) noexcept;
  double set_direction(Index n) noexcept;
  double remember(Index n) noexcept;

  LineDescent descent_;
  Index capacity_;
  Vector steps_;    ///< capacity × n, a ring: row `newest_` was written last
  Vector changes_;  ///< of the gradient, likewise
  Vector weights_;
  Vector shares_;
  Index kept_ = 0;
  Index newest_ = -1;
  double scale_ = 1.0;
};

}  // namespace fall_line
