#pragma once

#include "core/analysis/analysis.hpp"

namespace fall_line {

/// Taylor's models of order 0, 1 and 2 of a problem at a point x, asked at x + d:
///   term_0 = f(x),  term_1 = ∇f(x)ᵀd,  term_2 = ½·dᵀ∇²f(x)d,  model_k = Σ_{i≤k} term_i
/// One row an order.
class QuadraticModel {
 public:
  static constexpr std::string_view name = "quadratic_model";
  static constexpr std::string_view title = "Value, slope, curvature";
  static constexpr std::string_view summary =
      "How well a constant, a plane and a paraboloid stand in for the function nearby.";
  static constexpr std::string_view source = "lectures 0, 1 and 4";

  struct Parameters {
    std::string displacement;
  };
  static constexpr Text<Parameters> texts[] = {
      {{.name = "displacement",
        .label = "Displacement",
        .meaning = "one number a coordinate, with commas between; empty: 1 along the first axis",
        .default_value = ""},
       &Parameters::displacement}};

  enum : int { term, model, value_there, model_error };
  static constexpr Quantity quantities[] = {
      {"term", "modelterm", "a", "term of this order", Shape::scalar, Role::step},
      {"model", "modelvalue", "q", "sum of the terms so far", Shape::scalar, Role::loss},
      {"value_there", "valuethere", "f(x+d)", "the function itself", Shape::scalar, Role::loss},
      {"model_error", "modelerror", "e", "model minus function", Shape::scalar, Role::factor},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\modelvalue{t} = \modelvalue{t-1} + \modelterm{t})", "Add the term of the next order."},
      {R"(\modelerror{t} = \modelvalue{t} - \valuethere{t})",
       "What is left over shrinks with a power of the distance, one higher than the order."},
  };

  static Trace table(const Parameters& parameters, const RunSpec& spec);
};

}  // namespace fall_line
