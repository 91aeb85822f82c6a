#pragma once

#include "core/numerics/floating_point.hpp"

namespace fall_line {

/// What a kernel writes its quantities to when nobody reads them: compiles to nothing.
struct NoTape {
  static constexpr bool records = false;
  void vector(int, Index, double) const noexcept {}
  void scalar(int, double) const noexcept {}
  void vector(int, const double*, Index) const noexcept {}
};

/// What a kernel writes its quantities to in a traced step: quantity q of this step begins at
/// row[offset[q]]. The same kernel text serves both, so the number shown is the number used.
struct Tape {
  static constexpr bool records = true;
  double* row;
  const Index* offset;

  /// Entry `coordinate` of a vector; of a matrix, entry (i, k) is coordinate i·n + k.
  void vector(int quantity, Index coordinate, double value) const noexcept {
    row[offset[quantity] + coordinate] = value;
  }
  void scalar(int quantity, double value) const noexcept { row[offset[quantity]] = value; }

  /// All `n` entries of a vector.
  void vector(int quantity, const double* values, Index n) const noexcept;

  /// The tape of the quantities from number `first` on.
  Tape from(int first) const noexcept { return {row, offset + first}; }
};

}  // namespace fall_line
