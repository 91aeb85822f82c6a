#pragma once

#include <vector>

#include "core/data/dataset.hpp"

namespace fall_line {

/// Features shifted and scaled to mean 0 and standard deviation 1 on the data it was fitted to:
///   z = (x − mean) / deviation,   deviation² = (1/N)·Σ (x − mean)²
/// A feature that is the same in all of those data has deviation 0 and becomes 0 everywhere: it
/// tells nothing. Fit on the training part alone; validation and test take the same shift and
/// scale, else they would have a say in the training. (Lecture 4, feature scaling.)
struct Standardisation {
  std::vector<double> mean;       ///< d
  std::vector<double> deviation;  ///< d

  /// x ← z for every example of `data`.
  void apply(Dataset& data) const noexcept;
};

/// Means and deviations of the features of `data`. Cost: O(N·d).
Standardisation fit_standardisation(const Dataset& data);

}  // namespace fall_line
