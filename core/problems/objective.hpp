#pragma once

#include <span>

#include "core/problems/problem.hpp"

namespace fall_line {

/// A problem as a method sees it: what it may ask, and how often it has asked.
///
/// Within one step every question is about the same function: the problem itself or, after
/// use_batch, the mean of the terms in the batch. Where the problem's gradient is random, each
/// gradient is a fresh sample.
class Objective {
 public:
  /// What has been asked so far; a gradient of B of N terms counts as B/N.
  struct Evaluations {
    double values = 0.0;
    double gradients = 0.0;
    double hessians = 0.0;
    double jacobians = 0.0;

    /// Gradients, a Jacobian being one of them: ∇f = 2Jᵀr comes of it.
    double first_derivatives() const noexcept { return gradients + jacobians; }
  };

  /// Both must outlive the objective.
  Objective(const AnyProblem& problem, Random& random) noexcept
      : problem_(&problem), random_(&random), samples_gradient_(problem.samples_gradient()) {}

  Index dimension() const noexcept { return problem_->dimension(); }
  Index residual_count() const noexcept { return problem_->residual_count(); }
  Index term_count() const noexcept { return problem_->term_count(); }
  const Evaluations& evaluations() const noexcept { return evaluations_; }

  /// True when the function differs from step to step: values and gradients of the last step
  /// must not be used again.
  bool changes() const noexcept { return !batch_.empty() || samples_gradient_; }

  /// From here on the function is the mean of the terms in `batch`; it must stay alive.
  void use_batch(std::span<const Index> batch) noexcept { batch_ = batch; }

  /// f(x).
  double value(const double* x) noexcept;

  /// g ← ∇f(x).
  void gradient(const double* x, double* g) noexcept;

  /// g ← ∇f(x); returns f(x). Counts as one value and one gradient.
  double value_and_gradient(const double* x, double* g) noexcept;

  /// g ← ∇ of the whole mean, whatever the batch.
  void full_gradient(const double* x, double* g) noexcept;

  /// g ← ∇f(x) for the reader of a step: not counted, and ∇f itself where gradients are random.
  void show_gradient(const double* x, double* g) const noexcept;

  /// h ← ∇²f(x) of the whole problem, row-major.
  void hessian(const double* x, double* h) noexcept;

  /// r ← r(x) and j ← ∂r/∂x, row-major, of the whole f = ‖r‖². residuals counts as a value.
  void residuals(const double* x, double* r) noexcept;
  void jacobian(const double* x, double* j) noexcept;

 private:
  double batch_share() const noexcept {
    return static_cast<double>(batch_.size()) / static_cast<double>(problem_->term_count());
  }

  const AnyProblem* problem_;
  Random* random_;
  bool samples_gradient_;
  std::span<const Index> batch_;
  Evaluations evaluations_;
};

}  // namespace fall_line
