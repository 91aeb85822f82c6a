#pragma once

#include <cmath>

#include "core/numerics/floating_point.hpp"
#include "core/optimizers/hyperparameter.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

/// RMSProp (Tieleman & Hinton 2012): each coordinate divided by its recent gradient size.
///   s(t) = beta·s(t−1) + (1 − beta)·gradient(t)²
///   delta(t) = −learning_rate · gradient(t) / (√s(t) + epsilon)
/// s starts at zero and is not corrected: the first step is learning_rate/√(1 − beta) long.
/// Cost: O(n) time, n doubles of state.
class RmsProp {
 public:
  static constexpr std::string_view name = "rmsprop";
  static constexpr std::string_view title = "RMSProp";
  static constexpr std::string_view summary =
      "Divide each coordinate of the gradient by its recent root mean square.";
  static constexpr std::string_view source = "Tieleman & Hinton 2012; lectures 0, 1, 3";

  struct Hyperparameters {
    double learning_rate;
    double beta;
    double epsilon;
    EpsilonPlace epsilon_place;
  };
  Hyperparameters hyperparameters;

  static constexpr Parameter<Hyperparameters> parameters[] = {
      {learning_rate_declaration(0.01), &Hyperparameters::learning_rate},
      {decay_declaration("beta", "decay", "\\beta", "share of the old average that is kept", 0.9,
                         0.999),
       &Hyperparameters::beta},
      {epsilon_declaration(1e-8), &Hyperparameters::epsilon},
  };

  static constexpr Option<Hyperparameters> options[] = {
      {{"epsilon_place", "Place of ε", epsilon_place_choices},
       [](Hyperparameters& h, int choice) { h.epsilon_place = EpsilonPlace{choice}; }}};

  enum : int { s_quantity, delta_index };
  static constexpr Quantity quantities[] = {
      {"s", "meansq", "s", "running average of the squared gradient", Shape::vector,
       Role::second_moment},
      delta_quantity,
  };

  static constexpr FormulaLine lines[] = {
      {R"(\meansq{t} = \decay\,\meansq{t-1} + (1-\decay)\,\grad{t}^2)",
       "Average the squared gradient, coordinate by coordinate."},
      {R"(\change{t} = -\lrate\,\frac{\grad{t}}{\sqrt{\meansq{t}}+\eps})",
       "Divide by its root: steep directions shrink, flat ones grow.", "epsilon_place", "outside"},
      {R"(\change{t} = -\lrate\,\frac{\grad{t}}{\sqrt{\meansq{t}+\eps}})",
       "Divide by its root, with ε under the root.", "epsilon_place", "inside"},
      {R"(\change{t} = -\lrate\,\frac{\grad{t}}{\sqrt{\meansq{t}}})",
       "Divide by its root, unprotected.", "epsilon_place", "none"},
      theta_line,
  };

  RmsProp(const Hyperparameters& values, Index dimension)
      : hyperparameters(values), s_(Vector::Zero(dimension)) {}

  template <class AnyTape>
  void step(double* __restrict theta, const double* __restrict gradient, Index n,
            AnyTape tape) noexcept {
    const double learning_rate = hyperparameters.learning_rate, beta = hyperparameters.beta,
                 rest = 1.0 - beta;
    const auto [inside, outside] =
        epsilon_terms(hyperparameters.epsilon_place, hyperparameters.epsilon);
    const double epsilon_inside = inside, epsilon_outside = outside;
    double* __restrict s = s_.data();
    for (Index i = 0; i < n; ++i) {
      const double g = gradient[i];
      const double s_new = beta * s[i] + rest * (g * g);
      const double delta =
          -learning_rate * g / (std::sqrt(s_new + epsilon_inside) + epsilon_outside);
      s[i] = s_new;
      theta[i] += delta;
      tape.vector(s_quantity, i, s_new);
      tape.vector(delta_index, i, delta);
    }
  }

  template <class AnyTape>
  void record_initial(Index n, AnyTape tape) const noexcept {
    tape.vector(s_quantity, s_.data(), n);
  }

  double stable_curvature() const noexcept { return not_yet; }

 private:
  Vector s_;
};

}  // namespace fall_line
