#include "core/analysis/regression_gap.hpp"

#include "core/analysis/regression_fit.hpp"
#include "core/catalog/invalid_argument.hpp"

namespace fall_line {

RegressionGap::RegressionGap(const RunSpec& spec) {
  const auto data = regression_data(spec);
  const auto parameters = regression_parameters(spec);
  if (Regularizer(parameters).kink() > 0.0) {
    throw InvalidArgument("problem.penalty", "one with a kink", "none, l2 or half_l2");
  }
  best_ = fitted(parameters, data.train, {});
  hessian_.resize(best_.size() * best_.size());
  LinearRegression(parameters, data.train).hessian(best_.data(), hessian_.data());
}

double RegressionGap::operator()(std::span<const double> weights) const noexcept {
  double sum = 0.0;
  const double* row = hessian_.data();
  for (std::size_t i = 0; i < best_.size(); ++i, row += best_.size()) {
    double slope = 0.0;
    for (std::size_t k = 0; k < best_.size(); ++k) slope += row[k] * (weights[k] - best_[k]);
    sum += slope * (weights[i] - best_[i]);
  }
  return 0.5 * sum;
}

RunSpec with_seed(const RunSpec& spec, Index number) {
  RunSpec other = spec;
  other.seed += static_cast<std::uint64_t>(number);
  return other;
}

}  // namespace fall_line
