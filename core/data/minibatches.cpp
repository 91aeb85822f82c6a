#include "core/data/minibatches.hpp"

#include <algorithm>
#include <numeric>
#include <string>

#include "core/catalog/invalid_argument.hpp"

namespace fall_line {

Minibatches::Minibatches(Index count, Index size, BatchOrder order, std::uint64_t seed,
                         LastBatch last)
    : count_(count), size_(size), kind_(order), last_(last), random_(seed) {
  if (size < 1 || size > count) {
    throw InvalidArgument("batch.size", std::to_string(size),
                          "0 (all) or 1 to " + std::to_string(count) + ", the examples there are");
  }
  order_.resize(static_cast<std::size_t>(kind_ == BatchOrder::with_replacement ? size : count));
  std::iota(order_.begin(), order_.end(), Index{0});
  if (kind_ == BatchOrder::shuffled_once) random_.shuffle(std::span(order_));
}

std::span<const Index> Minibatches::next() noexcept {
  if (kind_ == BatchOrder::with_replacement) {
    for (Index& example : order_) {
      example = static_cast<Index>(random_.below(static_cast<std::uint64_t>(count_)));
    }
    return order_;
  }
  const std::size_t left = order_.size() - position_;
  const bool too_few = last_ == LastBatch::drop && left < static_cast<std::size_t>(size_);
  if (left == 0 || too_few) position_ = 0;
  if (position_ == 0 && kind_ == BatchOrder::shuffled_every_epoch) {
    random_.shuffle(std::span(order_));
  }
  const std::size_t size = std::min(static_cast<std::size_t>(size_), order_.size() - position_);
  const std::span<const Index> batch(order_.data() + position_, size);
  position_ += size;
  return batch;
}

}  // namespace fall_line
