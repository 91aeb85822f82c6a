#pragma once

#include <cmath>

#include "core/numerics/floating_point.hpp"
#include "core/optimizers/moments.hpp"

namespace fall_line {

/// AdamW (Loshchilov & Hutter 2019, Algorithm 2): Adam beside a weight decay that its denominator
/// does not touch.
///   decoupled   used(t) = gradient(t)
///               delta(t) = −learning_rate · (m_hat(t)/(√v_hat(t) + epsilon)
///                                            + weight_decay·theta(t−1))
///   coupled     used(t) = gradient(t) + weight_decay·theta(t−1)
///               delta(t) = −learning_rate · m_hat(t)/(√v_hat(t) + epsilon)
/// with Adam's moments and corrections of `used`. Coupled is Adam on f(θ) + ½·weight_decay·‖θ‖².
/// The paper's λ is learning_rate·weight_decay here, as in the frameworks.
/// Cost: O(n) time, 2n doubles of state.
class AdamW {
 public:
  static constexpr std::string_view name = "adamw";
  static constexpr std::string_view title = "AdamW";
  static constexpr std::string_view summary =
      "Adam, and beside it every parameter shrinks by the same share.";
  static constexpr std::string_view source = "Loshchilov & Hutter 2019, Algorithm 2";

  enum class Decay { decoupled, coupled };

  struct Hyperparameters {
    double learning_rate;
    double beta1;
    double beta2;
    double epsilon;
    double weight_decay;
    Decay decay;
  };
  Hyperparameters hyperparameters;

  static constexpr Parameter<Hyperparameters> parameters[] = {
      {learning_rate_declaration(1e-3), &Hyperparameters::learning_rate},
      {beta1_declaration(), &Hyperparameters::beta1},
      {beta2_declaration(), &Hyperparameters::beta2},
      {epsilon_declaration(1e-8), &Hyperparameters::epsilon},
      {{.name = "weight_decay",
        .symbol = "wdecay",
        .letter = "\\lambda",
        .meaning = "pulls every parameter towards zero",
        .default_value = 0.01,
        .allowed = {.low = 0.0, .high = infinity},
        .slider = {.low = 0.0, .high = 1.0}},
       &Hyperparameters::weight_decay},
  };

  static constexpr Choice decay_choices[] = {
      {"decoupled", "beside the step", "θ shrinks by αλθ, as in Loshchilov & Hutter 2019"},
      {"coupled", "in the gradient",
       "λθ is added to the gradient: an L2 penalty, divided like all the rest"},
  };
  static constexpr Option<Hyperparameters> options[] = {
      {{"decay", "Weight decay", decay_choices},
       [](Hyperparameters& h, int choice) { h.decay = Decay{choice}; }}};

  enum : int { used_quantity, m_quantity, v_quantity, m_hat, v_hat, delta_index };
  static constexpr Quantity quantities[] = {
      {"used", "gradused", "\\bar g", "gradient that the moments average", Shape::vector,
       Role::gradient},
      m_declaration,
      v_declaration,
      m_hat_declaration,
      v_hat_declaration,
      delta_quantity,
  };

  static constexpr FormulaLine lines[] = {
      {R"(\gradused{t} = \grad{t})", "The moments see the gradient alone.", "decay", "decoupled"},
      {R"(\gradused{t} = \grad{t} + \wdecay\,\param{t-1})",
       "The decay joins the gradient: the slope of ½λ‖θ‖².", "decay", "coupled"},
      {R"(\mom{t} = \decayone\,\mom{t-1} + (1-\decayone)\,\gradused{t})", m_line.reason},
      {R"(\sqmom{t} = \decaytwo\,\sqmom{t-1} + (1-\decaytwo)\,\gradused{t}^2)", v_line.reason},
      m_hat_line,
      v_hat_line,
      {R"(\change{t} = -\lrate\left(\frac{\momhat{t}}{\sqrt{\sqmomhat{t}}+\eps} + \wdecay\,\param{t-1}\right))",
       "Adam’s step, and a share αλ of θ itself.", "decay", "decoupled"},
      under(adam_step_line, "decay", "coupled"),
      theta_line,
  };

  AdamW(const Hyperparameters& values, Index dimension)
      : hyperparameters(values), m_(Vector::Zero(dimension)), v_(Vector::Zero(dimension)) {}

  template <class AnyTape>
  void step(double* __restrict theta, const double* __restrict gradient, Index n,
            AnyTape tape) noexcept {
    power1_ *= hyperparameters.beta1;
    power2_ *= hyperparameters.beta2;
    const double learning_rate = hyperparameters.learning_rate, epsilon = hyperparameters.epsilon;
    const double beta1 = hyperparameters.beta1, rest1 = 1.0 - beta1;
    const double beta2 = hyperparameters.beta2, rest2 = 1.0 - beta2;
    const double factor1 = 1.0 / (1.0 - power1_), factor2 = 1.0 / (1.0 - power2_);
    const bool is_coupled = hyperparameters.decay == Decay::coupled;
    const double coupled = is_coupled ? hyperparameters.weight_decay : 0.0;
    const double decoupled = is_coupled ? 0.0 : hyperparameters.weight_decay;
    double* __restrict m = m_.data();
    double* __restrict v = v_.data();
    for (Index i = 0; i < n; ++i) {
      const double theta_old = theta[i], g = gradient[i] + coupled * theta_old;
      const double m_new = beta1 * m[i] + rest1 * g;
      const double v_new = beta2 * v[i] + rest2 * (g * g);
      const double m_corrected = factor1 * m_new, v_corrected = factor2 * v_new;
      const double delta = -learning_rate * (m_corrected / (std::sqrt(v_corrected) + epsilon) +
                                             decoupled * theta_old);
      m[i] = m_new;
      v[i] = v_new;
      theta[i] = theta_old + delta;
      tape.vector(used_quantity, i, g);
      tape.vector(m_quantity, i, m_new);
      tape.vector(v_quantity, i, v_new);
      tape.vector(m_hat, i, m_corrected);
      tape.vector(v_hat, i, v_corrected);
      tape.vector(delta_index, i, delta);
    }
  }

  template <class AnyTape>
  void record_initial(Index n, AnyTape tape) const noexcept {
    tape.vector(m_quantity, m_.data(), n);
    tape.vector(v_quantity, v_.data(), n);
  }

  double stable_curvature() const noexcept { return not_yet; }

 private:
  Vector m_;
  Vector v_;
  double power1_ = 1.0;
  double power2_ = 1.0;
};

}  // namespace fall_line
