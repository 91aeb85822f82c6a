#pragma once

#include "core/analysis/analysis.hpp"

namespace fall_line {

/// The learning rate and β with which momentum (heavy ball) is fastest on a bowl with the Hessian
/// at a point, and gradient descent at its own best beside it:
///   best_learning_rate = (2 / (√λmax + √λmin))²
///   best_beta = ((√κ − 1) / (√κ + 1))²,  best_rate = √best_beta
///   descent_rate = (κ − 1) / (κ + 1)
///   best_steps = ln goal / ln best_rate,  descent_steps = ln goal / ln descent_rate
/// (Polyak 1964, §2; for gradient descent Nesterov 2004, theorem 2.1.15). One row.
class BestMomentum {
 public:
  static constexpr std::string_view name = "best_momentum";
  static constexpr std::string_view title = "The best momentum for a bowl";
  static constexpr std::string_view summary =
      "The fastest learning rate and β for a condition number, beside gradient descent at its "
      "best.";
  static constexpr std::string_view source = "Polyak 1964; Nesterov 2004; lectures 0 and 3";

  struct Parameters {
    double goal;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "goal",
        .symbol = "errorgoal",
        .letter = "\\eta",
        .meaning = "what the error is to be multiplied by in all",
        .default_value = 1e-6,
        .allowed = {.low = 0.0, .high = 1.0, .low_open = true, .high_open = true},
        .slider = {.low = 1e-12, .high = 0.5},
        .scale = Scale::log},
       &Parameters::goal},
  };

  enum : int {
    condition_number,
    smallest_eigenvalue,
    largest_eigenvalue,
    best_learning_rate,
    best_beta,
    best_rate,
    descent_rate,
    best_steps,
    descent_steps,
  };
  static constexpr Quantity quantities[] = {
      {"condition_number", "spectrumcondition", "\\kappa", "largest by smallest curvature",
       Shape::scalar, Role::curvature},
      {"smallest_eigenvalue", "smallesteigenvalue", "\\lambda_{\\min}", "least curvature",
       Shape::scalar, Role::curvature},
      {"largest_eigenvalue", "largesteigenvalue", "\\lambda_{\\max}", "greatest curvature",
       Shape::scalar, Role::curvature},
      {"best_learning_rate", "bestballrate", "\\alpha^*", "the fastest learning rate",
       Shape::scalar, Role::factor},
      {"best_beta", "bestballdecay", "\\beta^*", "the fastest share of the old velocity",
       Shape::scalar, Role::factor},
      {"best_rate", "bestballfactor", "\\rho^*",
       "what a step then multiplies the error by in the long run", Shape::scalar, Role::factor},
      {"descent_rate", "descentfactor", "\\rho_{\\text{GD}}",
       "the same of gradient descent at its best learning rate", Shape::scalar, Role::factor},
      {"best_steps", "bestballsteps", "n^*", "steps to the goal at that rate", Shape::scalar,
       Role::step},
      {"descent_steps", "descentsteps", "n_{\\text{GD}}", "steps of gradient descent to the goal",
       Shape::scalar, Role::step},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\spectrumcondition{t} = \frac{\largesteigenvalue{t}}{\smallesteigenvalue{t}})",
       "How much steeper the bowl is across than along."},
      {R"(\bestballdecay{t} = \left(\frac{\sqrt{\spectrumcondition{t}} - 1}{\sqrt{\spectrumcondition{t}} + 1}\right)^2)",
       "With this β and the next line both ends of the spectrum are critically damped."},
      {R"(\bestballrate{t} = \left(\frac{2}{\sqrt{\largesteigenvalue{t}} + \sqrt{\smallesteigenvalue{t}}}\right)^2)",
       "Between them all directions swing, and shrink as fast."},
      {R"(\bestballfactor{t} = \sqrt{\bestballdecay{t}})",
       "Double and complex roots have the size of the root of β."},
      {R"(\descentfactor{t} = \frac{\spectrumcondition{t} - 1}{\spectrumcondition{t} + 1})",
       "Gradient descent has the condition number itself where momentum has its root."},
      {R"(\bestballsteps{t} = \frac{\ln(\errorgoal)}{\ln(\bestballfactor{t})})",
       "So many factors make the error as small as wanted."},
      {R"(\descentsteps{t} = \frac{\ln(\errorgoal)}{\ln(\descentfactor{t})})",
       "And so many of gradient descent."},
  };

  /// Throws InvalidArgument where the smallest eigenvalue is not positive.
  static Trace table(const Parameters& parameters, const RunSpec& spec);
};

}  // namespace fall_line
