#pragma once

#include <string>

#include "core/catalog/invalid_argument.hpp"
#include "core/problems/objective.hpp"

namespace fall_line {

/// Most parameters for a method that keeps, and traces, an n × n matrix: 2 MB a step.
inline constexpr Index most_matrix_rows = 500;

/// The dimension of `objective`; throws InvalidArgument naming `method` where it is too large for
/// an n × n matrix a step.
inline Index dimension_for_a_matrix(std::string_view method, const Objective& objective) {
  const Index n = objective.dimension();
  if (n > most_matrix_rows) {
    throw InvalidArgument("method",
                          std::string(method) + " for " + std::to_string(n) + " parameters",
                          "methods without an n × n matrix, or at most " +
                              std::to_string(most_matrix_rows) + " parameters");
  }
  return n;
}

}  // namespace fall_line
