#pragma once

#include "core/analysis/strengths.hpp"
#include "core/losses/regularizer.hpp"
#include "core/run/run_spec.hpp"
#include "core/trace/trace.hpp"

namespace fall_line {

/// The straight line through data of one feature that is best under an L2 penalty, by its normal
/// equations; one row for λ = 0 and one for each λ from lowest to highest, evenly in its logarithm:
///   w, b = argmin Σ_train (y − w·x − b)² + λ·w²,  or + λ·(w² + b²) where the bias pays
///   (Σx² + λ)·w + Σx·b = Σxy,   Σx·w + (n [+ λ])·b = Σy
/// Vectors have an entry for every example, those that were set aside after the others.
class RidgeLine {
 public:
  static constexpr std::string_view name = "ridge_line";
  static constexpr std::string_view title = "A line under a penalty";
  static constexpr std::string_view summary =
      "The best straight line for every strength of an L2 penalty, from its two equations.";
  static constexpr std::string_view source = "Hoerl & Kennard 1970; lecture 2";

  struct Parameters : StrengthRange {
    BiasPenalty bias_penalty;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      lowest_strength<Parameters>,
      highest_strength<Parameters>,
      strength_points<Parameters>,
  };
  static constexpr Option<Parameters> options[] = {
      {{"bias_penalty", "The bias", bias_penalty_choices},
       [](Parameters& parameters, int choice) { parameters.bias_penalty = BiasPenalty{choice}; }},
  };

  enum : int {
    strength,
    set_aside,
    input,
    target,
    count,
    sum_x,
    sum_y,
    sum_xx,
    sum_xy,
    slope_entry,
    bias_entry,
    determinant,
    slope,
    intercept,
    prediction,
    residual,
    training_error,
    test_error
  };
  static constexpr Quantity quantities[] = {
      {"strength", "strength", "\\lambda", "strength of the penalty", Shape::scalar, Role::factor},
      {"set_aside", "setaside", "a", "1 for what was set aside for the test, else 0", Shape::vector,
       Role::factor},
      {"input", "lineinput", "x", "the feature of an example", Shape::vector, Role::parameter},
      {"target", "linetarget", "y", "what is right for it", Shape::vector, Role::factor},
      {"count", "linecount", "n", "how many examples train", Shape::scalar, Role::factor},
      {"sum_x", "sumx", "\\Sigma_{x}", "the sum of their features", Shape::scalar, Role::factor},
      {"sum_y", "sumy", "\\Sigma_{y}", "the sum of their targets", Shape::scalar, Role::factor},
      {"sum_xx", "sumxx", "\\Sigma_{xx}", "the sum of their squared features", Shape::scalar,
       Role::factor},
      {"sum_xy", "sumxy", "\\Sigma_{xy}", "the sum of feature times target", Shape::scalar,
       Role::factor},
      {"slope_entry", "slopeentry", "A", "what stands before the slope", Shape::scalar,
       Role::curvature},
      {"bias_entry", "biasentry", "B", "what stands before the bias", Shape::scalar,
       Role::curvature},
      {"determinant", "linedeterminant", "D", "of the two equations; the line is open where 0",
       Shape::scalar, Role::curvature},
      {"slope", "lineslope", "w", "slope of the line", Shape::scalar, Role::parameter},
      {"intercept", "linebias", "b", "its bias: the height at zero", Shape::scalar,
       Role::parameter},
      {"prediction", "lineprediction", "\\hat y", "what the line says", Shape::vector, Role::loss},
      {"residual", "lineresidual", "r", "how far off it is", Shape::vector, Role::gradient},
      {"training_error", "linetrainerror", "E^{train}", "squared errors of what was fitted, summed",
       Shape::scalar, Role::loss},
      {"test_error", "linetesterror", "E^{test}", "squared errors of what was set aside, summed",
       Shape::scalar, Role::gradient},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\linecount{t} = \sum_k (1 - \setaside{t}))", "Count the examples that train."},
      {R"(\sumx{t} = \sum_k (1 - \setaside{t})\,\lineinput{t})", "Add up their features,"},
      {R"(\sumy{t} = \sum_k (1 - \setaside{t})\,\linetarget{t})", "their targets,"},
      {R"(\sumxx{t} = \sum_k (1 - \setaside{t})\,\lineinput{t}^2)", "the squares,"},
      {R"(\sumxy{t} = \sum_k (1 - \setaside{t})\,\lineinput{t}\,\linetarget{t})",
       "and the products. Nothing else of the data is needed."},
      {R"(\slopeentry{t} = \sumxx{t} + \strength{t})",
       "Squared errors are smallest where two equations hold, one for the slope and one for the "
       "bias. In the first, the penalty adds λ to the sum of squares."},
      {R"(\biasentry{t} = \linecount{t})", "In the second stands the number of examples.",
       "bias_penalty", "free"},
      {R"(\biasentry{t} = \linecount{t} + \strength{t})",
       "In the second it adds λ to the number of examples.", "bias_penalty", "penalised"},
      {R"(\linedeterminant{t} = \slopeentry{t}\,\biasentry{t} - \sumx{t}^2)",
       "Two equations with two unknowns have this determinant."},
      {R"(\lineslope{t} = \frac{\biasentry{t}\,\sumxy{t} - \sumx{t}\,\sumy{t}}{\linedeterminant{t}})",
       "Solved for the slope."},
      {R"(\linebias{t} = \frac{\slopeentry{t}\,\sumy{t} - \sumx{t}\,\sumxy{t}}{\linedeterminant{t}})",
       "Solved for the bias."},
      {R"(\lineprediction{t} = \lineslope{t}\,\lineinput{t} + \linebias{t})",
       "What the line says."},
      {R"(\lineresidual{t} = \linetarget{t} - \lineprediction{t})", "How far off it is."},
      {R"(\linetrainerror{t} = \sum_k (1 - \setaside{t})\,\lineresidual{t}^2)",
       "The squares of what it was fitted to,"},
      {R"(\linetesterror{t} = \sum_k \setaside{t}\,\lineresidual{t}^2)",
       "and of what it has never seen."},
  };

  /// Throws InvalidArgument for a bad setting, data of more than one feature, and data through
  /// which several lines go equally well.
  static Trace table(const Parameters& parameters, const RunSpec& subject);
};

}  // namespace fall_line
