#pragma once

#include <cmath>

#include "core/numerics/floating_point.hpp"
#include "core/optimizers/moments.hpp"

namespace fall_line {

/// AdaMax (Kingma & Ba 2015, Algorithm 2): Adam with the largest recent gradient in place of the
/// root mean square.
///   m(t) = beta1·m(t−1) + (1 − beta1)·gradient(t)          m(0) = 0
///   u(t) = max(beta2·u(t−1), |gradient(t)|)                u(0) = 0
///   m_hat(t) = m(t) / (1 − beta1ᵗ)
///   delta(t) = −learning_rate · m_hat(t) / u(t)
/// u needs no correction. 0/0 is 0: a coordinate that has had no gradient yet stays.
/// Cost: O(n) time, 2n doubles of state.
class AdaMax {
 public:
  static constexpr std::string_view name = "adamax";
  static constexpr std::string_view title = "AdaMax";
  static constexpr std::string_view summary =
      "Adam, divided by the largest recent gradient in place of its root mean square.";
  static constexpr std::string_view source = "Kingma & Ba 2015, Algorithm 2; lecture 3";

  struct Hyperparameters {
    double learning_rate;
    double beta1;
    double beta2;
  };
  Hyperparameters hyperparameters;

  static constexpr Parameter<Hyperparameters> parameters[] = {
      {learning_rate_declaration(2e-3), &Hyperparameters::learning_rate},
      {beta1_declaration(), &Hyperparameters::beta1},
      {beta2_declaration(), &Hyperparameters::beta2},
  };

  enum : int { m_quantity, u_quantity, m_hat, delta_index };
  static constexpr Quantity quantities[] = {
      m_declaration,
      {"u", "infnorm", "u", "largest recent gradient, older ones counting less", Shape::vector,
       Role::second_moment},
      m_hat_declaration,
      delta_quantity,
  };

  static constexpr FormulaLine lines[] = {
      m_line,
      {R"(\infnorm{t} = \max(\decaytwo\,\infnorm{t-1}, \lvert\grad{t}\rvert))",
       "Let the largest gradient fade, until a larger one comes."},
      m_hat_line,
      {R"(\change{t} = -\lrate\,\frac{\momhat{t}}{\infnorm{t}})",
       "Divide the average gradient by the largest; where that is zero, stay."},
      theta_line,
  };

  AdaMax(const Hyperparameters& values, Index dimension)
      : hyperparameters(values), m_(Vector::Zero(dimension)), u_(Vector::Zero(dimension)) {}

  template <class AnyTape>
  void step(double* __restrict theta, const double* __restrict gradient, Index n,
            AnyTape tape) noexcept {
    power1_ *= hyperparameters.beta1;
    const double learning_rate = hyperparameters.learning_rate;
    const double beta1 = hyperparameters.beta1, rest1 = 1.0 - beta1, beta2 = hyperparameters.beta2;
    const double factor1 = 1.0 / (1.0 - power1_);
    double* __restrict m = m_.data();
    double* __restrict u = u_.data();
    for (Index i = 0; i < n; ++i) {
      const double g = gradient[i], faded = beta2 * u[i], size = std::abs(g);
      const double m_new = beta1 * m[i] + rest1 * g;
      const double u_new = faded > size ? faded : size;
      const double m_corrected = factor1 * m_new;
      const double delta = -learning_rate * m_corrected / above_zero(u_new);
      m[i] = m_new;
      u[i] = u_new;
      theta[i] += delta;
      tape.vector(m_quantity, i, m_new);
      tape.vector(u_quantity, i, u_new);
      tape.vector(m_hat, i, m_corrected);
      tape.vector(delta_index, i, delta);
    }
  }

  template <class AnyTape>
  void record_initial(Index n, AnyTape tape) const noexcept {
    tape.vector(m_quantity, m_.data(), n);
    tape.vector(u_quantity, u_.data(), n);
  }

  double stable_curvature() const noexcept { return not_yet; }

 private:
  Vector m_;
  Vector u_;
  double power1_ = 1.0;
};

}  // namespace fall_line
