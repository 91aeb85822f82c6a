#pragma once

#include "core/analysis/analysis.hpp"
#include "core/analysis/heavy_ball.hpp"
#include "core/optimizers/hyperparameter.hpp"

namespace fall_line {

/// The Hessian's eigenvalues at a point, ascending, and what they mean for gradient descent with
/// momentum β (heavy ball; β = 0 is plain gradient descent):
///   factor = 1 − α·λ
///   rate = max(√β, (|1 + β − αλ| + √max(0, (1 + β − αλ)² − 4β)) / 2)
/// rate is the spectral radius of the two-step recurrence in this direction (Polyak 1964); below
/// 1 the direction converges. One row an eigenvalue.
class Spectrum {
 public:
  static constexpr std::string_view name = "spectrum";
  static constexpr std::string_view title = "Spectrum and predicted rates";
  static constexpr std::string_view summary =
      "How curved the function is in each of its own directions, and how fast each one converges.";
  static constexpr std::string_view source = "Polyak 1964; lectures 0, 2 and 3";

  struct Parameters {
    double learning_rate;
    double beta;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {learning_rate_declaration(0.01), &Parameters::learning_rate},
      {decay_declaration("beta", "decay", "\\beta", "share of the old velocity that is kept", 0.0,
                         0.99),
       &Parameters::beta},
  };

  enum : int {
    eigenvalue,
    eigenvector,
    factor,
    rate,
    largest_learning_rate,
    best_learning_rate,
    best_rate,
    condition_number,
  };
  static constexpr Quantity quantities[] = {
      {"eigenvalue", "eigenvalue", "\\lambda", "curvature along the eigenvector", Shape::scalar,
       Role::curvature},
      {"eigenvector", "eigenvector", "q", "direction, of length 1", Shape::vector, Role::curvature},
      {"factor", "errorfactor", "r",
       "what one step of gradient descent multiplies the error by, in this direction",
       Shape::scalar, Role::factor},
      predicted_rate_quantity,
      {"largest_learning_rate", "largestrate", "\\alpha_{\\max}",
       "learning rate beyond which the steepest direction diverges", Shape::scalar, Role::factor},
      {"best_learning_rate", "bestrate", "\\alpha^*",
       "fixed learning rate whose slowest direction is fastest, without momentum", Shape::scalar,
       Role::factor},
      {"best_rate", "bestfactor", "\\rho^*", "the rate it gives", Shape::scalar, Role::factor},
      {"condition_number", "spectrumcondition", "\\kappa", "largest by smallest curvature",
       Shape::scalar, Role::curvature},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\errorfactor{t} = 1 - \lrate\,\eigenvalue{t})",
       "In its own direction each step multiplies the error by this."},
      {R"(\predictedrate{t} = \max(\sqrt{\decay}, \tfrac12 (\lvert 1 + \decay - \lrate\,\eigenvalue{t} \rvert + \sqrt{\max(0, (1 + \decay - \lrate\,\eigenvalue{t})^2 - 4\,\decay)})))",
       "With momentum two errors in a row matter; the larger root of their equation decides."},
      {R"(\bestfactor{t} = \frac{\spectrumcondition{t} - 1}{\spectrumcondition{t} + 1})",
       "At the best fixed learning rate the steepest and the flattest direction are equally slow."},
  };

  /// Throws InvalidArgument where the Hessian is not finite. The limits are not_yet where the
  /// smallest eigenvalue is not positive.
  static Trace table(const Parameters& parameters, const RunSpec& spec);
};

}  // namespace fall_line
