#pragma once

#include "core/analysis/analysis.hpp"

namespace fall_line {

/// What a step costs as the parameters become many, numbers of four bytes (float32):
///   gradient_bytes = 4·n,  hessian_bytes = 4·n²,  solve_work = n³
/// One row. n³ counts the growth, not the operations: elimination takes n³/3 multiplications.
class NewtonCost {
 public:
  static constexpr std::string_view name = "newton_cost";
  static constexpr std::string_view title = "What curvature costs";
  static constexpr std::string_view summary =
      "Memory for the gradient and for the Hessian, and the work to solve with it.";
  static constexpr std::string_view source = "lectures 0, 1 and 3";

  struct Parameters {
    double parameters;
  };
  static constexpr Parameter<Parameters> parameters[] = {{{.name = "parameters",
                                                           .symbol = "parametercount",
                                                           .letter = "n",
                                                           .meaning = "number of parameters",
                                                           .default_value = 1e6,
                                                           .allowed = {.low = 1.0, .high = 1e12},
                                                           .slider = {.low = 10.0, .high = 1e9},
                                                           .scale = Scale::log,
                                                           .whole = true},
                                                          &Parameters::parameters}};

  enum : int { gradient_bytes, hessian_bytes, solve_work };
  static constexpr Quantity quantities[] = {
      {"gradient_bytes", "gradientbytes", "M_g", "bytes of the gradient", Shape::scalar,
       Role::gradient},
      {"hessian_bytes", "hessianbytes", "M_H", "bytes of the Hessian", Shape::scalar,
       Role::curvature},
      {"solve_work", "solvework", "W", "growth of the work to solve with it", Shape::scalar,
       Role::step},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\gradientbytes{t} = 4\,\parametercount)", "One number a parameter."},
      {R"(\hessianbytes{t} = 4\,\parametercount^2)", "One number for each pair of parameters."},
      {R"(\solvework{t} = \parametercount^3)", "Every column is taken off every row below it."},
  };

  static Trace table(const Parameters& parameters, const RunSpec& subject);
};

}  // namespace fall_line
