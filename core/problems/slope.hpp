#pragma once

#include "core/problems/problem.hpp"

namespace fall_line {

/// The slope of a ramp; the slider covers ten orders of magnitude to show scale invariance.
constexpr ParameterDeclaration slope_declaration() {
  return {.name = "slope",
          .symbol = "slope",
          .letter = "c",
          .meaning = "slope of the ramp: the mean gradient",
          .default_value = 1.0,
          .allowed = {.low = -1e100, .high = 1e100},
          .slider = {.low = 1e-5, .high = 1e5},
          .scale = Scale::log};
}

}  // namespace fall_line
