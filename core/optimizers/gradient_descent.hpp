#pragma once

#include "core/numerics/floating_point.hpp"
#include "core/optimizers/hyperparameter.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

/// Gradient descent (Cauchy 1847).
///   delta(t) = −learning_rate · gradient(t)
/// On ½λθ² the error is multiplied by 1 − learning_rate·λ each step: stable for λ <
/// 2/learning_rate. Cost: O(n) time, no state.
class GradientDescent {
 public:
  static constexpr std::string_view name = "gradient_descent";
  static constexpr std::string_view title = "Gradient descent";
  static constexpr std::string_view summary = "Step against the gradient.";
  static constexpr std::string_view source = "Cauchy 1847";

  struct Hyperparameters {
    double learning_rate;
  };
  Hyperparameters hyperparameters;

  static constexpr Parameter<Hyperparameters> parameters[] = {
      {learning_rate_declaration(0.01), &Hyperparameters::learning_rate}};

  static constexpr Quantity quantities[] = {delta_quantity};

  static constexpr FormulaLine lines[] = {
      {R"(\change{t} = -\lrate\,\grad{t})", "Walk against the gradient, α times as far."},
      theta_line,
  };

  GradientDescent(const Hyperparameters& values, Index) : hyperparameters(values) {}

  template <class AnyTape>
  void step(double* __restrict theta, const double* __restrict gradient, Index n,
            AnyTape tape) noexcept {
    const double learning_rate = hyperparameters.learning_rate;
    for (Index i = 0; i < n; ++i) {
      const double delta = -learning_rate * gradient[i];
      theta[i] += delta;
      tape.vector(0, i, delta);
    }
  }

  template <class AnyTape>
  void record_initial(Index, AnyTape) const noexcept {}

  double stable_curvature() const noexcept { return 2.0 / hyperparameters.learning_rate; }
};

}  // namespace fall_line
