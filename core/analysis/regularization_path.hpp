#pragma once

#include "core/analysis/regression_fit.hpp"
#include "core/analysis/strengths.hpp"
#include "core/trace/trace.hpp"

namespace fall_line {

/// What a stronger and stronger penalty does to a linear regression: for each λ from lowest to
/// highest, evenly in its logarithm, the weights that fit best, and the errors they make:
///   w(λ) = argmin E_train(w) + λ·R(w)
///   objective = training_error + penalty
/// Penalty, bias_penalty, bias and reduction are those of the problem. The first row is λ = 0.
class RegularizationPath {
 public:
  static constexpr std::string_view name = "regularization_path";
  static constexpr std::string_view title = "The path of the weights";
  static constexpr std::string_view summary =
      "The best weights for every strength of the penalty, with their error in training and test.";
  static constexpr std::string_view source =
      "Hoerl & Kennard 1970; Tibshirani 1996; Friedman, Hastie & Tibshirani 2010; lecture 2";

  using Parameters = StrengthRange;
  static constexpr Parameter<Parameters> parameters[] = {
      lowest_strength<Parameters>,
      highest_strength<Parameters>,
      strength_points<Parameters>,
  };

  enum : int { strength, weights, training_error, test_error, penalty, objective, zeros };
  static constexpr Quantity quantities[] = {
      {"strength", "strength", "\\lambda", "strength of the penalty", Shape::scalar, Role::factor},
      {"weights", "fitweight", "w", "the best weights, the bias, if there is one, last",
       Shape::vector, Role::parameter},
      {"training_error", "trainerror", "E^{train}", "squared error on what was fitted",
       Shape::scalar, Role::loss},
      {"test_error", "testerror", "E^{test}", "squared error on what was set aside", Shape::scalar,
       Role::gradient},
      {"penalty", "fitpenalty", "R", "what the penalty charges", Shape::scalar, Role::step},
      {"objective", "fitobjective", "f", "what is smallest here", Shape::scalar, Role::loss},
      {"zeros", "zeroweights", "n_0", "weights that are exactly zero", Shape::scalar, Role::factor},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\fitobjective{t} = \trainerror{t} + \fitpenalty{t})",
       "The data want a small error, the penalty small weights; the best weights are a bargain."},
  };

  /// Throws InvalidArgument for a problem other than linear_regression, a bad setting, or data
  /// that leave the weights open.
  static Trace table(const Parameters& parameters, const RunSpec& subject);
};

}  // namespace fall_line
