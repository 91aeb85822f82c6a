#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <vector>

#include "core/data/minibatches.hpp"
#include "core/problems/problem.hpp"

namespace fall_line::test {

using Batch = std::vector<Index>;

inline Batch first_of(Index count) {
  Batch all(static_cast<std::size_t>(count));
  std::iota(all.begin(), all.end(), Index{0});
  return all;
}

/// All that the batches of one epoch hold.
template <class Batches>
Batch epoch_of(Batches& batches) {
  Batch all;
  for (Index step = 0; step < batches.steps_per_epoch(); ++step) {
    const auto batch = batches.next();
    all.insert(all.end(), batch.begin(), batch.end());
  }
  return all;
}

/// Whether three epochs of batches of `size` out of `count` examples have the sizes they must
/// have, and no example twice in an epoch.
template <class Batches>
bool epochs_are_whole(Batches& batches, Index count, Index size, LastBatch last) {
  const Index taken = last == LastBatch::drop ? count / size * size : count;
  for (int pass = 0; pass < 3; ++pass) {
    Batch all;
    for (Index from = 0; from < taken; from += size) {
      const auto batch = batches.next();
      if (std::ssize(batch) != std::min(size, taken - from)) return false;
      all.insert(all.end(), batch.begin(), batch.end());
    }
    std::sort(all.begin(), all.end());
    if (std::adjacent_find(all.begin(), all.end()) != all.end()) return false;
  }
  return batches.steps_per_epoch() == (taken + size - 1) / size;
}

/// χ² of 24 000 orders of four examples that `draw` gives, against all 24 of them equally often.
template <class Draw>
double chi_square_of_orders(Draw draw) {
  std::map<Batch, double> seen;
  Batch order = first_of(4);
  do seen[order] = 0.0;
  while (std::next_permutation(order.begin(), order.end()));
  for (int i = 0; i < 24'000; ++i) seen.at(draw()) += 1.0;
  double sum = 0.0;
  for (const auto& [cell, count] : seen) sum += (count - 1000.0) * (count - 1000.0) / 1000.0;
  return sum;
}

/// Its quantile at 0.999: 23 degrees of freedom.
inline constexpr double chi_square_of_orders_999 = 49.73;

/// How far the means over the batches of an epoch, each weighted by its size, are from the whole
/// mean and its gradient at x: the largest relative difference. The last batch is a partial one.
inline double batch_mean_error(const AnyProblem& problem, const std::vector<double>& x) {
  const Index terms = problem.term_count();
  const Index size = std::max<Index>(2, terms / 3 + 1);
  const Batch order = first_of(terms);
  std::vector<double> whole(x.size() + 1), batch(x.size()), sum(x.size() + 1, 0.0);
  for (Index from = 0; from < terms; from += size) {
    const Index count = std::min(size, terms - from);
    const double share = static_cast<double>(count) / static_cast<double>(terms);
    sum[x.size()] += share * problem.batch_value_and_gradient(x.data(), order.data() + from, count,
                                                              batch.data());
    for (std::size_t i = 0; i < x.size(); ++i) sum[i] += share * batch[i];
  }
  whole[x.size()] = problem.value_and_gradient(x.data(), whole.data());
  double worst = 0.0;
  for (std::size_t i = 0; i < sum.size(); ++i) {
    const double size_of_it = std::max({1.0, std::abs(sum[i]), std::abs(whole[i])});
    worst = std::max(worst, std::abs(sum[i] - whole[i]) / size_of_it);
  }
  return worst;
}

}  // namespace fall_line::test
