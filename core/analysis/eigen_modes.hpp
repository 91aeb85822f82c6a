#pragma once

#include "core/analysis/analysis.hpp"

namespace fall_line {

/// A run seen along the eigenvectors q_i of the Hessian at the minimum:
///   mode_i(t) = q_iᵀ(θ(t) − minimizer)
/// On a quadratic each of them goes its way as if it were alone. Eigenvalues ascend; each q_i
/// points to the side on which the run starts. One row a step.
class EigenModes {
 public:
  static constexpr std::string_view name = "eigen_modes";
  static constexpr std::string_view title = "A run along each eigenvector";
  static constexpr std::string_view summary =
      "How far the run is from the minimum in each of the function’s own directions.";
  static constexpr std::string_view source = "Goh 2017; lecture 0";

  struct Parameters {
    double steps;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "steps",
        .symbol = "steps",
        .letter = "T",
        .meaning = "steps the method takes",
        .default_value = 50.0,
        .allowed = {.low = 0.0, .high = 10'000.0},
        .slider = {.low = 5.0, .high = 1000.0},
        .scale = Scale::log,
        .whole = true},
       &Parameters::steps},
  };

  enum : int { distance, mode };
  static constexpr Quantity quantities[] = {
      {"distance", "distance", "d", "distance from the minimum", Shape::scalar, Role::parameter},
      {"mode", "eigenmode", "x", "distance from the minimum along each eigenvector", Shape::vector,
       Role::parameter},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\distance{t} = \lVert \eigenmode{t} \rVert)",
       "The eigenvectors stand at right angles: together the modes are all of the distance."},
  };

  /// Throws InvalidArgument for a problem whose minimum is not known.
  static Trace table(const Parameters& parameters, const RunSpec& spec);
};

}  // namespace fall_line
