#pragma once

#include "core/catalog/setting.hpp"

namespace fall_line {

/// The seed of an analysis that draws. Whole numbers up to 2⁵³ − 1, so that JavaScript holds them.
constexpr ParameterDeclaration seed_declaration() {
  return {.name = "seed",
          .symbol = "seed",
          .letter = "s_0",
          .meaning = "another seed draws other numbers, the same seed always the same",
          .default_value = 1.0,
          .allowed = {.low = 0.0, .high = 9007199254740991.0},
          .slider = {.low = 1.0, .high = 100.0},
          .whole = true};
}

}  // namespace fall_line
