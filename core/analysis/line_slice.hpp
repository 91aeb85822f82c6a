#pragma once

#include "core/analysis/analysis.hpp"
#include "core/analysis/subject.hpp"

namespace fall_line {

/// The function along a line, beside its quadratic model:
///   value = f(x + s·u),  model = f(x) + s·∇f(x)ᵀu + ½·s²·uᵀ∇²f(x)u
/// One row a position s.
class LineSlice {
 public:
  static constexpr std::string_view name = "line_slice";
  static constexpr std::string_view title = "Along a line";
  static constexpr std::string_view summary =
      "A cut through the function, with the parabola that touches it in the middle.";
  static constexpr std::string_view source = "lectures 0 and 4";

  struct Parameters {
    double low;
    double high;
    double count;
    std::string direction;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "low",
        .symbol = "lowend",
        .letter = "s_0",
        .meaning = "first position, in lengths of the direction",
        .default_value = -1.0,
        .allowed = {.low = -1e6, .high = 1e6},
        .slider = {.low = -10.0, .high = 0.0}},
       &Parameters::low},
      {{.name = "high",
        .symbol = "highend",
        .letter = "s_1",
        .meaning = "last position",
        .default_value = 1.0,
        .allowed = {.low = -1e6, .high = 1e6},
        .slider = {.low = 0.0, .high = 10.0}},
       &Parameters::high},
      {{.name = "count",
        .symbol = "count",
        .letter = "n",
        .meaning = "positions",
        .default_value = 101.0,
        .allowed = {.low = 2.0, .high = 100'000.0},
        .slider = {.low = 11.0, .high = 401.0},
        .whole = true},
       &Parameters::count},
  };
  static constexpr Text<Parameters> texts[] = {{direction_declaration(), &Parameters::direction}};

  enum : int { position, value, slope, model, value_here, slope_here, curvature_here };
  static constexpr Quantity quantities[] = {
      {"position", "position", "s", "where on the line", Shape::scalar, Role::parameter},
      {"value", "slicevalue", "f", "value there", Shape::scalar, Role::loss},
      {"slope", "slopethere", "f'", "slope along the line there", Shape::scalar, Role::gradient},
      {"model", "slicemodel", "q", "quadratic model around the middle", Shape::scalar, Role::loss},
      {"value_here", "valuehere", "f(x)", "value at the middle", Shape::scalar, Role::loss},
      {"slope_here", "sliceslope", "f'(x)", "slope at the middle", Shape::scalar, Role::gradient},
      {"curvature_here", "curvaturehere", "f''(x)", "curvature along the line at the middle",
       Shape::scalar, Role::curvature},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\slicemodel{t} = \valuehere{t} + \position{t}\,\sliceslope{t} + \tfrac12 \position{t}^2\,\curvaturehere{t})",
       "Value, slope and curvature in one point make a parabola."},
  };

  /// Throws InvalidArgument unless low < high.
  static Trace table(const Parameters& parameters, const RunSpec& spec);
};

}  // namespace fall_line
