#pragma once

#include "core/analysis/regression_fit.hpp"
#include "core/trace/trace.hpp"

namespace fall_line {

/// What the best linear regression says of every example, those set aside included:
///   prediction_i = w·x_i + b,   residual_i = y_i − prediction_i
/// One row an example, in the order of the data; the weights are fitted to the training part under
/// the problem's own penalty.
class FittedExamples {
 public:
  static constexpr std::string_view name = "fitted_examples";
  static constexpr std::string_view title = "What the fit says of every example";
  static constexpr std::string_view summary =
      "Prediction and error of the best regression, for what it was fitted to and what it was not.";
  static constexpr std::string_view source = "Hoerl & Kennard 1970; lecture 2";

  struct Parameters {};

  enum : int { prediction, target, residual, square };
  static constexpr Quantity quantities[] = {
      {"prediction", "fitprediction", "\\hat y", "what the fit says", Shape::scalar, Role::loss},
      {"target", "fittarget", "y", "what is right", Shape::scalar, Role::factor},
      {"residual", "fitresidual", "r", "the error", Shape::scalar, Role::gradient},
      {"squared", "fitsquare", "r_{#1}^2", "its square", Shape::scalar, Role::loss},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\fitresidual{t} = \fittarget{t} - \fitprediction{t})", "How far off it is."},
      {R"(\fitsquare{t} = \fitresidual{t}^2)", "What the error counts."},
  };

  /// Throws InvalidArgument for a problem other than linear_regression, or data that leave the
  /// weights open.
  static Trace table(const Parameters& parameters, const RunSpec& subject);
};

}  // namespace fall_line
