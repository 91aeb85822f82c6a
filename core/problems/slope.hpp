#pragma once

#include "core/problems/problem.hpp"

namespace fall_line {

/// The slope of a ramp; the slider covers twelve orders of magnitude: scale invariance, and where ε
/// ends it.
constexpr ParameterDeclaration slope_declaration() {
  return {.name = "slope",
          .symbol = "slope",
          .letter = "c",
          .meaning = "slope of the ramp: the mean gradient",
          .default_value = 1.0,
          .allowed = {.low = -1e100, .high = 1e100},
          .slider = {.low = 1e-8, .high = 1e4},
          .scale = Scale::log};
}

}  // namespace fall_line
