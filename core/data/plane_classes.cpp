#include "core/data/plane_classes.hpp"

#include "core/numerics/random.hpp"

namespace fall_line {

Dataset plane_classes(const PlaneSettings& settings,
                      PlanePoint (*place)(const PlaneSettings& settings, Index label, Index k,
                                          Index n)) {
  Dataset data;
  data.count = static_cast<Index>(settings.count);
  data.features = 2;
  data.classes = static_cast<Index>(settings.classes);
  Random random(static_cast<std::uint64_t>(settings.seed));
  for (Index i = 0; i < data.count; ++i) {
    const Index label = i % data.classes;
    const Index n = (data.count - label + data.classes - 1) / data.classes;
    const PlanePoint point = place(settings, label, i / data.classes, n);
    data.inputs.push_back(point.x + settings.noise * random.normal());
    data.inputs.push_back(point.y + settings.noise * random.normal());
    data.targets.push_back(static_cast<double>(label));
  }
  return data;
}

}  // namespace fall_line
