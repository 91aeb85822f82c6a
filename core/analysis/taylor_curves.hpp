#pragma once

#include "core/analysis/analysis.hpp"
#include "core/analysis/taylor_series.hpp"

namespace fall_line {

/// A function of one variable over a window, and its Taylor polynomials around a point:
///   model_k(x) = Σ_{i≤k} f⁽ⁱ⁾(center)·(x − center)ⁱ / i!
/// One row a position, evenly spread from low to high; `model` has an entry for each order from 0.
class TaylorCurves {
 public:
  static constexpr std::string_view name = "taylor_curves";
  static constexpr std::string_view title = "Curves of Taylor models";
  static constexpr std::string_view summary =
      "How far around its centre the polynomial of each order stays with the function.";
  static constexpr std::string_view source = "Taylor 1715; lecture 4";

  struct Parameters {
    SeriesFunction function;
    double center;
    double order;
    double low;
    double high;
    double count;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {series_center_declaration(), &Parameters::center},
      {series_order_declaration(), &Parameters::order},
      {{.name = "low",
        .symbol = "low",
        .letter = "a",
        .meaning = "first position",
        .default_value = -6.0,
        .allowed = {.low = -1000.0, .high = 1000.0},
        .slider = {.low = -10.0, .high = 0.0}},
       &Parameters::low},
      {{.name = "high",
        .symbol = "high",
        .letter = "b",
        .meaning = "last position",
        .default_value = 6.0,
        .allowed = {.low = -1000.0, .high = 1000.0},
        .slider = {.low = 0.0, .high = 10.0}},
       &Parameters::high},
      {{.name = "count",
        .symbol = "count",
        .letter = "n",
        .meaning = "positions",
        .default_value = 241.0,
        .allowed = {.low = 2.0, .high = 10'000.0},
        .slider = {.low = 11.0, .high = 1001.0},
        .whole = true},
       &Parameters::count},
  };
  static constexpr Option<Parameters> options[] = {
      {{"function", "Function", series_function_choices},
       [](Parameters& parameters, int choice) { parameters.function = SeriesFunction{choice}; }}};

  enum : int { position, value, model };
  static constexpr Quantity quantities[] = {
      {"position", "curveposition", "x", "where the function is asked", Shape::scalar,
       Role::parameter},
      {"value", "curvevalue", "f(x)", "the function itself", Shape::scalar, Role::loss},
      {"model", "curvemodel", "p", "the polynomial of each order", Shape::vector, Role::step},
  };
  static constexpr std::span<const FormulaLine> lines = {};

  /// Throws InvalidArgument where the function has no derivatives, or low ≥ high.
  static Trace table(const Parameters& parameters, const RunSpec& subject);
};

}  // namespace fall_line
