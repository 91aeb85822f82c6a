#pragma once

#include "core/analysis/analysis.hpp"
#include "core/analysis/subject.hpp"

namespace fall_line {

/// The slope along a direction by rule and by ruler, over shrinking steps h:
///   slope = ∇f(x)ᵀu
///   forward = (f(x + hu) − f(x)) / h                error ~ h, then round-off ~ 1/h
///   central = (f(x + hu) − f(x − hu)) / (2h)        error ~ h², then round-off ~ 1/h
/// One row a step length: the errors draw a U.
class GradientCheck {
 public:
  static constexpr std::string_view name = "gradient_check";
  static constexpr std::string_view title = "Gradient check";
  static constexpr std::string_view summary =
      "The slope by rule against the slope by ruler, for shorter and shorter steps.";
  static constexpr std::string_view source = "lecture 2";

  struct Parameters {
    double largest;
    double decades;
    double per_decade;
    std::string direction;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "largest",
        .symbol = "largeststep",
        .letter = "h_0",
        .meaning = "longest step",
        .default_value = 0.1,
        .allowed = {.low = 0.0, .high = 1e6, .low_open = true},
        .slider = {.low = 1e-3, .high = 1.0},
        .scale = Scale::log},
       &Parameters::largest},
      {{.name = "decades",
        .symbol = "decades",
        .letter = "k",
        .meaning = "powers of ten that the step shrinks by",
        .default_value = 14.0,
        .allowed = {.low = 1.0, .high = 300.0},
        .slider = {.low = 1.0, .high = 16.0},
        .whole = true},
       &Parameters::decades},
      {{.name = "per_decade",
        .symbol = "perdecade",
        .letter = "j",
        .meaning = "step lengths for each power of ten",
        .default_value = 4.0,
        .allowed = {.low = 1.0, .high = 100.0},
        .slider = {.low = 1.0, .high = 10.0},
        .whole = true},
       &Parameters::per_decade},
  };
  static constexpr Text<Parameters> texts[] = {{direction_declaration(), &Parameters::direction}};

  enum : int {
    step_size,
    value_here,
    value_ahead,
    value_behind,
    slope,
    forward_difference,
    central_difference,
    forward_error,
    central_error,
    relative_error,
  };
  static constexpr Quantity quantities[] = {
      {"step_size", "stepsize", "h", "step length", Shape::scalar, Role::step},
      {"value_here", "valuehere", "f(x)", "value at the point", Shape::scalar, Role::loss},
      {"value_ahead", "valueahead", "f(x+hu)", "value one step ahead", Shape::scalar, Role::loss},
      {"value_behind", "valuebehind", "f(x-hu)", "value one step behind", Shape::scalar,
       Role::loss},
      {"slope", "slopehere", "s", "slope by rule: the gradient along the direction", Shape::scalar,
       Role::gradient},
      {"forward_difference", "forwarddifference", "s_+", "slope by one step ahead", Shape::scalar,
       Role::gradient},
      {"central_difference", "centraldifference", "s_\\pm", "slope by a step to either side",
       Shape::scalar, Role::gradient},
      {"forward_error", "forwarderror", "e_+", "how far the forward difference is off",
       Shape::scalar, Role::factor},
      {"central_error", "centralerror", "e_\\pm", "how far the central difference is off",
       Shape::scalar, Role::factor},
      {"relative_error", "relativeerror", "e", "error of the central difference by its size",
       Shape::scalar, Role::factor},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\forwarddifference{t} = \frac{\valueahead{t} - \valuehere{t}}{\stepsize{t}})",
       "One more evaluation: how much does the function rise in one small step?"},
      {R"(\centraldifference{t} = \frac{\valueahead{t} - \valuebehind{t}}{2\,\stepsize{t}})",
       "Two more evaluations: with a step to either side the curvature cancels."},
      {R"(\forwarderror{t} = \lvert \forwarddifference{t} - \slopehere{t} \rvert)",
       "Long steps see the curvature, very short ones only the rounding."},
      {R"(\centralerror{t} = \lvert \centraldifference{t} - \slopehere{t} \rvert)",
       "The same for the central difference, whose error shrinks with h²."},
      {R"(\relativeerror{t} = \frac{\centralerror{t}}{\max(1, \max(\lvert \slopehere{t} \rvert, \lvert \centraldifference{t} \rvert))})",
       "Compared with the size of the slope, unless that is below 1."},
  };

  static Trace table(const Parameters& parameters, const RunSpec& spec);
};

}  // namespace fall_line
