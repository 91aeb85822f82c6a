#pragma once

#include <cmath>

#include "core/numerics/floating_point.hpp"
#include "core/optimizers/moments.hpp"

namespace fall_line {

/// Adam (Kingma & Ba 2015, Algorithm 1), with the variants that lectures print as options.
///   m(t) = beta1·m(t−1) + (1 − beta1)·gradient(t)          m(0) = 0
///   v(t) = beta2·v(t−1) + (1 − beta2)·gradient(t)²         v(0) = 0
///   m_hat(t) = correction1(t)·m(t),   correction1(t) = 1/(1 − beta1ᵗ)
///   v_hat(t) = correction2(t)·v(t),   correction2(t) = 1/(1 − beta2ᵗ)
///   delta(t) = −learning_rate · m_hat(t) / (√v_hat(t) + epsilon)
/// The place of ε called rescaled is the faster form at the end of the paper's section 2:
///   delta(t) = −learning_rate·√(1 − beta2ᵗ)/(1 − beta1ᵗ) · m(t) / (√v(t) + epsilon)
/// Cost: O(n) time, 2n doubles of state. βᵗ is a running product: one std::pow a step would
/// be most of the cost of a step in two dimensions.
class Adam {
 public:
  static constexpr std::string_view name = "adam";
  static constexpr std::string_view title = "Adam";
  static constexpr std::string_view summary =
      "Step along the average gradient, divided by its root mean square, both corrected for "
      "having started at zero.";
  static constexpr std::string_view source = "Kingma & Ba 2015, Algorithm 1; lectures 0, 1, 3";

  enum class BiasCorrection { on, off, no_power, old_index, multiplied };
  enum class GradientSign { plus, minus };

  struct Hyperparameters {
    double learning_rate;
    double beta1;
    double beta2;
    double epsilon;
    BiasCorrection bias_correction;
    GradientSign gradient_sign;
    EpsilonPlace epsilon_place;
  };
  Hyperparameters hyperparameters;

  static constexpr Parameter<Hyperparameters> parameters[] = {
      {learning_rate_declaration(1e-3), &Hyperparameters::learning_rate},
      {beta1_declaration(), &Hyperparameters::beta1},
      {beta2_declaration(), &Hyperparameters::beta2},
      {epsilon_declaration(1e-8), &Hyperparameters::epsilon},
  };

  static constexpr Choice bias_correction_choices[] = {
      {"on", "on", "divided by 1 − βᵗ, as in Kingma & Ba 2015"},
      {"off", "off", "the moments as they are, biased towards zero"},
      {"no_power", "no power", "divided by 1 − β without the power, as printed in lecture 1"},
      {"old_index", "old index",
       "the moments of the step before divided by 1 − β, lecture 1 to the letter"},
      {"multiplied", "multiplied", "multiplied by 1 − βᵗ, as in a well-known web demo"},
  };
  static constexpr Choice gradient_sign_choices[] = {
      {"plus", "+", "the gradient is added to its average"},
      {"minus", "−", "the gradient is subtracted, as printed in lecture 3: the step ascends"},
  };
  static constexpr Choice epsilon_choices[] = {
      epsilon_place_choices[0],
      epsilon_place_choices[1],
      epsilon_place_choices[2],
      {"rescaled", "before correction",
       "√v̂ + ε/√(1 − β₂ᵗ): ε beside the uncorrected √v, as in TensorFlow"},
  };

  static constexpr Option<Hyperparameters> options[] = {
      {{"bias_correction", "Bias correction", bias_correction_choices},
       [](Hyperparameters& h, int choice) { h.bias_correction = BiasCorrection{choice}; }},
      {{"gradient_sign", "Sign of the gradient", gradient_sign_choices},
       [](Hyperparameters& h, int choice) { h.gradient_sign = GradientSign{choice}; }},
      {{"epsilon_place", "Place of ε", epsilon_choices},
       [](Hyperparameters& h, int choice) { h.epsilon_place = EpsilonPlace{choice}; }},
  };

  enum : int { m_quantity, v_quantity, correction1, correction2, m_hat, v_hat, delta_index };
  static constexpr Quantity quantities[] = {
      m_declaration,
      v_declaration,
      {"correction1", "fixone", "c", "factor that corrects the first moment", Shape::scalar,
       Role::factor},
      {"correction2", "fixtwo", "d", "factor that corrects the second moment", Shape::scalar,
       Role::factor},
      m_hat_declaration,
      v_hat_declaration,
      delta_quantity,
  };

  static constexpr FormulaLine lines[] = {
      under(m_line, "gradient_sign", "plus"),
      {R"(\mom{t} = \decayone\,\mom{t-1} - (1-\decayone)\,\grad{t})",
       "Lecture 3 subtracts the gradient here.", "gradient_sign", "minus"},
      v_line,
      under(m_hat_line, "bias_correction", "on"),
      under(v_hat_line, "bias_correction", "on"),
      {R"(\momhat{t} = \mom{t})", "Use m as it is, biased towards zero.", "bias_correction", "off"},
      {R"(\sqmomhat{t} = \sqmom{t})", "Use v as it is, biased towards zero.", "bias_correction",
       "off"},
      {R"(\momhat{t} = \frac{\mom{t}}{1-\decayone})", "Divide by 1 − β₁, the same at every step.",
       "bias_correction", "no_power"},
      {R"(\sqmomhat{t} = \frac{\sqmom{t}}{1-\decaytwo})",
       "Divide by 1 − β₂, the same at every step.", "bias_correction", "no_power"},
      {R"(\momhat{t} = \frac{\mom{t-1}}{1-\decayone})", "Divide the old m by 1 − β₁.",
       "bias_correction", "old_index"},
      {R"(\sqmomhat{t} = \frac{\sqmom{t-1}}{1-\decaytwo})", "Divide the old v by 1 − β₂.",
       "bias_correction", "old_index"},
      {R"(\momhat{t} = \mom{t}\,(1-\decayone^{\now}))", "Multiply m by 1 − β₁ᵗ.", "bias_correction",
       "multiplied"},
      {R"(\sqmomhat{t} = \sqmom{t}\,(1-\decaytwo^{\now}))", "Multiply v by 1 − β₂ᵗ.",
       "bias_correction", "multiplied"},
      under(adam_step_line, "epsilon_place", "outside"),
      {R"(\change{t} = -\lrate\,\frac{\momhat{t}}{\sqrt{\sqmomhat{t}+\eps}})",
       "Divide the average gradient by its typical size, with ε under the root.", "epsilon_place",
       "inside"},
      {R"(\change{t} = -\lrate\,\frac{\momhat{t}}{\sqrt{\sqmomhat{t}}})",
       "Divide the average gradient by its typical size, unprotected.", "epsilon_place", "none"},
      {R"(\change{t} = -\lrate\,\frac{\momhat{t}}{\sqrt{\sqmomhat{t}}+\eps\,\sqrt{\fixtwo{t}}})",
       "Divide the average gradient by its typical size; ε is corrected as √v is.", "epsilon_place",
       "rescaled"},
      theta_line,
  };

  Adam(const Hyperparameters& values, Index dimension)
      : hyperparameters(values), m_(Vector::Zero(dimension)), v_(Vector::Zero(dimension)) {}

  template <class AnyTape>
  void step(double* __restrict theta, const double* __restrict gradient, Index n,
            AnyTape tape) noexcept {
    power1_ *= hyperparameters.beta1;
    power2_ *= hyperparameters.beta2;
    const double learning_rate = hyperparameters.learning_rate;
    const double beta1 = hyperparameters.beta1, beta2 = hyperparameters.beta2, rest2 = 1.0 - beta2;
    const double signed_rest1 =
        hyperparameters.gradient_sign == GradientSign::plus ? 1.0 - beta1 : -(1.0 - beta1);
    const double factor1 = correction(beta1, power1_), factor2 = correction(beta2, power2_);
    const auto [inside, outside] =
        epsilon_terms(hyperparameters.epsilon_place, hyperparameters.epsilon);
    const double epsilon_inside = inside;
    const double epsilon_outside = hyperparameters.epsilon_place == EpsilonPlace::rescaled
                                       ? hyperparameters.epsilon * std::sqrt(factor2)
                                       : outside;
    const bool old_index = hyperparameters.bias_correction == BiasCorrection::old_index;
    double* __restrict m = m_.data();
    double* __restrict v = v_.data();
    tape.scalar(correction1, factor1);
    tape.scalar(correction2, factor2);
    for (Index i = 0; i < n; ++i) {
      const double g = gradient[i];
      const double m_old = m[i], v_old = v[i];
      const double m_new = beta1 * m_old + signed_rest1 * g;
      const double v_new = beta2 * v_old + rest2 * (g * g);
      const double m_corrected = factor1 * (old_index ? m_old : m_new);
      const double v_corrected = factor2 * (old_index ? v_old : v_new);
      const double delta = -learning_rate * m_corrected /
                           (std::sqrt(v_corrected + epsilon_inside) + epsilon_outside);
      m[i] = m_new;
      v[i] = v_new;
      theta[i] += delta;
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
  double correction(double beta, double power) const noexcept {
    switch (hyperparameters.bias_correction) {
      case BiasCorrection::on:
        return 1.0 / (1.0 - power);
      case BiasCorrection::off:
        return 1.0;
      case BiasCorrection::no_power:
      case BiasCorrection::old_index:
        return 1.0 / (1.0 - beta);
      case BiasCorrection::multiplied:
        return 1.0 - power;
    }
    return not_yet;
  }

  Vector m_;
  Vector v_;
  double power1_ = 1.0;
  double power2_ = 1.0;
};

}  // namespace fall_line
