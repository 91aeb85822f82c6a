#pragma once

#include "core/analysis/analysis.hpp"

namespace fall_line {

/// Taylor polynomials of sin around a point, order by order:
///   model_k = Σ_{i=0..k} f⁽ⁱ⁾(center)·(at − center)ⁱ / i!
class TaylorModel {
 public:
  static constexpr std::string_view name = "taylor_model";
  static constexpr std::string_view title = "Taylor models";
  static constexpr std::string_view summary =
      "A function of one variable replaced by polynomials of growing order.";
  static constexpr std::string_view source = "Taylor 1715; lecture 4";

  struct Parameters {
    double center;
    double at;
    double order;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "center",
        .symbol = "center",
        .letter = "x_0",
        .meaning = "where the derivatives are taken",
        .default_value = 0.78539816339744831,
        .allowed = {.low = -100.0, .high = 100.0},
        .slider = {.low = -3.0, .high = 3.0}},
       &Parameters::center},
      {{.name = "at",
        .symbol = "at",
        .letter = "x",
        .meaning = "where the model is asked",
        .default_value = 2.0,
        .allowed = {.low = -100.0, .high = 100.0},
        .slider = {.low = -6.0, .high = 6.0}},
       &Parameters::at},
      {{.name = "order",
        .symbol = "order",
        .letter = "n",
        .meaning = "highest order",
        .default_value = 10.0,
        .allowed = {.low = 0.0, .high = 30.0},
        .slider = {.low = 0.0, .high = 12.0},
        .whole = true},
       &Parameters::order},
  };

  static constexpr Quantity quantities[] = {
      {"term", "taylorterm", "a", "term of this order", Shape::scalar, Role::step},
      {"model", "taylormodel", "p", "sum of the terms so far", Shape::scalar, Role::loss},
      {"model_error", "taylorerror", "e", "model minus function", Shape::scalar, Role::gradient},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\taylormodel{t} = \taylormodel{t-1} + \taylorterm{t})",
       "Add the term of the next order."},
  };

  static Trace table(const Parameters& parameters, const RunSpec& subject);
};

}  // namespace fall_line
