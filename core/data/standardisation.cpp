#include "core/data/standardisation.hpp"

#include <cmath>

#include "core/numerics/sum.hpp"

namespace fall_line {

void Standardisation::apply(Dataset& data) const noexcept {
  for (Index i = 0; i < data.count * data.features; ++i) {
    const auto k = static_cast<std::size_t>(i % data.features);
    double& x = data.inputs[static_cast<std::size_t>(i)];
    x = deviation[k] > 0.0 ? (x - mean[k]) / deviation[k] : 0.0;
  }
}

Standardisation fit_standardisation(const Dataset& data) {
  Standardisation fitted;
  const auto count = static_cast<double>(data.count);
  for (Index k = 0; k < data.features; ++k) {
    const auto feature = [&](Index i) { return data.input(i)[k]; };
    const double mean = fixed_order_sum(data.count, feature) / count;
    bool constant = true;
    for (Index i = 1; i < data.count; ++i) constant = constant && feature(i) == feature(0);
    const double squares = fixed_order_sum(data.count, [&](Index i) {
      const double off = feature(i) - mean;
      return off * off;
    });
    fitted.mean.push_back(mean);
    // ten times 0.1 has the mean 0.1 + 1e-17: round-off must not be blown up to size 1
    fitted.deviation.push_back(constant ? 0.0 : std::sqrt(squares / count));
  }
  return fitted;
}

}  // namespace fall_line
