#pragma once

#include "core/numerics/floating_point.hpp"
#include "core/optimizers/hyperparameter.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

/// Gradient descent with momentum, the heavy ball (Polyak 1964), as a decaying sum.
///   velocity(t) = beta·velocity(t−1) + gradient(t)
///   delta(t) = −learning_rate · velocity(t)
/// On ½λθ² stable for λ < 2(1 + beta)/learning_rate. Cost: O(n) time, n doubles of state.
class Momentum {
 public:
  static constexpr std::string_view name = "momentum";
  static constexpr std::string_view title = "Momentum";
  static constexpr std::string_view summary = "Step along a decaying sum of past gradients.";
  static constexpr std::string_view source = "Polyak 1964; form of lectures 0–2";

  struct Hyperparameters {
    double learning_rate;
    double beta;
  };
  Hyperparameters hyperparameters;

  static constexpr Parameter<Hyperparameters> parameters[] = {
      {learning_rate_declaration(0.01), &Hyperparameters::learning_rate},
      {decay_declaration("beta", "decay", "\\beta", "share of the old velocity that is kept", 0.9,
                         0.99),
       &Hyperparameters::beta},
  };

  enum : int { velocity_quantity, delta_index };
  static constexpr Quantity quantities[] = {
      {"velocity", "velocity", "v", "decaying sum of the gradients", Shape::vector,
       Role::first_moment},
      delta_quantity,
  };

  static constexpr FormulaLine lines[] = {
      {R"(\velocity{t} = \decay\,\velocity{t-1} + \grad{t})",
       "Keep a share β of the old velocity and add the new gradient."},
      {R"(\change{t} = -\lrate\,\velocity{t})", "Walk against the velocity."},
      theta_line,
  };

  Momentum(const Hyperparameters& values, Index dimension)
      : hyperparameters(values), velocity_(Vector::Zero(dimension)) {}

  template <class AnyTape>
  void step(double* __restrict theta, const double* __restrict gradient, Index n,
            AnyTape tape) noexcept {
    const double learning_rate = hyperparameters.learning_rate, beta = hyperparameters.beta;
    double* __restrict velocity = velocity_.data();
    for (Index i = 0; i < n; ++i) {
      const double velocity_new = beta * velocity[i] + gradient[i];
      const double delta = -learning_rate * velocity_new;
      velocity[i] = velocity_new;
      theta[i] += delta;
      tape.vector(velocity_quantity, i, velocity_new);
      tape.vector(delta_index, i, delta);
    }
  }

  template <class AnyTape>
  void record_initial(Index n, AnyTape tape) const noexcept {
    for (Index i = 0; i < n; ++i) tape.vector(velocity_quantity, i, velocity_[i]);
  }

  double stable_curvature() const noexcept {
    return 2.0 * (1.0 + hyperparameters.beta) / hyperparameters.learning_rate;
  }

 private:
  Vector velocity_;
};

}  // namespace fall_line
