#pragma once

#include "core/schedules/schedule.hpp"

namespace fall_line {

/// How fast a learning rate falls with time.
constexpr ParameterDeclaration fall_declaration() {
  return {.name = "rate",
          .symbol = "decayrate",
          .letter = "k",
          .meaning = "how fast the learning rate falls",
          .default_value = 1.0,
          .allowed = {.low = 0.0, .high = 1e6},
          .slider = {.low = 0.01, .high = 10.0},
          .scale = Scale::log};
}

/// factor(time) = 1 / (1 + rate·time): half is left at time 1/rate. With rate 1, counted from
/// time 1, it is the 1/t of the theory of strongly convex functions.
class InverseTimeSchedule {
 public:
  static constexpr std::string_view name = "inverse_time";
  static constexpr std::string_view title = "1/t";
  static constexpr std::string_view summary = "One over a straight line in time.";
  static constexpr std::string_view source = "Robbins & Monro 1951; lecture 1";
  struct Parameters {
    double rate;
  };
  static constexpr Parameter<Parameters> parameters[] = {{fall_declaration(), &Parameters::rate}};
  static constexpr FormulaLine lines[] = {{R"(\ratefactor{t} = \frac{1}{1 + \decayrate\,\now})",
                                           "Divide by what grows by the rate each time."}};

  explicit InverseTimeSchedule(const Parameters& parameters) : rate_(parameters.rate) {}

  double factor(double time) const noexcept { return 1.0 / (1.0 + rate_ * time); }

 private:
  double rate_;
};

}  // namespace fall_line
