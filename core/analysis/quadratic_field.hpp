#pragma once

#include "core/analysis/analysis.hpp"

namespace fall_line {

/// An end of the window.
constexpr ParameterDeclaration window_edge(std::string_view name, std::string_view symbol,
                                           std::string_view letter, std::string_view meaning,
                                           double default_value) {
  return {.name = name,
          .symbol = symbol,
          .letter = letter,
          .meaning = meaning,
          .default_value = default_value,
          .allowed = {.low = -1e9, .high = 1e9},
          .slider = {.low = -10.0, .high = 10.0}};
}

/// Taylor's model of order 2 of a problem at a point x₀, over a window around it or beside it:
///   model(x) = f(x₀) + ∇f(x₀)ᵀ(x − x₀) + ½·(x − x₀)ᵀ∇²f(x₀)(x − x₀)
/// One row a point: `count` along each axis, the first coordinate running first. Of a problem in
/// one dimension only the x axis counts.
class QuadraticField {
 public:
  static constexpr std::string_view name = "quadratic_field";
  static constexpr std::string_view title = "The quadratic model around a point";
  static constexpr std::string_view summary =
      "The paraboloid with the value, slope and curvature of the function, drawn beside it.";
  static constexpr std::string_view source = "lectures 0, 1 and 4";

  struct Parameters {
    double x_low, x_high, y_low, y_high;
    double count;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {window_edge("x_low", "xlow", "x_a", "left edge of the window", -10.0), &Parameters::x_low},
      {window_edge("x_high", "xhigh", "x_b", "right edge of the window", 10.0),
       &Parameters::x_high},
      {window_edge("y_low", "ylow", "y_a", "lower edge of the window", -10.0), &Parameters::y_low},
      {window_edge("y_high", "yhigh", "y_b", "upper edge of the window", 10.0),
       &Parameters::y_high},
      {{.name = "count",
        .symbol = "count",
        .letter = "n",
        .meaning = "points along an axis",
        .default_value = 21.0,
        .allowed = {.low = 2.0, .high = 1000.0},
        .slider = {.low = 11.0, .high = 201.0},
        .whole = true},
       &Parameters::count},
  };

  enum : int { model };
  static constexpr Quantity quantities[] = {
      {"model", "modelhere", "q", "the model at this point", Shape::scalar, Role::loss}};
  static constexpr std::span<const FormulaLine> lines = {};

  /// Throws InvalidArgument for a problem in more than two dimensions.
  static Trace table(const Parameters& parameters, const RunSpec& spec);
};

}  // namespace fall_line
