#pragma once

#include <cmath>

#include "core/numerics/floating_point.hpp"
#include "core/optimizers/hyperparameter.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

/// AdaDelta (Zeiler 2012, Algorithm 1): RMSProp whose numerator is the typical size of its own
/// past steps, so that a step has the unit of a parameter.
///   s(t) = beta·s(t−1) + (1 − beta)·gradient(t)²                s(0) = 0
///   raw(t) = −√(u(t−1) + epsilon) / √(s(t) + epsilon) · gradient(t)
///   u(t) = beta·u(t−1) + (1 − beta)·raw(t)²                     u(0) = 0
///   delta(t) = learning_rate · raw(t)
/// Zeiler has no learning rate: it is 1. The first step is √epsilon / √((1 − beta)g² + epsilon)
/// times g: without epsilon nothing would ever move. Cost: O(n) time, 2n doubles of state.
class AdaDelta {
 public:
  static constexpr std::string_view name = "adadelta";
  static constexpr std::string_view title = "AdaDelta";
  static constexpr std::string_view summary =
      "Divide the gradient by its typical size and multiply by the typical size of past steps.";
  static constexpr std::string_view source = "Zeiler 2012, Algorithm 1; lecture 3";

  struct Hyperparameters {
    double learning_rate;
    double beta;
    double epsilon;
  };

  Hyperparameters hyperparameters;

  static constexpr Parameter<Hyperparameters> parameters[] = {
      {learning_rate_declaration(1.0), &Hyperparameters::learning_rate},
      {decay_declaration("beta", "decayrho", "\\rho", "share of the old averages that is kept",
                         0.95, 0.999),
       &Hyperparameters::beta},
      {[] {
         auto epsilon = epsilon_declaration(1e-6);
         epsilon.meaning = "sets the length of the first step";
         epsilon.allowed.low_open = true;
         return epsilon;
       }(),
       &Hyperparameters::epsilon},
  };

  enum : int { s_quantity, raw_quantity, u_quantity, delta_index };
  static constexpr Quantity quantities[] = {
      {"s", "meansq", "s", "running average of the squared gradient", Shape::vector,
       Role::second_moment},
      {"raw", "rawstep", "r", "the step before the learning rate", Shape::vector, Role::step},
      {"u", "meanstep", "u", "running average of the squared step", Shape::vector,
       Role::second_moment},
      delta_quantity,
  };

  static constexpr FormulaLine lines[] = {
      {R"(\meansq{t} = \decayrho\,\meansq{t-1} + (1-\decayrho)\,\grad{t}^2)",
       "Average the squared gradient, coordinate by coordinate."},
      {R"(\rawstep{t} = -\frac{\sqrt{\meanstep{t-1}+\eps}}{\sqrt{\meansq{t}+\eps}}\,\grad{t})",
       "Divide by the gradient’s size, multiply by that of the steps so far."},
      {R"(\meanstep{t} = \decayrho\,\meanstep{t-1} + (1-\decayrho)\,\rawstep{t}^2)",
       "Only now does this step enter the average of steps."},
      {R"(\change{t} = \lrate\,\rawstep{t})", "Zeiler’s step has α = 1."},
      theta_line,
  };

  AdaDelta(const Hyperparameters& values, Index dimension)
      : hyperparameters(values), s_(Vector::Zero(dimension)), u_(Vector::Zero(dimension)) {}

  template <class AnyTape>
  void step(double* __restrict theta, const double* __restrict gradient, Index n,
            AnyTape tape) noexcept {
    const double learning_rate = hyperparameters.learning_rate, beta = hyperparameters.beta,
                 rest = 1.0 - beta, epsilon = hyperparameters.epsilon;
    double* __restrict s = s_.data();
    double* __restrict u = u_.data();
    for (Index i = 0; i < n; ++i) {
      const double g = gradient[i], u_old = u[i];
      const double s_new = beta * s[i] + rest * (g * g);
      const double raw = -std::sqrt(u_old + epsilon) / std::sqrt(s_new + epsilon) * g;
      const double u_new = beta * u_old + rest * (raw * raw);
      const double delta = learning_rate * raw;
      s[i] = s_new;
      u[i] = u_new;
      theta[i] += delta;
      tape.vector(s_quantity, i, s_new);
      tape.vector(raw_quantity, i, raw);
      tape.vector(u_quantity, i, u_new);
      tape.vector(delta_index, i, delta);
    }
  }

  template <class AnyTape>
  void record_initial(Index n, AnyTape tape) const noexcept {
    tape.vector(s_quantity, s_.data(), n);
    tape.vector(u_quantity, u_.data(), n);
  }

  double stable_curvature() const noexcept { return not_yet; }

 private:
  Vector s_;
  Vector u_;
};

}  // namespace fall_line
