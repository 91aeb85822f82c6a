#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/trace/quantity.hpp"
#include "core/trace/tape.hpp"

namespace fall_line {

/// A table of named quantities. Of a run, row t holds those of step t; row 0 holds what there is
/// before the first step (the start, zero moments), and not_yet for the rest. Of a loss it has a
/// row an example, of an analysis a row a case.
class Trace {
 public:
  /// `dimension`: entries of a vector quantity.
  Trace(std::span<const Quantity> quantities, Index dimension);

  const std::vector<Quantity>& quantities() const noexcept { return quantities_; }
  Index rows() const noexcept { return rows_; }
  Index dimension() const noexcept { return dimension_; }

  /// Number of doubles in one row of `quantity`.
  Index width(int quantity) const noexcept {
    const auto q = static_cast<std::size_t>(quantity);
    return offsets_[q + 1] - offsets_[q];
  }

  /// Number of the quantity called `name`, or −1.
  int find(std::string_view name) const noexcept;

  /// One row of a quantity.
  std::span<const double> at(int quantity, Index row) const noexcept {
    const auto q = static_cast<std::size_t>(quantity);
    return this->row(row).subspan(static_cast<std::size_t>(offsets_[q]),
                                  static_cast<std::size_t>(width(quantity)));
  }

  /// All of a row, quantity after quantity.
  std::span<const double> row(Index row) const noexcept {
    return {storage_.data() + row * row_width(), static_cast<std::size_t>(row_width())};
  }

  /// Every row of a quantity: rows × width, row-major.
  std::vector<double> values(int quantity) const;

  /// Makes room for `count` more rows, filled with not_yet, so that appending them allocates
  /// and fills nothing.
  void reserve(Index count);

  /// Appends a row filled with not_yet and returns the tape that writes to it.
  /// Precondition: reserve() has made room.
  Tape append_row() noexcept { return {storage_.data() + rows_++ * row_width(), offsets_.data()}; }

  /// Writes `value` to the scalar `quantity` of every row there is.
  void fill(int quantity, double value) noexcept;

  /// Takes the last row back, e.g. of a step whose result is not finite.
  void drop_row() noexcept;

 private:
  Index row_width() const noexcept { return offsets_.back(); }

  std::vector<Quantity> quantities_;
  Index dimension_;
  Index rows_ = 0;
  std::vector<Index> offsets_;  ///< where in a row each quantity begins; last: the row's width
  Vector storage_;              ///< row-major; not_yet beyond the rows there are
};

}  // namespace fall_line
