#pragma once

#include "core/analysis/analysis.hpp"
#include "core/analysis/taylor_series.hpp"

namespace fall_line {

/// Taylor polynomials of a function of one variable around a point, order by order:
///   term_k = f⁽ᵏ⁾(center)·(at − center)ᵏ / k!,  model_k = Σ_{i≤k} term_i
/// One row an order. e^(−1/x²) has all derivatives, and all are 0 at 0: its polynomials there stay
/// 0 and never reach it.
class TaylorModel {
 public:
  static constexpr std::string_view name = "taylor_model";
  static constexpr std::string_view title = "Taylor models";
  static constexpr std::string_view summary =
      "A function of one variable replaced by polynomials of growing order.";
  static constexpr std::string_view source = "Taylor 1715; lecture 4";

  struct Parameters {
    SeriesFunction function;
    double center;
    double at;
    double order;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {series_center_declaration(), &Parameters::center},
      {{.name = "at",
        .symbol = "at",
        .letter = "x",
        .meaning = "where the model is asked",
        .default_value = 2.0,
        .allowed = {.low = -100.0, .high = 100.0},
        .slider = {.low = -6.0, .high = 6.0}},
       &Parameters::at},
      {series_order_declaration(), &Parameters::order},
  };

  static constexpr Option<Parameters> options[] = {
      {{"function", "Function", series_function_choices},
       [](Parameters& parameters, int choice) { parameters.function = SeriesFunction{choice}; }}};

  enum : int { degree, derivative, factorial, term, model, value_there, model_error };
  static constexpr Quantity quantities[] = {
      {"degree", "taylordegree", "k", "order of the term", Shape::scalar, Role::factor},
      {"derivative", "taylorderivative", "d", "derivative of this order at the centre",
       Shape::scalar, Role::curvature},
      {"factorial", "taylorfactorial", "k!", "what it is divided by", Shape::scalar, Role::factor},
      {"term", "taylorterm", "a", "term of this order", Shape::scalar, Role::step},
      {"model", "taylormodel", "p", "sum of the terms so far", Shape::scalar, Role::loss},
      {"value_there", "taylorvalue", "f(x)", "the function itself", Shape::scalar, Role::loss},
      {"model_error", "taylorerror", "e", "model minus function", Shape::scalar, Role::gradient},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\taylorterm{t} = \frac{\taylorderivative{t}}{\taylorfactorial{t}}(\at - \center)^{\taylordegree{t}})",
       "The derivative at the centre, over a factorial, times a power of the distance."},
      {R"(\taylormodel{t} = \taylormodel{t-1} + \taylorterm{t})",
       "Add the term of the next order."},
      {R"(\taylorerror{t} = \taylormodel{t} - \taylorvalue{t})",
       "What is still missing. Near the centre each order shrinks it."},
  };

  /// Throws InvalidArgument where the function or its derivatives do not exist.
  static Trace table(const Parameters& parameters, const RunSpec& subject);
};

}  // namespace fall_line
