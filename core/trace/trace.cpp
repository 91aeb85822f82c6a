#include "core/trace/trace.hpp"

#include <algorithm>

namespace fall_line {

Trace::Trace(std::vector<Quantity> quantities, Index dimension)
    : quantities_(std::move(quantities)),
      dimension_(dimension),
      storage_(quantities_.size()),
      cursors_(quantities_.size()) {}

Index Trace::width(int quantity) const noexcept {
  return quantities_[static_cast<std::size_t>(quantity)].shape == Shape::vector ? dimension_ : 1;
}

int Trace::find(std::string_view name) const noexcept {
  for (std::size_t q = 0; q < quantities_.size(); ++q) {
    if (quantities_[q].name == name) return static_cast<int>(q);
  }
  return -1;
}

std::span<const double> Trace::values(int quantity) const noexcept {
  return {storage_[static_cast<std::size_t>(quantity)].data(),
          static_cast<std::size_t>(rows_ * width(quantity))};
}

std::span<const double> Trace::at(int quantity, Index row) const noexcept {
  const auto count = static_cast<std::size_t>(width(quantity));
  return values(quantity).subspan(static_cast<std::size_t>(row) * count, count);
}

void Trace::reserve(Index count) {
  for (std::size_t q = 0; q < storage_.size(); ++q) {
    const Index needed = (rows_ + count) * width(static_cast<int>(q));
    auto& values = storage_[q];
    if (static_cast<Index>(values.size()) >= needed) continue;
    values.resize(static_cast<std::size_t>(std::max<Index>(needed, 2 * values.size())), not_yet);
  }
}

Tape Trace::append_row() noexcept {
  for (std::size_t q = 0; q < storage_.size(); ++q) {
    const Index count = width(static_cast<int>(q));
    cursors_[q] = storage_[q].data() + rows_ * count;
    std::fill_n(cursors_[q], count, not_yet);
  }
  ++rows_;
  return {cursors_.data()};
}

}  // namespace fall_line
