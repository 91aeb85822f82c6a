#pragma once

#include "core/data/plane_classes.hpp"
#include "core/numerics/turn.hpp"

namespace fall_line {

/// Rings around (0, 0), the one of class c with radius 1 + c; points lie evenly along them.
class Rings {
 public:
  static constexpr std::string_view name = "rings";
  static constexpr std::string_view title = "Rings";
  static constexpr std::string_view summary = "Rings around one centre, one for each class.";
  static constexpr std::string_view source = "as in scikit-learn (Pedregosa et al. 2011)";

  using Parameters = PlaneSettings;
  static constexpr Parameter<PlaneSettings> parameters[] = {
      {count_declaration(120), &PlaneSettings::count},
      {classes_declaration(2), &PlaneSettings::classes},
      {data_noise_declaration(0.1), &PlaneSettings::noise},
      {data_seed_declaration(), &PlaneSettings::seed},
  };

  static Dataset make(const PlaneSettings& settings) { return plane_classes(settings, place); }

 private:
  static PlanePoint place(const PlaneSettings&, Index label, Index k, Index n) {
    const double radius = 1.0 + static_cast<double>(label);
    const CirclePoint direction = after_turns(static_cast<double>(k) / static_cast<double>(n));
    return {radius * direction.cosine, radius * direction.sine};
  }
};

}  // namespace fall_line
