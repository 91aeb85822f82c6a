#pragma once

#include "core/numerics/floating_point.hpp"
#include "core/optimizers/velocity.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

/// Gradient descent with momentum, the heavy ball (Polyak 1964), in the forms that are printed.
///   sum           velocity(t) = beta·velocity(t−1) + gradient(t)
///                 delta(t) = −learning_rate · velocity(t)
///   step          velocity(t) = beta·velocity(t−1) − learning_rate·gradient(t)
///                 delta(t) = velocity(t)
///   average       velocity(t) = beta·velocity(t−1) + (1 − beta)·gradient(t)
///                 delta(t) = −learning_rate · velocity(t)
///   old_velocity  that of step, but delta(t) = velocity(t−1)
/// While the learning rate stays as it is, sum and step give the same iterates, and average
/// those of a learning rate (1 − beta) times as large. Cost: O(n) time, n doubles of state.
class Momentum {
 public:
  static constexpr std::string_view name = "momentum";
  static constexpr std::string_view title = "Momentum";
  static constexpr std::string_view summary = "Step along a decaying sum of past gradients.";
  static constexpr std::string_view source = "Polyak 1964; lectures 0–3";

  enum class Form { sum, step, average, old_velocity };

  struct Hyperparameters {
    double learning_rate;
    double beta;
    Form form;
  };
  Hyperparameters hyperparameters;

  static constexpr Parameter<Hyperparameters> parameters[] = {
      {learning_rate_declaration(0.01), &Hyperparameters::learning_rate},
      {velocity_decay_declaration(), &Hyperparameters::beta},
  };

  static constexpr Choice form_choices[] = {
      {"sum", "sum of gradients", "the velocity adds gradients up, as in lectures 0, 1 and 2"},
      {"step", "last step", "the velocity is the step itself, as in lectures 2 and 3"},
      {"average", "average gradient", "the velocity averages gradients, as in Adam"},
      {"old_velocity", "old velocity",
       "the step is the velocity from before this gradient, as printed in lecture 3"},
  };
  static constexpr Option<Hyperparameters> options[] = {
      {{"form", "Form of the velocity", form_choices},
       [](Hyperparameters& h, int choice) { h.form = Form{choice}; }}};

  enum : int { velocity_quantity, delta_index };
  static constexpr Quantity quantities[] = {velocity_declaration, delta_quantity};

  static constexpr FormulaLine lines[] = {
      {R"(\velocity{t} = \decay\,\velocity{t-1} + \grad{t})",
       "Keep a share β of the old velocity and add the new gradient.", "form", "sum"},
      {R"(\velocity{t} = \decay\,\velocity{t-1} - \lrate\,\grad{t})",
       "Keep a share β of the last step and add one of gradient descent.", "form", "step"},
      {R"(\velocity{t} = \decay\,\velocity{t-1} + (1-\decay)\,\grad{t})",
       "Average the gradient: keep a share β of the old average.", "form", "average"},
      {R"(\velocity{t} = \decay\,\velocity{t-1} - \lrate\,\grad{t})",
       "Keep a share β of the old velocity and add a step of gradient descent.", "form",
       "old_velocity"},
      {R"(\change{t} = -\lrate\,\velocity{t})", "Walk against the velocity.", "form", "sum"},
      {R"(\change{t} = \velocity{t})", "The velocity is the step.", "form", "step"},
      {R"(\change{t} = -\lrate\,\velocity{t})", "Walk against the average gradient.", "form",
       "average"},
      {R"(\change{t} = \velocity{t-1})", "Lecture 3 takes the velocity of the step before.", "form",
       "old_velocity"},
      theta_line,
  };

  Momentum(const Hyperparameters& values, Index dimension)
      : hyperparameters(values), velocity_(Vector::Zero(dimension)) {}

  template <class AnyTape>
  void step(double* __restrict theta, const double* __restrict gradient, Index n,
            AnyTape tape) noexcept {
    const double learning_rate = hyperparameters.learning_rate, beta = hyperparameters.beta;
    const Form form = hyperparameters.form;
    const bool old = form == Form::old_velocity, is_step = old || form == Form::step;
    const double weight = is_step ? -learning_rate : form == Form::average ? 1.0 - beta : 1.0;
    const double length = is_step ? 1.0 : -learning_rate;
    double* __restrict velocity = velocity_.data();
    for (Index i = 0; i < n; ++i) {
      const double velocity_old = velocity[i];
      const double velocity_new = beta * velocity_old + weight * gradient[i];
      const double delta = length * (old ? velocity_old : velocity_new);
      velocity[i] = velocity_new;
      theta[i] += delta;
      tape.vector(velocity_quantity, i, velocity_new);
      tape.vector(delta_index, i, delta);
    }
  }

  template <class AnyTape>
  void record_initial(Index n, AnyTape tape) const noexcept {
    tape.vector(velocity_quantity, velocity_.data(), n);
  }

  /// Where both roots z of the recurrence on ½λθ² lie inside the unit circle. With a = α·λ:
  /// z² − (1 + β − a)z + β gives a < 2(1 + β); the old velocity, z² − (1 + β)z + β + a,
  /// gives a < 1 − β.
  double stable_curvature() const noexcept {
    const double beta = hyperparameters.beta, learning_rate = hyperparameters.learning_rate;
    switch (hyperparameters.form) {
      case Form::sum:
      case Form::step:
        return 2.0 * (1.0 + beta) / learning_rate;
      case Form::average:
        return 2.0 * (1.0 + beta) / (1.0 - beta) / learning_rate;
      case Form::old_velocity:
        return (1.0 - beta) / learning_rate;
    }
    return not_yet;
  }

 private:
  Vector velocity_;
};

}  // namespace fall_line
