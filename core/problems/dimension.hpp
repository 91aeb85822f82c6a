#pragma once

#include "core/catalog/setting.hpp"

namespace fall_line {

/// How many coordinates a problem has that exists in any number of them from two on.
constexpr ParameterDeclaration dimension_declaration(double default_value, double highest) {
  return {.name = "dimension",
          .symbol = "dimension",
          .letter = "n",
          .meaning = "number of coordinates",
          .default_value = default_value,
          .allowed = {.low = 2.0, .high = highest},
          .slider = {.low = 2.0, .high = 100.0},
          .scale = Scale::log,
          .whole = true};
}

}  // namespace fall_line
