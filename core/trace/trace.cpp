#include "core/trace/trace.hpp"

#include <algorithm>

namespace fall_line {

namespace {

Index entries(Shape shape, Index dimension) {
  switch (shape) {
    case Shape::scalar:
      return 1;
    case Shape::vector:
      return dimension;
    case Shape::matrix:
      return dimension * dimension;
  }
  return 0;
}

}  // namespace

void Tape::vector(int quantity, const double* values, Index n) const noexcept {
  std::copy(values, values + n, row + offset[quantity]);
}

Trace::Trace(std::span<const Quantity> quantities, Index dimension)
    : quantities_(quantities.begin(), quantities.end()), dimension_(dimension), offsets_{0} {
  for (const auto& quantity : quantities_) {
    offsets_.push_back(offsets_.back() + entries(quantity.shape, dimension));
  }
}

int Trace::find(std::string_view name) const noexcept {
  for (std::size_t q = 0; q < quantities_.size(); ++q) {
    if (quantities_[q].name == name) return static_cast<int>(q);
  }
  return -1;
}

std::vector<double> Trace::values(int quantity) const {
  const Index columns = width(quantity), stride = row_width();
  std::vector<double> all(static_cast<std::size_t>(rows_ * columns));
  const double* from = storage_.data() + offsets_[static_cast<std::size_t>(quantity)];
  double* to = all.data();
  for (Index row = 0; row < rows_; ++row, from += stride, to += columns) {
    for (Index i = 0; i < columns; ++i) to[i] = from[i];
  }
  return all;
}

void Trace::reserve(Index count) {
  const Index had = storage_.size(), needed = (rows_ + count) * row_width();
  if (had >= needed) return;
  // Eigen's own resizing may move as much as the new size, where malloc does not align for it
  Vector larger(std::max(needed, 2 * had));
  const Index kept = rows_ * row_width();
  std::copy_n(storage_.data(), kept, larger.data());
  for (Index i = kept; i < larger.size(); ++i) larger[i] = not_yet;
  storage_.swap(larger);
}

void Trace::drop_row() noexcept {
  --rows_;
  std::fill_n(storage_.data() + rows_ * row_width(), row_width(), not_yet);
}

void Trace::fill(int quantity, double value) noexcept {
  const Index offset = offsets_[static_cast<std::size_t>(quantity)];
  for (Index row = 0; row < rows_; ++row) {
    storage_[static_cast<std::size_t>(row * row_width() + offset)] = value;
  }
}

}  // namespace fall_line
