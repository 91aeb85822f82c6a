#pragma once

#include "core/numerics/floating_point.hpp"
#include "core/optimizers/hyperparameter.hpp"
#include "core/optimizers/method.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

/// Stochastic variance reduced gradient (Johnson & Zhang 2013, option I).
/// Every snapshot_interval steps, the first included: snapshot(t) = theta(t−1), and
/// anchor(t) = ∇f(snapshot(t)) over all terms. With B the minibatch of the step:
///   estimate(t) = (∇f_B(theta(t−1)) − ∇f_B(snapshot(t))) + anchor(t)
///   delta(t) = −learning_rate · estimate(t)
/// The estimate is unbiased, equals ∇f where the snapshot has just been taken, and its variance
/// vanishes as theta and snapshot come together. A run without minibatches takes every term in
/// each step. Cost: two minibatch gradients a step and a full one every snapshot_interval steps,
/// O(n) time besides, 4n doubles of state.
class Svrg {
 public:
  static constexpr std::string_view name = "svrg";
  static constexpr std::string_view title = "SVRG";
  static constexpr std::string_view summary =
      "A minibatch gradient, corrected by what the same batch says at a point whose full "
      "gradient is known.";
  static constexpr std::string_view source = "Johnson & Zhang 2013; lecture 3";
  static constexpr Needs needs = Needs::terms;

  struct Hyperparameters {
    double learning_rate;
    double snapshot_interval;
  };
  Hyperparameters hyperparameters;

  static constexpr Parameter<Hyperparameters> parameters[] = {
      {learning_rate_declaration(0.01), &Hyperparameters::learning_rate},
      {{.name = "snapshot_interval",
        .symbol = "snapevery",
        .letter = "m",
        .meaning = "steps from one full gradient to the next",
        .default_value = 50.0,
        .allowed = {.low = 1.0, .high = 1e9},
        .slider = {.low = 1.0, .high = 1000.0},
        .scale = Scale::log,
        .whole = true},
       &Hyperparameters::snapshot_interval},
  };

  enum : int {
    fresh_quantity,
    snapshot_quantity,
    anchor_quantity,
    batch_gradient,
    batch_gradient_at_snapshot,
    estimate_quantity,
    delta_index
  };
  static constexpr Quantity quantities[] = {
      {"fresh", "fresh", "c", "1 in a step that takes a new snapshot, else 0", Shape::scalar,
       Role::factor},
      {"snapshot", "snapshot", "\\tilde\\theta", "where the full gradient was last computed",
       Shape::vector, Role::parameter},
      {"anchor", "anchor", "\\tilde\\mu", "full gradient at the snapshot", Shape::vector,
       Role::gradient},
      {"batch_gradient", "batchgrad", "g^B", "gradient of the minibatch", Shape::vector,
       Role::gradient},
      {"batch_gradient_at_snapshot", "batchgradsnap", "\\tilde g^B",
       "gradient of the minibatch at the snapshot", Shape::vector, Role::gradient},
      {"estimate", "gradestimate", "\\hat g", "estimate of the full gradient", Shape::vector,
       Role::gradient},
      delta_quantity,
  };

  static constexpr FormulaLine lines[] = {
      {R"(\snapshot{t} = \fresh{t}\,\param{t-1} + (1-\fresh{t})\,\snapshot{t-1})",
       "Take a new snapshot when it is time, else keep the old one."},
      {R"(\gradestimate{t} = \batchgrad{t} - \batchgradsnap{t} + \anchor{t})",
       "What the batch says too much at the snapshot, it says too much here."},
      {R"(\change{t} = -\lrate\,\gradestimate{t})", "Walk against the estimate."},
      theta_line,
  };

  Svrg(const Hyperparameters& values, Index dimension)
      : hyperparameters(values),
        snapshot_(Vector::Zero(dimension)),
        anchor_(Vector::Zero(dimension)),
        gradient_(Vector::Zero(dimension)),
        gradient_at_snapshot_(Vector::Zero(dimension)) {}

  template <class AnyTape>
  StepStatus step(double* __restrict theta, Index n, Objective& objective, AnyTape tape) noexcept {
    const bool fresh = age_ == 0.0 || age_ >= hyperparameters.snapshot_interval;
    if (fresh) {
      for (Index i = 0; i < n; ++i) snapshot_[i] = theta[i];
      objective.full_gradient(snapshot_.data(), anchor_.data());
      age_ = 0.0;
    }
    age_ += 1.0;
    objective.gradient(theta, gradient_.data());
    objective.gradient(snapshot_.data(), gradient_at_snapshot_.data());
    tape.scalar(fresh_quantity, fresh ? 1.0 : 0.0);
    tape.vector(snapshot_quantity, snapshot_.data(), n);
    tape.vector(anchor_quantity, anchor_.data(), n);
    tape.vector(batch_gradient, gradient_.data(), n);
    tape.vector(batch_gradient_at_snapshot, gradient_at_snapshot_.data(), n);
    const double learning_rate = hyperparameters.learning_rate;
    const double* __restrict here = gradient_.data();
    const double* __restrict there = gradient_at_snapshot_.data();
    const double* __restrict anchor = anchor_.data();
    for (Index i = 0; i < n; ++i) {
      const double estimate = (here[i] - there[i]) + anchor[i];
      const double delta = -learning_rate * estimate;
      theta[i] += delta;
      tape.vector(estimate_quantity, i, estimate);
      tape.vector(delta_index, i, delta);
    }
    return StepStatus::ok;
  }

  template <class AnyTape>
  void record_initial(Index n, AnyTape tape) const noexcept {
    tape.vector(snapshot_quantity, snapshot_.data(), n);
  }

  double stable_curvature() const noexcept { return not_yet; }

 private:
  Vector snapshot_;
  Vector anchor_;
  Vector gradient_;
  Vector gradient_at_snapshot_;
  double age_ = 0.0;  ///< steps taken with this snapshot; 0 before the first
};

}  // namespace fall_line
