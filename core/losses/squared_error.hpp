#pragma once

#include "core/losses/loss.hpp"

namespace fall_line {

/// Squared error of predictions s against targets y:
///   L = scale · Σ (s_k − y_k)²,  scale = 1 (sum), 1/count (mean) or ½ (half)
///   gradient_k = 2·scale·(s_k − y_k),  hessian = 2·scale·identity
class SquaredError {
 public:
  static constexpr std::string_view name = "squared_error";
  static constexpr std::string_view title = "Squared error";
  static constexpr std::string_view summary = "The squared distance from the target.";
  static constexpr std::string_view source = "Gauss 1809; lectures 0–4";
  static constexpr LossTask task = LossTask::regression;

  enum class Scaling { sum, mean, half };
  struct Parameters {
    Scaling scaling;
  };
  static constexpr Choice scaling_choices[] = {
      {"sum", "sum", "the sum of the squares, as in lecture 0"},
      {"mean", "mean", "their mean"},
      {"half", "half the sum", "half their sum: the factor 2 of the derivative cancels"},
  };
  static constexpr Option<Parameters> options[] = {
      {{"scaling", "Scaling", scaling_choices},
       [](Parameters& parameters, int choice) { parameters.scaling = Scaling{choice}; }}};

  enum : int { residual_quantity, square_quantity, scale_quantity };
  static constexpr Quantity quantities[] = {
      {"residual", "residual", "r", "prediction minus target", Shape::vector, Role::factor},
      {"square", "squared", "q", "its square", Shape::vector, Role::factor},
      {"scale", "lossscale", "c", "what the sum of the squares is multiplied by", Shape::scalar,
       Role::factor},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\residual{t} = \score{t} - \target{t})", "How far each prediction is off."},
      {R"(\squared{t} = \residual{t}^2)", "Square it: far off counts much more than a little off."},
      {R"(\lossscale{t} = 1)", "Take the plain sum.", "scaling", "sum"},
      {R"(\lossscale{t} = \frac{1}{\entries{t}})", "Divide by how many there are.", "scaling",
       "mean"},
      {R"(\lossscale{t} = \tfrac12)", "Take half, to cancel the 2 of the derivative.", "scaling",
       "half"},
      {R"(\exampleloss{t} = \lossscale{t} \sum_k \squared{t})", "Add the squares."},
      {R"(\scoregrad{t} = 2\,\lossscale{t}\,\residual{t})",
       "The derivative of a square is twice its root."},
  };

  explicit SquaredError(const Parameters& parameters) noexcept : parameters_(parameters) {}

  template <class AnyTape>
  double value_and_gradient(const double* scores, const double* target, Index count,
                            double* gradient, AnyTape tape) const noexcept {
    const double scale = scale_for(count);
    double sum = 0.0;
    for (Index k = 0; k < count; ++k) {
      const double residual = scores[k] - target[k];
      const double square = residual * residual;
      sum += square;
      gradient[k] = 2.0 * scale * residual;
      tape.vector(residual_quantity, k, residual);
      tape.vector(square_quantity, k, square);
    }
    tape.scalar(scale_quantity, scale);
    return scale * sum;
  }

  void hessian(const double*, const double*, Index count, double* h) const noexcept {
    for (Index i = 0; i < count * count; ++i) {
      h[i] = i % (count + 1) == 0 ? 2.0 * scale_for(count) : 0.0;
    }
  }

 private:
  double scale_for(Index count) const noexcept {
    if (parameters_.scaling == Scaling::sum) return 1.0;
    return parameters_.scaling == Scaling::half ? 0.5 : 1.0 / static_cast<double>(count);
  }

  Parameters parameters_;
};

}  // namespace fall_line
