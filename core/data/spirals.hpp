#pragma once

#include "core/data/plane_classes.hpp"
#include "core/numerics/turn.hpp"

namespace fall_line {

/// One arm for each class, from the centre out to radius 2, each turned against the last by
/// 1/classes of a turn: radius = 2·s, angle = (turns·s + label/classes) turns for s in (0, 1].
class Spirals {
 public:
  static constexpr std::string_view name = "spirals";
  static constexpr std::string_view title = "Spirals";
  static constexpr std::string_view summary = "Arms wound around each other, one for each class.";
  static constexpr std::string_view source = "Lang & Witbrock 1988";

  using Parameters = PlaneSettings;
  static constexpr Parameter<PlaneSettings> parameters[] = {
      {count_declaration(120), &PlaneSettings::count},
      {classes_declaration(2), &PlaneSettings::classes},
      {data_noise_declaration(0.05), &PlaneSettings::noise},
      {{.name = "turns",
        .symbol = "turns",
        .letter = "w",
        .meaning = "how often an arm goes round",
        .default_value = 1.0,
        .allowed = {.low = 0.0, .high = 10.0},
        .slider = {.low = 0.25, .high = 3.0}},
       &PlaneSettings::turns},
      {data_seed_declaration(), &PlaneSettings::seed},
  };

  static Dataset make(const PlaneSettings& settings) { return plane_classes(settings, place); }

 private:
  static PlanePoint place(const PlaneSettings& settings, Index label, Index k, Index n) {
    const double share = static_cast<double>(k + 1) / static_cast<double>(n);
    const CirclePoint direction =
        after_turns(settings.turns * share + static_cast<double>(label) / settings.classes);
    return {2.0 * share * direction.cosine, 2.0 * share * direction.sine};
  }
};

}  // namespace fall_line
