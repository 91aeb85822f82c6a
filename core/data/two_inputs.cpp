#include "core/data/two_inputs.hpp"

#include <cmath>
#include <numbers>

#include "core/numerics/turn.hpp"

namespace fall_line {

Dataset TwoInputs::make(const Parameters& parameters) {
  Dataset data;
  data.count = static_cast<Index>(parameters.count);
  data.features = 2;
  data.feature_names = {"x1", "x2"};
  const double rho = parameters.correlation, own = std::sqrt((1.0 - rho) * (1.0 + rho));
  constexpr double unit = std::numbers::sqrt2;
  for (Index i = 0; i < data.count; ++i) {
    const double turns = static_cast<double>(i) / parameters.count;
    const CirclePoint once = after_turns(turns), twice = after_turns(2.0 * turns);
    const double x1 = unit * once.cosine, x2 = rho * x1 + own * unit * once.sine;
    data.inputs.push_back(x1);
    data.inputs.push_back(x2);
    data.targets.push_back(parameters.weight_1 * x1 + parameters.weight_2 * x2 +
                           parameters.noise * unit * twice.cosine);
  }
  return data;
}

}  // namespace fall_line
