#pragma once

#include <vector>

#include "core/trace/quantity.hpp"

namespace fall_line::test {

/// What the formula lines of a schedule speak of: \ratefactor{t}, the factor at time \now.
inline std::vector<Quantity> schedule_columns() {
  return {{"rate_factor", "ratefactor", "f", "what the learning rate is multiplied by",
           Shape::scalar, Role::factor}};
}

}  // namespace fall_line::test
