#pragma once

#include "core/numerics/floating_point.hpp"
#include "core/optimizers/method.hpp"
#include "core/optimizers/velocity.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

/// Nesterov's accelerated gradient (Nesterov 1983, as momentum: Sutskever et al. 2013, eq. 3–4):
/// momentum that asks for the gradient where its old velocity is about to take it.
///   look_ahead    ahead(t) = theta(t−1) + beta·velocity(t−1)
///                 velocity(t) = beta·velocity(t−1) − learning_rate·∇f(ahead(t))
///                 delta(t) = velocity(t)
///   shifted       keeps the look-ahead points themselves as theta (Bengio et al. 2013, eq. 7):
///                 ahead(t) = theta(t−1), the velocity as above,
///                 delta(t) = beta·velocity(t) − learning_rate·∇f(ahead(t))
///   …_sum         the same with a velocity that adds up gradients, as in Momentum's sum
///   old_velocity  that of look_ahead, but delta(t) = velocity(t−1)
/// theta(t) of shifted is ahead(t + 1) of look_ahead. Cost: one gradient and O(n) time, 3n doubles
/// of state.
class Nesterov {
 public:
  static constexpr std::string_view name = "nesterov";
  static constexpr std::string_view title = "Nesterov’s accelerated gradient";
  static constexpr std::string_view summary =
      "Momentum that looks at the slope where its velocity is about to take it.";
  static constexpr std::string_view source =
      "Nesterov 1983; Sutskever et al. 2013; Bengio et al. 2013; lecture 3";

  enum class Form { look_ahead, shifted, look_ahead_sum, shifted_sum, old_velocity };

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
      {"look_ahead", "look ahead", "the gradient at θ + βv, as in lecture 3"},
      {"shifted", "shifted", "θ is the point looked at, as in Bengio et al. 2013"},
      {"look_ahead_sum", "look ahead, sum", "the velocity adds gradients up: looks at θ − αβv"},
      {"shifted_sum", "shifted, sum", "the velocity adds gradients up, as in most frameworks"},
      {"old_velocity", "old velocity",
       "the step is the velocity from before this gradient, as printed in lecture 3"},
  };
  static constexpr Option<Hyperparameters> options[] = {
      {{"form", "Form", form_choices},
       [](Hyperparameters& h, int choice) { h.form = Form{choice}; }}};

  enum : int { ahead_quantity, ahead_gradient, velocity_quantity, delta_index };
  static constexpr Quantity quantities[] = {
      {"ahead", "ahead", "\\tilde\\theta", "the point whose gradient is asked for", Shape::vector,
       Role::parameter},
      {"ahead_gradient", "aheadgrad", "\\tilde g", "gradient at that point", Shape::vector,
       Role::gradient},
      velocity_declaration,
      delta_quantity,
  };

  static constexpr FormulaLine lines[] = {
      {R"(\ahead{t} = \param{t-1} + \decay\,\velocity{t-1})",
       "Look where the old velocity is about to lead.", "form", "look_ahead"},
      {R"(\ahead{t} = \param{t-1})", "θ already is the point to look at.", "form", "shifted"},
      {R"(\ahead{t} = \param{t-1} - \lrate\,\decay\,\velocity{t-1})",
       "Look where the old velocity is about to lead.", "form", "look_ahead_sum"},
      {R"(\ahead{t} = \param{t-1})", "θ already is the point to look at.", "form", "shifted_sum"},
      {R"(\ahead{t} = \param{t-1} + \decay\,\velocity{t-1})",
       "Look where the old velocity is about to lead.", "form", "old_velocity"},
      {R"(\velocity{t} = \decay\,\velocity{t-1} - \lrate\,\aheadgrad{t})",
       "Correct the velocity by the slope found there.", "form", "look_ahead"},
      {R"(\velocity{t} = \decay\,\velocity{t-1} - \lrate\,\aheadgrad{t})",
       "Correct the velocity by the slope found there.", "form", "shifted"},
      {R"(\velocity{t} = \decay\,\velocity{t-1} + \aheadgrad{t})",
       "Add the slope found there to the velocity.", "form", "look_ahead_sum"},
      {R"(\velocity{t} = \decay\,\velocity{t-1} + \aheadgrad{t})",
       "Add the slope found there to the velocity.", "form", "shifted_sum"},
      {R"(\velocity{t} = \decay\,\velocity{t-1} - \lrate\,\aheadgrad{t})",
       "Correct the velocity by the slope found there.", "form", "old_velocity"},
      {R"(\change{t} = \velocity{t})", "The velocity is the step.", "form", "look_ahead"},
      {R"(\change{t} = \decay\,\velocity{t} - \lrate\,\aheadgrad{t})",
       "Step to the next point to look at.", "form", "shifted"},
      {R"(\change{t} = -\lrate\,\velocity{t})", "Walk against the velocity.", "form",
       "look_ahead_sum"},
      {R"(\change{t} = -\lrate\left(\decay\,\velocity{t} + \aheadgrad{t}\right))",
       "Step to the next point to look at.", "form", "shifted_sum"},
      {R"(\change{t} = \velocity{t-1})", "Lecture 3 takes the velocity of the step before.", "form",
       "old_velocity"},
      theta_line,
  };

  Nesterov(const Hyperparameters& values, Index dimension)
      : hyperparameters(values),
        velocity_(Vector::Zero(dimension)),
        ahead_(Vector::Zero(dimension)),
        gradient_(Vector::Zero(dimension)) {}

  template <class AnyTape>
  StepStatus step(double* __restrict theta, Index n, Objective& objective, AnyTape tape) noexcept {
    const auto [lead, weight, from_old, from_new, from_gradient] = coefficients();
    look_ahead(theta, n, lead);
    objective.gradient(ahead_.data(), gradient_.data());
    tape.vector(ahead_quantity, ahead_.data(), n);
    tape.vector(ahead_gradient, gradient_.data(), n);
    const double beta = hyperparameters.beta, w = weight, a = from_old, b = from_new,
                 c = from_gradient;
    double* __restrict velocity = velocity_.data();
    const double* __restrict gradient = gradient_.data();
    for (Index i = 0; i < n; ++i) {
      const double g = gradient[i], velocity_old = velocity[i];
      const double velocity_new = beta * velocity_old + w * g;
      const double delta = a * velocity_old + b * velocity_new + c * g;
      velocity[i] = velocity_new;
      theta[i] += delta;
      tape.vector(velocity_quantity, i, velocity_new);
      tape.vector(delta_index, i, delta);
    }
    return StepStatus::ok;
  }

  template <class AnyTape>
  void record_initial(Index n, AnyTape tape) const noexcept {
    tape.vector(velocity_quantity, velocity_.data(), n);
  }

  /// Where both roots z of the recurrence on ½λθ² lie inside the unit circle. With a = α·λ:
  /// z² − (1 − a)(1 + β)z + (1 − a)β gives a < 2(1 + β)/(1 + 2β), shifted or not; the old
  /// velocity, z² − (1 + β − aβ)z + β + a(1 − β), gives a < 1.
  double stable_curvature() const noexcept {
    const double beta = hyperparameters.beta;
    const double bound =
        hyperparameters.form == Form::old_velocity ? 1.0 : 2.0 * (1.0 + beta) / (1.0 + 2.0 * beta);
    return bound / hyperparameters.learning_rate;
  }

 private:
  /// One loop serves every form:
  ///   ahead = theta + lead·velocity,  velocity(t) = beta·velocity(t−1) + weight·gradient,
  ///   delta = from_old·velocity(t−1) + from_new·velocity(t) + from_gradient·gradient
  struct Coefficients {
    double lead, weight, from_old, from_new, from_gradient;
  };

  Coefficients coefficients() const noexcept {
    const double alpha = hyperparameters.learning_rate, beta = hyperparameters.beta;
    switch (hyperparameters.form) {
      case Form::look_ahead:
        break;
      case Form::shifted:
        return {0.0, -alpha, 0.0, beta, -alpha};
      case Form::look_ahead_sum:
        return {-alpha * beta, 1.0, 0.0, -alpha, 0.0};
      case Form::shifted_sum:
        return {0.0, 1.0, 0.0, -alpha * beta, -alpha};
      case Form::old_velocity:
        return {beta, -alpha, 1.0, 0.0, 0.0};
    }
    return {beta, -alpha, 0.0, 1.0, 0.0};
  }

  void look_ahead(const double* __restrict theta, Index n, double lead) noexcept {
    const double* __restrict velocity = velocity_.data();
    double* __restrict ahead = ahead_.data();
    for (Index i = 0; i < n; ++i) ahead[i] = theta[i] + lead * velocity[i];
  }

  Vector velocity_;
  Vector ahead_;
  Vector gradient_;
};

}  // namespace fall_line
