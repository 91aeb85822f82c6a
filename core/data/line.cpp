#include "core/data/line.hpp"

#include <cmath>
#include <numeric>
#include <span>

#include "core/numerics/random.hpp"

namespace fall_line {

Dataset Line::make(const Parameters& parameters) {
  Dataset data;
  data.count = static_cast<Index>(parameters.count);
  data.features = 1;
  Random random(static_cast<std::uint64_t>(parameters.seed));
  for (Index i = 0; i < data.count; ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(data.count - 1);
    const double x = 6.0 * share - 3.0;
    data.inputs.push_back(x);
    data.targets.push_back(parameters.intercept + parameters.slope * x +
                           parameters.noise * random.normal());
  }
  std::vector<std::size_t> order(data.targets.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  random.shuffle(std::span(order));
  order.resize(static_cast<std::size_t>(std::llround(parameters.count * parameters.outliers)));
  for (const std::size_t outlier : order) data.targets[outlier] += parameters.shift;
  return data;
}

}  // namespace fall_line
