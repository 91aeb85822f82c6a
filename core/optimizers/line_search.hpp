#pragma once

#include "core/optimizers/method.hpp"

namespace fall_line {

/// A half-line to search: phi(alpha) = f(theta + alpha·direction) for alpha > 0.
struct SearchLine {
  const double* theta;
  const double* direction;
  Index n;
  double value;  ///< phi(0)
  double slope;  ///< phi′(0) = gradientᵀ·direction
};

/// When a step is good enough: the strong Wolfe conditions (Nocedal & Wright 2006, eq. 3.7)
///   phi(alpha) ≤ phi(0) + sufficient_decrease·alpha·phi′(0)      (Armijo)
///   |phi′(alpha)| ≤ curvature·|phi′(0)|
struct WolfeConditions {
  double sufficient_decrease = 1e-4;
  double curvature = 0.9;
  int most_evaluations = 40;
};

enum class LineSearchStatus {
  found,        ///< the step meets the conditions
  decreased,    ///< it only meets Armijo's: at a kink no step need meet both
  flat,         ///< any decrease there may be is below the round-off of f or of theta
  not_descent,  ///< the slope is not negative, or what is known at alpha = 0 is not finite
  unbounded,    ///< f still falls at the longest step
  failed,       ///< no step that lowers f enough within most_evaluations
};

struct LineSearchResult {
  LineSearchStatus status;
  double step;      ///< alpha
  double value;     ///< phi(alpha)
  double slope;     ///< phi′(alpha)
  int evaluations;  ///< of the function, most of them with its gradient

  /// Whether there is a step to take.
  bool lowers() const noexcept {
    return status == LineSearchStatus::found || status == LineSearchStatus::decreased;
  }
};

/// How a method reports a line search: flat is converged, no step to take line_search_failed.
StepStatus status_of(LineSearchStatus status) noexcept;

/// Whether no entry of `gradient` is larger than `tolerance`; NaN is.
bool is_within(const double* gradient, Index n, double tolerance) noexcept;

/// A step that meets the strong Wolfe conditions, by safeguarded cubic and quadratic interpolation
/// (Moré & Thuente 1994), first trying `first_step`. Where f or its slope is not finite, the step
/// counts as too long. Where Armijo's decrease is below the round-off of phi(0), and so no
/// computed value can be trusted to meet it, the approximate one of Hager & Zhang 2005, eq. 4.1, is
/// enough.
///
/// If the result lowers(), trial = theta + step·direction and trial_gradient = ∇f(trial), n
/// entries each; otherwise both are scratch. Cost: one value and gradient a trial, nothing
/// allocated.
LineSearchResult strong_wolfe_search(Objective& objective, const SearchLine& line,
                                     double first_step, const WolfeConditions& conditions,
                                     double* trial, double* trial_gradient) noexcept;

/// A step that meets Armijo's condition, by backtracking from `first_step` (Nocedal & Wright
/// 2006, algorithm 3.1): each trial is the minimum of the parabola through what is known, kept
/// within 0.1 to 0.5 of the trial before. Asks for values alone; trial as above.
LineSearchResult armijo_search(Objective& objective, const SearchLine& line, double first_step,
                               const WolfeConditions& conditions, double* trial) noexcept;

}  // namespace fall_line
