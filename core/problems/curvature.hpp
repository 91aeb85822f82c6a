#pragma once

#include "core/catalog/setting.hpp"

namespace fall_line {

/// An eigenvalue of a quadratic's Hessian; zero and negative ones make plateaus and saddles.
constexpr ParameterDeclaration curvature_declaration(std::string_view name, std::string_view symbol,
                                                     std::string_view letter,
                                                     std::string_view meaning,
                                                     double default_value) {
  return {.name = name,
          .symbol = symbol,
          .letter = letter,
          .meaning = meaning,
          .default_value = default_value,
          .allowed = {.low = -1e6, .high = 1e6},
          .slider = {.low = 0.01, .high = 100.0},
          .scale = Scale::log};
}

/// How many times the largest curvature is the smallest one.
constexpr ParameterDeclaration condition_declaration(std::string_view meaning,
                                                     double default_value) {
  return {.name = "condition",
          .symbol = "conditionnumber",
          .letter = "\\kappa",
          .meaning = meaning,
          .default_value = default_value,
          .allowed = {.low = 1.0, .high = 1e8},
          .slider = {.low = 1.0, .high = 1e4},
          .scale = Scale::log};
}

}  // namespace fall_line
