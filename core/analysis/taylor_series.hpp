#pragma once

#include <vector>

#include "core/catalog/setting.hpp"
#include "core/numerics/floating_point.hpp"

namespace fall_line {

/// Functions of one variable whose Taylor series are known in closed form, or by recurrence.
enum class SeriesFunction { sine, cosine, exponential, logarithm, geometric, flat };

inline constexpr Choice series_function_choices[] = {
    {"sine", "sin x", "the lecture's example, at π/4"},
    {"cosine", "cos x", "its derivative"},
    {"exponential", "eˣ", "its own derivative"},
    {"logarithm", "ln x", "only for points above 0, and models only reach twice the centre"},
    {"geometric", "1/(1 − x)", "at 0 the geometric series"},
    {"flat", "e^(−1/x²)", "smooth, and yet its models at 0 never leave 0"},
};

/// f(x); NaN where f does not exist.
double series_value(SeriesFunction function, double x);

/// f⁽ᵏ⁾(center)/k! for k = 0 … order. Throws InvalidArgument naming analysis.center where there
/// are none. Those of e^(−1/x²) follow from exp(u) with the series of u = −1/x²
/// (k·e_k = Σ j·u_j·e_{k−j}, j = 1 … k); at 0 all of them are 0.
std::vector<double> series_coefficients(SeriesFunction function, double center, Index order);

/// Throws InvalidArgument naming analysis.at where f does not exist.
void check_series_point(SeriesFunction function, double at);

/// Where the derivatives are taken.
constexpr ParameterDeclaration series_center_declaration() {
  return {.name = "center",
          .symbol = "center",
          .letter = "x_0",
          .meaning = "where the derivatives are taken",
          .default_value = 0.78539816339744831,
          .allowed = {.low = -100.0, .high = 100.0},
          .slider = {.low = -3.0, .high = 3.0}};
}

/// Highest order.
constexpr ParameterDeclaration series_order_declaration() {
  return {.name = "order",
          .symbol = "taylororder",
          .letter = "n",
          .meaning = "highest order",
          .default_value = 10.0,
          .allowed = {.low = 0.0, .high = 30.0},
          .slider = {.low = 0.0, .high = 12.0},
          .whole = true};
}

}  // namespace fall_line
