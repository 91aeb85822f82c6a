#pragma once

#include "core/numerics/power.hpp"
#include "core/schedules/schedule.hpp"

namespace fall_line {

/// The same share kept at every time: factor(time) = decayᵗⁱᵐᵉ.
class ExponentialSchedule {
 public:
  static constexpr std::string_view name = "exponential";
  static constexpr std::string_view title = "Exponential";
  static constexpr std::string_view summary = "The same share of the learning rate kept each time.";
  static constexpr std::string_view source = "lecture 1";
  struct Parameters {
    double decay;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "decay",
        .symbol = "ratedecay",
        .letter = "d",
        .meaning = "share kept each time",
        .default_value = 0.95,
        .allowed = {.low = 0.0, .high = 1.0, .low_open = true},
        .slider = {.low = 0.5, .high = 1.0}},
       &Parameters::decay}};
  static constexpr FormulaLine lines[] = {
      {R"(\ratefactor{t} = \ratedecay^{\now})", "Multiply by the same share once for each time."}};

  explicit ExponentialSchedule(const Parameters& parameters) : decay_(parameters.decay) {}

  double factor(double time) const noexcept { return power(decay_, time); }

 private:
  double decay_;
};

}  // namespace fall_line
