#pragma once

#include "core/data/plane_classes.hpp"
#include "core/numerics/turn.hpp"

namespace fall_line {

/// Round clouds N(centre, noise²·I), their centres evenly on a circle of radius 2.
class Blobs {
 public:
  static constexpr std::string_view name = "blobs";
  static constexpr std::string_view title = "Blobs";
  static constexpr std::string_view summary = "One round cloud of points for each class.";
  static constexpr std::string_view source = "the usual first test of a classifier";

  using Parameters = PlaneSettings;
  static constexpr Parameter<PlaneSettings> parameters[] = {
      {count_declaration(60), &PlaneSettings::count},
      {classes_declaration(3), &PlaneSettings::classes},
      {data_noise_declaration(0.6), &PlaneSettings::noise},
      {data_seed_declaration(), &PlaneSettings::seed},
  };

  static Dataset make(const PlaneSettings& settings) { return plane_classes(settings, place); }

 private:
  static PlanePoint place(const PlaneSettings& settings, Index label, Index, Index) {
    const CirclePoint direction = after_turns(static_cast<double>(label) / settings.classes);
    return {2.0 * direction.cosine, 2.0 * direction.sine};
  }
};

}  // namespace fall_line
