#pragma once

#include "core/data/plane_classes.hpp"
#include "core/numerics/turn.hpp"

namespace fall_line {

/// Two half circles of radius 1: the upper one around (0, 0), the lower one around (1, ½). Points
/// lie evenly along them from end to end.
class Moons {
 public:
  static constexpr std::string_view name = "moons";
  static constexpr std::string_view title = "Two moons";
  static constexpr std::string_view summary = "Two half circles, each reaching into the other.";
  static constexpr std::string_view source = "as in scikit-learn (Pedregosa et al. 2011)";

  using Parameters = PlaneSettings;
  static constexpr Parameter<PlaneSettings> parameters[] = {
      {count_declaration(100), &PlaneSettings::count},
      {data_noise_declaration(0.15), &PlaneSettings::noise},
      {data_seed_declaration(), &PlaneSettings::seed},
  };

  static Dataset make(const PlaneSettings& settings) { return plane_classes(settings, place); }

 private:
  static PlanePoint place(const PlaneSettings&, Index label, Index k, Index n) {
    const double share = n > 1 ? static_cast<double>(k) / static_cast<double>(n - 1) : 0.0;
    const CirclePoint on = after_turns(0.5 * share);
    if (label == 0) return {on.cosine, on.sine};
    return {1.0 - on.cosine, 0.5 - on.sine};
  }
};

}  // namespace fall_line
