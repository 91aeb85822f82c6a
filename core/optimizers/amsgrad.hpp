#pragma once

#include <cmath>

#include "core/numerics/floating_point.hpp"
#include "core/optimizers/moments.hpp"

namespace fall_line {

/// AMSGrad (Reddi, Kale & Kumar 2018, Algorithm 2): Adam whose second moment never falls, so that
/// no coordinate's step size grows again.
///   m(t), v(t)      as in Adam
///   v_max(t) = max(v_max(t−1), v(t))                       v_max(0) = 0
///   delta(t) = −learning_rate · m_hat(t) / (√v_hat(t) + epsilon)
/// with m_hat = m and v_hat = v_max in the paper, which corrects no bias; with m/(1 − beta1ᵗ) and
/// v_max/(1 − beta2ᵗ) in PyTorch ("after"); with v/(1 − beta2ᵗ) inside the maximum in Optax
/// ("before"). Cost: O(n) time, 3n doubles of state.
class AmsGrad {
 public:
  static constexpr std::string_view name = "amsgrad";
  static constexpr std::string_view title = "AMSGrad";
  static constexpr std::string_view summary =
      "Adam, divided by the largest average of squared gradients there has been.";
  static constexpr std::string_view source = "Reddi, Kale & Kumar 2018, Algorithm 2";

  enum class BiasCorrection { off, after, before };

  struct Hyperparameters {
    double learning_rate;
    double beta1;
    double beta2;
    double epsilon;
    BiasCorrection bias_correction;
  };
  Hyperparameters hyperparameters;

  static constexpr Parameter<Hyperparameters> parameters[] = {
      {learning_rate_declaration(1e-3), &Hyperparameters::learning_rate},
      {beta1_declaration(), &Hyperparameters::beta1},
      {beta2_declaration(), &Hyperparameters::beta2},
      {epsilon_declaration(1e-8), &Hyperparameters::epsilon},
  };

  static constexpr Choice bias_correction_choices[] = {
      {"off", "off", "the moments as they are, as in Reddi et al. 2018"},
      {"after", "after the maximum", "the largest v is divided by 1 − β₂ᵗ, as in PyTorch"},
      {"before", "before the maximum", "the largest v/(1 − β₂ᵗ) is kept, as in Optax"},
  };
  static constexpr Option<Hyperparameters> options[] = {
      {{"bias_correction", "Bias correction", bias_correction_choices},
       [](Hyperparameters& h, int choice) { h.bias_correction = BiasCorrection{choice}; }}};

  enum : int { m_quantity, v_quantity, v_max_quantity, m_hat, v_hat, delta_index };
  static constexpr Quantity quantities[] = {
      m_declaration,
      v_declaration,
      {"v_max", "sqmommax", "v^{\\max}", "largest second moment so far", Shape::vector,
       Role::second_moment},
      m_hat_declaration,
      v_hat_declaration,
      delta_quantity,
  };

  static constexpr FormulaLine lines[] = {
      m_line,
      v_line,
      {R"(\sqmommax{t} = \max(\sqmommax{t-1}, \sqmom{t}))", "Keep the largest v there has been.",
       "bias_correction", "off"},
      {R"(\sqmommax{t} = \max(\sqmommax{t-1}, \sqmom{t}))", "Keep the largest v there has been.",
       "bias_correction", "after"},
      {R"(\sqmommax{t} = \max(\sqmommax{t-1}, \frac{\sqmom{t}}{1-\decaytwo^{\now}}))",
       "Keep the largest corrected v.", "bias_correction", "before"},
      {R"(\momhat{t} = \mom{t})", "The paper uses m as it is.", "bias_correction", "off"},
      under(m_hat_line, "bias_correction", "after"),
      under(m_hat_line, "bias_correction", "before"),
      {R"(\sqmomhat{t} = \sqmommax{t})", "The paper uses the maximum as it is.", "bias_correction",
       "off"},
      {R"(\sqmomhat{t} = \frac{\sqmommax{t}}{1-\decaytwo^{\now}})",
       "Divide the maximum by the weight of today’s v.", "bias_correction", "after"},
      {R"(\sqmomhat{t} = \sqmommax{t})", "The maximum is of corrected values already.",
       "bias_correction", "before"},
      adam_step_line,
      theta_line,
  };

  AmsGrad(const Hyperparameters& values, Index dimension)
      : hyperparameters(values),
        m_(Vector::Zero(dimension)),
        v_(Vector::Zero(dimension)),
        v_max_(Vector::Zero(dimension)) {}

  template <class AnyTape>
  void step(double* __restrict theta, const double* __restrict gradient, Index n,
            AnyTape tape) noexcept {
    power1_ *= hyperparameters.beta1;
    power2_ *= hyperparameters.beta2;
    const double learning_rate = hyperparameters.learning_rate, epsilon = hyperparameters.epsilon;
    const double beta1 = hyperparameters.beta1, rest1 = 1.0 - beta1;
    const double beta2 = hyperparameters.beta2, rest2 = 1.0 - beta2;
    const BiasCorrection correction = hyperparameters.bias_correction;
    const double correction2 = 1.0 / (1.0 - power2_);
    const double factor1 = correction == BiasCorrection::off ? 1.0 : 1.0 / (1.0 - power1_);
    const double before = correction == BiasCorrection::before ? correction2 : 1.0;
    const double after = correction == BiasCorrection::after ? correction2 : 1.0;
    double* __restrict m = m_.data();
    double* __restrict v = v_.data();
    double* __restrict v_max = v_max_.data();
    for (Index i = 0; i < n; ++i) {
      const double g = gradient[i], largest = v_max[i];
      const double m_new = beta1 * m[i] + rest1 * g;
      const double v_new = beta2 * v[i] + rest2 * (g * g);
      const double candidate = before * v_new;
      const double v_max_new = largest > candidate ? largest : candidate;
      const double m_corrected = factor1 * m_new, v_corrected = after * v_max_new;
      const double delta = -learning_rate * m_corrected / (std::sqrt(v_corrected) + epsilon);
      m[i] = m_new;
      v[i] = v_new;
      v_max[i] = v_max_new;
      theta[i] += delta;
      tape.vector(m_quantity, i, m_new);
      tape.vector(v_quantity, i, v_new);
      tape.vector(v_max_quantity, i, v_max_new);
      tape.vector(m_hat, i, m_corrected);
      tape.vector(v_hat, i, v_corrected);
      tape.vector(delta_index, i, delta);
    }
  }

  template <class AnyTape>
  void record_initial(Index n, AnyTape tape) const noexcept {
    tape.vector(m_quantity, m_.data(), n);
    tape.vector(v_quantity, v_.data(), n);
    tape.vector(v_max_quantity, v_max_.data(), n);
  }

  double stable_curvature() const noexcept { return not_yet; }

 private:
  Vector m_;
  Vector v_;
  Vector v_max_;
  double power1_ = 1.0;
  double power2_ = 1.0;
};

}  // namespace fall_line
