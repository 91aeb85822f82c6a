#pragma once

#include "core/catalog/setting.hpp"

namespace fall_line {

/// How far a sampled gradient is from the true one.
constexpr ParameterDeclaration noise_declaration(std::string_view meaning, double default_value) {
  return {.name = "noise",
          .symbol = "noise",
          .letter = "\\sigma",
          .meaning = meaning,
          .default_value = default_value,
          .allowed = {.low = 0.0, .high = 1e100},
          .slider = {.low = 0.0, .high = 3.0}};
}

}  // namespace fall_line
