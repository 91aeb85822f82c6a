#pragma once

#include "core/optimizers/hyperparameter.hpp"
#include "core/trace/quantity.hpp"

namespace fall_line {

// What momentum and Nesterov's method have in common, declared once.

constexpr ParameterDeclaration velocity_decay_declaration() {
  return decay_declaration("beta", "decay", "\\beta", "share of the old velocity that is kept", 0.9,
                           0.99);
}

inline constexpr Quantity velocity_declaration = {
    "velocity",    "velocity",        "v", "what past gradients have added up to",
    Shape::vector, Role::first_moment};

}  // namespace fall_line
