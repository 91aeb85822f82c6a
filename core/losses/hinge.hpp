#pragma once

#include "core/catalog/setting.hpp"

namespace fall_line {

/// Whether a missing margin counts as it is or squared.
enum class HingePower { linear, squared };

inline constexpr Choice hinge_power_choices[] = {
    {"linear", "linear", "max(0, m): a kink at m = 0"},
    {"squared", "squared", "max(0, m)²: no kink, and large violations count far more"},
};

/// The margin that must be kept, Δ; 1 in every lecture.
constexpr ParameterDeclaration margin_declaration() {
  return {.name = "margin",
          .symbol = "keptmargin",
          .letter = "\\Delta",
          .meaning = "by how much the right side has to win",
          .default_value = 1.0,
          .allowed = {.low = 0.0, .high = 1e6},
          .slider = {.low = 0.0, .high = 5.0}};
}

/// max(0, m) or its square, with the first two derivatives. At the kink m = 0 they are those of
/// the flat side, 0: `m > 0`, not `m >= 0`.
struct Hinge {
  double value, slope, curvature;

  Hinge(HingePower power, double m) noexcept : value(0.0), slope(0.0), curvature(0.0) {
    if (!(m > 0.0)) {
      value = m <= 0.0 ? 0.0 : m;  // NaN stays
      return;
    }
    const bool squared = power == HingePower::squared;
    value = squared ? m * m : m;
    slope = squared ? 2.0 * m : 1.0;
    curvature = squared ? 2.0 : 0.0;
  }
};

}  // namespace fall_line
