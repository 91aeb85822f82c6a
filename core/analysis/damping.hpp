#pragma once

#include "core/analysis/analysis.hpp"
#include "core/analysis/heavy_ball.hpp"
#include "core/optimizers/hyperparameter.hpp"
#include "core/optimizers/velocity.hpp"

namespace fall_line {

/// What momentum (heavy ball, velocity as sum or step) does along each eigenvector of the Hessian
/// at a point. In its own direction the error obeys x(t+1) = root_sum·x(t) − β·x(t−1):
///   step_curvature = α·λ
///   root_sum = 1 + β − step_curvature
///   discriminant = root_sum² − 4·β
///   rate = max(√β, (|root_sum| + √max(0, discriminant)) / 2)
/// (Polyak 1964, §2). One row an eigenvalue, ascending. Cost O(n³).
class Damping {
 public:
  static constexpr std::string_view name = "damping";
  static constexpr std::string_view title = "Damping of each direction";
  static constexpr std::string_view summary =
      "Whether momentum creeps, swings or diverges along each eigenvector, and how fast.";
  static constexpr std::string_view source = "Polyak 1964; Qian 1999; lecture 0";

  struct Parameters {
    double learning_rate;
    double beta;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {learning_rate_declaration(0.01), &Parameters::learning_rate},
      {velocity_decay_declaration(), &Parameters::beta},
  };

  enum : int { eigenvalue, step_curvature, root_sum, discriminant, rate, regime };
  static constexpr Quantity quantities[] = {
      {"eigenvalue", "eigenvalue", "\\lambda", "curvature along the eigenvector", Shape::scalar,
       Role::curvature},
      step_curvature_quantity,
      root_sum_quantity,
      discriminant_quantity,
      predicted_rate_quantity,
      regime_quantity,
  };
  static constexpr FormulaLine lines[] = {
      {R"(\stepcurvature{t} = \lrate\,\eigenvalue{t})",
       "Learning rate and curvature matter only as their product."},
      {R"(\rootsum{t} = 1 + \decay - \stepcurvature{t})",
       "The next error is this times the last one, minus β times the one before."},
      {R"(\discriminant{t} = \rootsum{t}^2 - 4\,\decay)",
       "Two roots solve that recurrence; below zero they are complex, and the error swings."},
      {R"(\predictedrate{t} = \max(\sqrt{\decay}, \tfrac12 (\lvert \rootsum{t} \rvert + \sqrt{\max(0, \discriminant{t})})))",
       "The larger root decides in the long run. Complex ones both have the size of the root of "
       "β."},
  };

  /// Throws InvalidArgument where the Hessian is not finite.
  static Trace table(const Parameters& parameters, const RunSpec& spec);
};

}  // namespace fall_line
