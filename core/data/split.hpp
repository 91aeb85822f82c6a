#pragma once

#include <cstdint>
#include <vector>

#include "core/data/dataset.hpp"

namespace fall_line {

/// Deals the examples at random: round(count·validation) to validation, round(count·test) to
/// test, the rest to training; with `stratified`, class by class, so that every part has the
/// classes in the same shares up to rounding. Shares in [0, 1], together at most 1.
/// Draws nothing where both are 0. Cost: O(N).
Parts split_by_shares(const Dataset& data, double validation, double test, bool stratified,
                      std::uint64_t seed);

/// k-fold cross-validation: the number 0 … folds−1 of the one fold in which each example
/// validates, at random. Sizes differ by at most 1. `stratified`: examples are dealt class by
/// class, so those of each class spread as evenly. Cost: O(N).
std::vector<Index> fold_of_each(const Dataset& data, Index folds, bool stratified,
                                std::uint64_t seed);

/// The examples of `part`, in the order of the data. Classes and names stay, also those of
/// classes without an example in it.
Dataset subset(const Dataset& data, const Parts& parts, Part part);

}  // namespace fall_line
