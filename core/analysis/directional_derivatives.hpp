#pragma once

#include "core/analysis/analysis.hpp"

namespace fall_line {

/// The slope in every direction of the plane of the first two coordinates:
///   u = (cos φ, sin φ, 0, …),  slope = ∇f(x)ᵀu
/// One row an angle. No slope exceeds ‖∇f‖, which is reached along the gradient.
class DirectionalDerivatives {
 public:
  static constexpr std::string_view name = "directional_derivatives";
  static constexpr std::string_view title = "Slope in every direction";
  static constexpr std::string_view summary =
      "Walk out of a point in all directions: which one rises most, which one falls most?";
  static constexpr std::string_view source = "lectures 0 and 4";

  struct Parameters {
    double count;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "count",
        .symbol = "count",
        .letter = "n",
        .meaning = "directions, evenly spread over the full turn",
        .default_value = 72.0,
        .allowed = {.low = 2.0, .high = 3600.0},
        .slider = {.low = 4.0, .high = 360.0},
        .whole = true},
       &Parameters::count}};

  enum : int { angle, direction, gradient_here, slope, steepest };
  static constexpr Quantity quantities[] = {
      {"angle", "turn", "\\varphi", "angle of the direction, in degrees", Shape::scalar,
       Role::factor},
      {"direction", "alongdirection", "u", "direction, of length 1", Shape::vector, Role::step},
      {"gradient_here", "gradienthere", "g", "gradient at the point", Shape::vector,
       Role::gradient},
      {"slope", "slopehere", "s", "slope in this direction", Shape::scalar, Role::gradient},
      {"steepest", "steepest", "s_{\\max}", "length of the gradient", Shape::scalar,
       Role::gradient},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\slopehere{t} = \gradienthere{t}^\top \alongdirection{t})",
       "The slope is the part of the gradient that lies along the direction."},
      {R"(\steepest{t} = \lVert \gradienthere{t} \rVert)",
       "Along the gradient itself all of it counts."},
      {R"(\lvert \slopehere{t} \rvert \le \steepest{t})",
       "So no direction rises faster than the gradient, and none falls faster than its opposite."},
  };

  static Trace table(const Parameters& parameters, const RunSpec& spec);
};

}  // namespace fall_line
