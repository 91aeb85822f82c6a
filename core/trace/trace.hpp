#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/trace/quantity.hpp"
#include "core/trace/tape.hpp"

namespace fall_line {

/// The recorded quantities of a run. Row t holds the quantities of step t; row 0 holds what
/// there is before the first step (the start, zero moments), and not_yet for the rest.
class Trace {
 public:
  Trace(std::vector<Quantity> quantities, Index dimension);

  const std::vector<Quantity>& quantities() const noexcept { return quantities_; }
  Index rows() const noexcept { return rows_; }
  Index dimension() const noexcept { return dimension_; }

  /// Number of doubles in one row of `quantity`.
  Index width(int quantity) const noexcept;

  /// Number of the quantity called `name`, or −1.
  int find(std::string_view name) const noexcept;

  /// All rows of a quantity: rows × width, row-major.
  std::span<const double> values(int quantity) const noexcept;

  /// One row of a quantity.
  std::span<const double> at(int quantity, Index row) const noexcept;

  /// Makes room for `count` more rows, so that appending them allocates nothing.
  void reserve(Index count);

  /// Appends a row filled with not_yet and returns the tape that writes to it.
  /// Precondition: reserve() has made room.
  Tape append_row() noexcept;

  /// Takes the last row back, e.g. of a step whose result is not finite.
  void drop_row() noexcept { --rows_; }

 private:
  std::vector<Quantity> quantities_;
  Index dimension_;
  Index rows_ = 0;
  std::vector<std::vector<double>> storage_;
  std::vector<double*> cursors_;
};

}  // namespace fall_line
