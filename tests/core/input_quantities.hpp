#pragma once

#include <vector>

#include "core/trace/quantity.hpp"

namespace fall_line::test {

/// What the formula lines of a loss may speak of beside its own quantities: \score{t}, \target{t}.
inline std::vector<Quantity> loss_inputs() {
  return {
      {"score", "score", "s", "what the model says", Shape::vector, Role::parameter},
      {"target", "target", "y", "what it should say", Shape::vector, Role::factor},
  };
}

/// What those of a schedule speak of: \ratefactor{t}, the factor at time \now.
inline std::vector<Quantity> schedule_columns() {
  return {{"rate_factor", "ratefactor", "f", "what the learning rate is multiplied by",
           Shape::scalar, Role::factor}};
}

}  // namespace fall_line::test
