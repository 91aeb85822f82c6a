#pragma once

#include "core/numerics/power.hpp"
#include "core/schedules/progress.hpp"
#include "core/schedules/schedule.hpp"

namespace fall_line {

/// A straight line down to `end`: factor(time) = 1 − (1 − end)·time/total, and end from total on.
class LinearSchedule {
 public:
  static constexpr std::string_view name = "linear";
  static constexpr std::string_view title = "Linear";
  static constexpr std::string_view summary = "A straight line down, then constant.";
  static constexpr std::string_view source = "lecture 0";
  struct Parameters {
    double total;
    double end;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {total_declaration(), &Parameters::total},
      {end_declaration(), &Parameters::end},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\ratefactor{t} = 1 - (1 - \rateend)\,\min(1, \frac{\now}{\ratetotal}))",
       "Go down by the same amount each time, until the end."}};

  explicit LinearSchedule(const Parameters& parameters) : p_(parameters) {}

  double factor(double time) const noexcept {
    return between(1.0, p_.end, progress(time, p_.total));
  }

 private:
  Parameters p_;
};

/// A power of what is left of the time:
///   factor(time) = end + (1 − end)·(1 − time/total)^power,  and end from total on.
class PolynomialSchedule {
 public:
  static constexpr std::string_view name = "polynomial";
  static constexpr std::string_view title = "Polynomial";
  static constexpr std::string_view summary = "Down as a power of the time that is left.";
  static constexpr std::string_view source = "Chen et al. 2018, DeepLab";
  struct Parameters {
    double total;
    double end;
    double power;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {total_declaration(), &Parameters::total},
      {end_declaration(), &Parameters::end},
      {{.name = "power",
        .symbol = "ratepower",
        .letter = "p",
        .meaning = "1: a straight line; 2: a parabola that lands flat",
        .default_value = 2.0,
        .allowed = {.low = 0.0, .high = 10.0, .low_open = true},
        .slider = {.low = 0.5, .high = 5.0}},
       &Parameters::power},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\ratefactor{t} = \rateend + (1 - \rateend)\,(1 - \min(1, \frac{\now}{\ratetotal}))^{\ratepower})",
       "Take a power of the share of time that is left."}};

  explicit PolynomialSchedule(const Parameters& parameters) : p_(parameters) {}

  double factor(double time) const noexcept {
    return between(p_.end, 1.0, fall_line::power(1.0 - progress(time, p_.total), p_.power));
  }

 private:
  Parameters p_;
};

}  // namespace fall_line
