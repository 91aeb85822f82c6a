#pragma once

#include "core/analysis/analysis.hpp"

namespace fall_line {

/// Taylor polynomials of a function of one variable around a point, order by order:
///   term_k = f⁽ᵏ⁾(center)·(at − center)ᵏ / k!,  model_k = Σ_{i≤k} term_i
/// One row an order. e^(−1/x²) has all derivatives, and all are 0 at 0: its polynomials there stay
/// 0 and never reach it; they are given at center 0 alone.
class TaylorModel {
 public:
  static constexpr std::string_view name = "taylor_model";
  static constexpr std::string_view title = "Taylor models";
  static constexpr std::string_view summary =
      "A function of one variable replaced by polynomials of growing order.";
  static constexpr std::string_view source = "Taylor 1715; lecture 4";

  enum class Function { sine, cosine, exponential, logarithm, geometric, flat };
  struct Parameters {
    Function function;
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
        .symbol = "taylororder",
        .letter = "n",
        .meaning = "highest order",
        .default_value = 10.0,
        .allowed = {.low = 0.0, .high = 30.0},
        .slider = {.low = 0.0, .high = 12.0},
        .whole = true},
       &Parameters::order},
  };

  static constexpr Choice function_choices[] = {
      {"sine", "sin x", "the lecture's example, at π/4"},
      {"cosine", "cos x", "its derivative"},
      {"exponential", "eˣ", "its own derivative"},
      {"logarithm", "ln x", "only for points above 0, and models only reach twice the centre"},
      {"geometric", "1/(1 − x)", "at 0 the geometric series"},
      {"flat", "e^(−1/x²)", "smooth, and yet its models at 0 never leave 0"},
  };
  static constexpr Option<Parameters> options[] = {
      {{"function", "Function", function_choices},
       [](Parameters& parameters, int choice) { parameters.function = Function{choice}; }}};

  enum : int { term, model, value_there, model_error };
  static constexpr Quantity quantities[] = {
      {"term", "taylorterm", "a", "term of this order", Shape::scalar, Role::step},
      {"model", "taylormodel", "p", "sum of the terms so far", Shape::scalar, Role::loss},
      {"value_there", "taylorvalue", "f(x)", "the function itself", Shape::scalar, Role::loss},
      {"model_error", "taylorerror", "e", "model minus function", Shape::scalar, Role::gradient},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\taylormodel{t} = \taylormodel{t-1} + \taylorterm{t})",
       "Add the term of the next order."},
      {R"(\taylorerror{t} = \taylormodel{t} - \taylorvalue{t})",
       "What is still missing. Near the centre each order shrinks it."},
  };

  /// Throws InvalidArgument where the function or its derivatives do not exist.
  static Trace table(const Parameters& parameters, const RunSpec& subject);
};

}  // namespace fall_line
