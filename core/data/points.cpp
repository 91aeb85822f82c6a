#include "core/data/points.hpp"

#include <cmath>

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"

namespace fall_line {

Dataset Points::make(const Parameters& parameters) {
  const bool labelled = parameters.task == Task::classes;
  Dataset data = parse_rows(parameters.points, TargetKind::numbers, "data.points");
  if (data.features != (labelled ? 2 : 1)) {
    throw InvalidArgument("data.points", std::to_string(data.features + 1) + " numbers a point",
                          labelled ? "x,y,label; x,y,label; …" : "x,y; x,y; …");
  }
  if (!labelled) return data;
  for (const double label : data.targets) {
    if (label >= 0.0 && label < parameters.classes && label == std::floor(label)) continue;
    throw InvalidArgument("data.points", "the label " + short_text(label),
                          "a whole number from 0 to " + short_text(parameters.classes - 1.0));
  }
  data.classes = static_cast<Index>(parameters.classes);
  return data;
}

}  // namespace fall_line
