// Every dataset there is.

#include "core/catalog/catalog.hpp"
#include "core/data/blobs.hpp"
#include "core/data/declare_dataset.hpp"
#include "core/data/image_scores.hpp"
#include "core/data/latitude_temperature.hpp"
#include "core/data/line.hpp"
#include "core/data/moons.hpp"
#include "core/data/points.hpp"
#include "core/data/rings.hpp"
#include "core/data/spirals.hpp"
#include "core/data/table.hpp"
#include "core/data/two_inputs.hpp"
#include "core/data/unequal_scales.hpp"

namespace fall_line {

// clang-format off
// one line an entry, so that two new ones never meet in the same line

std::span<const DatasetDeclaration> datasets() {
  static constexpr DatasetDeclaration list[] = {
      declare_dataset<LatitudeTemperature>(),
      declare_dataset<ImageScores>(),
      declare_dataset<Line>(),
      declare_dataset<UnequalScales>(),
      declare_dataset<TwoInputs>(),
      declare_dataset<Blobs>(),
      declare_dataset<Moons>(),
      declare_dataset<Rings>(),
      declare_dataset<Spirals>(),
      declare_dataset<Points>(),
      declare_dataset<Table>(),
  };
  return list;
}

// clang-format on

}  // namespace fall_line
