#pragma once

#include "core/numerics/floating_point.hpp"

namespace fall_line {

/// What a kernel writes its quantities to when nobody reads them: compiles to nothing.
struct NoTape {
  void vector(int, Index, double) const noexcept {}
  void scalar(int, double) const noexcept {}
};

/// What a kernel writes its quantities to in a traced step: `row[q]` is where quantity q of
/// this step goes. The same kernel text serves both, so the number shown is the number used.
struct Tape {
  double* const* row;

  void vector(int quantity, Index coordinate, double value) const noexcept {
    row[quantity][coordinate] = value;
  }
  void scalar(int quantity, double value) const noexcept { row[quantity][0] = value; }

  /// The tape of the quantities from number `first` on.
  Tape from(int first) const noexcept { return {row + first}; }
};

}  // namespace fall_line
