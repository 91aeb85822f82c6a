#pragma once

#include <cmath>

#include "core/schedules/inverse_time_schedule.hpp"

namespace fall_line {

/// One over a square root of time, in the readings of two lectures:
///   shifted   factor(time) = 1 / √(1 + rate·time)
///   printed   factor(time) = rate / √time            infinite at time 0
class InverseRootSchedule {
 public:
  static constexpr std::string_view name = "inverse_root";
  static constexpr std::string_view title = "1/√t";
  static constexpr std::string_view summary = "One over the square root of time: slower than 1/t.";
  static constexpr std::string_view source = "Zinkevich 2003; lectures 1, 3 and 4";

  enum class Reading { shifted, printed };
  struct Parameters {
    double rate;
    Reading reading;
  };
  static constexpr Parameter<Parameters> parameters[] = {{fall_declaration(), &Parameters::rate}};
  static constexpr Choice reading_choices[] = {
      {"shifted", "√(1 + t)", "1/√(1 + rate·t), as in lecture 4, which calls it 1/t decay"},
      {"printed", "√t", "rate/√t, as printed in lecture 1: divides by zero at epoch 0"},
  };
  static constexpr Option<Parameters> options[] = {
      {{"reading", "Under the root", reading_choices},
       [](Parameters& parameters, int choice) { parameters.reading = Reading{choice}; }}};
  static constexpr FormulaLine lines[] = {
      {R"(\ratefactor{t} = \frac{1}{\sqrt{1 + \decayrate\,\now}})",
       "Divide by the root of what grows by the rate each time.", "reading", "shifted"},
      {R"(\ratefactor{t} = \frac{\decayrate}{\sqrt{\now}})",
       "Divide by the root of the time, which must not be 0.", "reading", "printed"},
  };

  explicit InverseRootSchedule(const Parameters& parameters) : p_(parameters) {}

  double factor(double time) const noexcept {
    return p_.reading == Reading::shifted ? 1.0 / std::sqrt(1.0 + p_.rate * time)
                                          : p_.rate / std::sqrt(time);
  }

 private:
  Parameters p_;
};

}  // namespace fall_line
