#pragma once

#include "core/data/plane_classes.hpp"
#include "core/numerics/random.hpp"

namespace fall_line {

/// Two features of unequal scale, and a target that is linear in them:
///   x1 ~ U(1, 2),  x2 ~ U(100, 200),  target = 1 + 2·x1 + 0.02·x2 + noise·N(0, 1)
/// The contours of a squared error over them are a thousand times as long as wide; standardised
/// they are nearly circles.
class UnequalScales {
 public:
  static constexpr std::string_view name = "unequal_scales";
  static constexpr std::string_view title = "Features of unequal scale";
  static constexpr std::string_view summary = "One feature from 1 to 2, the other from 100 to 200.";
  static constexpr std::string_view source = "lecture 4, feature scaling";

  struct Parameters {
    double count;
    double noise;
    double seed;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {count_declaration(20), &Parameters::count},
      {data_noise_declaration(0.1), &Parameters::noise},
      {data_seed_declaration(), &Parameters::seed},
  };

  static Dataset make(const Parameters& parameters) {
    Dataset data;
    data.count = static_cast<Index>(parameters.count);
    data.features = 2;
    Random random(static_cast<std::uint64_t>(parameters.seed));
    for (Index i = 0; i < data.count; ++i) {
      const double x1 = 1.0 + random.uniform(), x2 = 100.0 + 100.0 * random.uniform();
      data.inputs.push_back(x1);
      data.inputs.push_back(x2);
      data.targets.push_back(1.0 + 2.0 * x1 + 0.02 * x2 + parameters.noise * random.normal());
    }
    return data;
  }
};

}  // namespace fall_line
