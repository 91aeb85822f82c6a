#pragma once

#include <span>
#include <vector>

#include "core/numerics/floating_point.hpp"
#include "core/run/run_spec.hpp"

namespace fall_line {

/// How far weights of a linear regression are above its lowest loss. The loss being quadratic,
///   gap(w) = ½·(w − best)ᵀ·H·(w − best)
/// which is exact however small it is, where a difference of losses is rounded away.
class RegressionGap {
 public:
  /// Throws InvalidArgument for another problem, data that leave the minimum open, and an L1
  /// penalty, under which the loss is no quadratic.
  explicit RegressionGap(const RunSpec& spec);

  const std::vector<double>& best() const noexcept { return best_; }
  double operator()(std::span<const double> weights) const noexcept;

 private:
  std::vector<double> best_;
  std::vector<double> hessian_;
};

/// The same run spec with another seed: that of the `number`-th of several runs.
RunSpec with_seed(const RunSpec& spec, Index number);

}  // namespace fall_line
