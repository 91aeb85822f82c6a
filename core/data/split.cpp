#include "core/data/split.hpp"

#include <cmath>
#include <numeric>
#include <span>

#include "core/numerics/random.hpp"

namespace fall_line {

namespace {

/// Numbers of the examples in random order; `stratified`: class after class.
std::vector<Index> shuffled(const Dataset& data, bool stratified, std::uint64_t seed) {
  std::vector<Index> order(static_cast<std::size_t>(data.count));
  std::iota(order.begin(), order.end(), Index{0});
  Random random(seed);
  random.shuffle(std::span(order));
  if (!stratified) return order;
  std::vector<Index> by_class;
  by_class.reserve(order.size());
  for (Index label = 0; label < data.classes; ++label) {
    for (const Index example : order) {
      if (data.label(example) == label) by_class.push_back(example);
    }
  }
  return by_class;
}

}  // namespace

Parts split_by_shares(const Dataset& data, double validation, double test, bool stratified,
                      std::uint64_t seed) {
  Parts parts(static_cast<std::size_t>(data.count), Part::train);
  if (validation == 0.0 && test == 0.0) return parts;
  stratified = stratified && data.classes > 0;
  const auto order = shuffled(data, stratified, seed);
  std::size_t from = 0;
  while (from < order.size()) {
    std::size_t to = order.size();
    if (stratified) {
      for (to = from; to < order.size(); ++to) {
        if (data.label(order[to]) != data.label(order[from])) break;
      }
    }
    const auto count = static_cast<double>(to - from);
    // both shares ½ of 3 examples would round to 2 + 2
    const auto tested = static_cast<std::size_t>(std::llround(count * test));
    const auto held =
        std::min(to - from, tested + static_cast<std::size_t>(std::llround(count * validation)));
    for (std::size_t i = 0; i < held; ++i) {
      parts[static_cast<std::size_t>(order[from + i])] = i < tested ? Part::test : Part::validation;
    }
    from = to;
  }
  return parts;
}

std::vector<Index> fold_of_each(const Dataset& data, Index folds, bool stratified,
                                std::uint64_t seed) {
  std::vector<Index> fold(static_cast<std::size_t>(data.count));
  Index next = 0;
  for (const Index example : shuffled(data, stratified && data.classes > 0, seed)) {
    fold[static_cast<std::size_t>(example)] = next++ % folds;
  }
  return fold;
}

Dataset subset(const Dataset& data, const Parts& parts, Part part) {
  Dataset chosen = data;
  chosen.count = 0;
  chosen.inputs.clear();
  chosen.targets.clear();
  for (Index i = 0; i < data.count; ++i) {
    if (parts[static_cast<std::size_t>(i)] != part) continue;
    chosen.inputs.insert(chosen.inputs.end(), data.input(i), data.input(i) + data.features);
    chosen.targets.push_back(data.target(i));
    ++chosen.count;
  }
  return chosen;
}

}  // namespace fall_line
