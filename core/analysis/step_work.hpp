#pragma once

#include "core/analysis/analysis.hpp"

namespace fall_line {

/// The work of a step, for whoever holds a clock: `repeats` steps one after the other on
///   f(x) = ½·xᵀHx − Σx_i,  H_ik = 1/(1 + |i − k|), with n more on the diagonal
/// newton writes H and the gradient down and solves H·Δ = −g by elimination (n² numbers, n³/3
/// multiplications); gradient takes Δ = −0.001·g, with the gradient of the same function without
/// what is off the diagonal (n numbers). One row; the last step's length shows that it was done.
class StepWork {
 public:
  static constexpr std::string_view name = "step_work";
  static constexpr std::string_view title = "The work of a step";
  static constexpr std::string_view summary =
      "Steps of Newton’s method or of gradient descent in many dimensions, to be timed.";
  static constexpr std::string_view source = "lectures 0 and 1";

  enum class Kind { newton, gradient };
  struct Parameters {
    Kind kind;
    double parameters;
    double repeats;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "parameters",
        .symbol = "parametercount",
        .letter = "n",
        .meaning = "number of parameters",
        .default_value = 10.0,
        .allowed = {.low = 1.0, .high = 1000.0},
        .slider = {.low = 10.0, .high = 500.0},
        .scale = Scale::log,
        .whole = true},
       &Parameters::parameters},
      {{.name = "repeats",
        .symbol = "repeats",
        .letter = "r",
        .meaning = "steps one after the other",
        .default_value = 1.0,
        .allowed = {.low = 1.0, .high = 1e8},
        .slider = {.low = 1.0, .high = 1e4},
        .scale = Scale::log,
        .whole = true},
       &Parameters::repeats},
  };
  static constexpr Choice kind_choices[] = {
      {"newton", "Newton", "writes the Hessian down and solves with it"},
      {"gradient", "gradient", "writes the gradient down and follows it"},
  };
  static constexpr Option<Parameters> options[] = {
      {{"kind", "Kind", kind_choices},
       [](Parameters& parameters, int choice) { parameters.kind = Kind{choice}; }}};

  /// Most n³·repeats of newton, n·repeats of gradient: about ten seconds.
  static constexpr double most_work = 2e10;

  enum : int { count, step_length };
  static constexpr Quantity quantities[] = {
      {"count", "parameterstaken", "n", "number of parameters", Shape::scalar, Role::factor},
      {"step_length", "lengthofstep", "\\lVert\\Delta\\rVert", "length of the last step",
       Shape::scalar, Role::step},
  };
  static constexpr std::span<const FormulaLine> lines = {};

  /// Throws InvalidArgument for more than most_work.
  static Trace table(const Parameters& parameters, const RunSpec& subject);
};

}  // namespace fall_line
