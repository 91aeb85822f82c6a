#pragma once

#include <cmath>

#include "core/numerics/power.hpp"
#include "core/schedules/schedule.hpp"

namespace fall_line {

/// What a schedule keeps of the learning rate at each of its drops.
constexpr ParameterDeclaration drop_declaration(double default_value) {
  return {.name = "drop",
          .symbol = "ratedrop",
          .letter = "d",
          .meaning = "share of the learning rate that each drop keeps",
          .default_value = default_value,
          .allowed = {.low = 0.0, .high = 1.0, .low_open = true},
          .slider = {.low = 0.05, .high = 1.0}};
}

/// A drop in equal intervals: factor(time) = drop^⌊time / every⌋. (Lecture 1 writes the drop as
/// α ← α − t·α, which keeps the share 1 − t.)
class StepSchedule {
 public:
  static constexpr std::string_view name = "step";
  static constexpr std::string_view title = "Steps";
  static constexpr std::string_view summary = "Constant, with a drop in equal intervals.";
  static constexpr std::string_view source = "lectures 1 and 2";
  struct Parameters {
    double drop;
    double every;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {drop_declaration(0.5), &Parameters::drop},
      {{.name = "every",
        .symbol = "dropevery",
        .letter = "n",
        .meaning = "time from one drop to the next",
        .default_value = 10.0,
        .allowed = {.low = 1.0, .high = 1e6},
        .slider = {.low = 1.0, .high = 100.0},
        .scale = Scale::log,
        .whole = true},
       &Parameters::every},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\ratefactor{t} = \ratedrop^{\lfloor\frac{\now}{\dropevery}\rfloor})",
       "Multiply by the drop once for every full interval."}};

  explicit StepSchedule(const Parameters& parameters) : p_(parameters) {}

  double factor(double time) const noexcept { return power(p_.drop, std::floor(time / p_.every)); }

 private:
  Parameters p_;
};

}  // namespace fall_line
