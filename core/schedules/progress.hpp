#pragma once

#include "core/catalog/setting.hpp"

namespace fall_line {

/// How far a schedule that lasts `total` has come at `time`: from 0 to 1, and 1 from then on.
inline double progress(double time, double total) noexcept {
  return time < total ? time / total : 1.0;
}

/// From `first` to `last` along a straight line; exact at both ends.
inline double between(double first, double last, double share) noexcept {
  return share >= 1.0 ? last : first + (last - first) * share;
}

/// The same along half a wave of a cosine: flat at both ends.
double cosine_between(double first, double last, double share) noexcept;

/// When a schedule ends, declared once for all that end.
constexpr ParameterDeclaration total_declaration() {
  return {.name = "total",
          .symbol = "ratetotal",
          .letter = "T",
          .meaning = "time after which the learning rate stays",
          .default_value = 100.0,
          .allowed = {.low = 1.0, .high = 1e6},
          .slider = {.low = 1.0, .high = 1000.0},
          .scale = Scale::log,
          .whole = true};
}

/// What is left of the learning rate then.
constexpr ParameterDeclaration end_declaration() {
  return {.name = "end",
          .symbol = "rateend",
          .letter = "s_T",
          .meaning = "share of the learning rate that is left at the end",
          .default_value = 0.0,
          .allowed = {.low = 0.0, .high = 1.0},
          .slider = {.low = 0.0, .high = 1.0}};
}

}  // namespace fall_line
