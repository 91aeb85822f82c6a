#pragma once

#include "core/schedules/progress.hpp"
#include "core/schedules/schedule.hpp"

namespace fall_line {

/// One rise from `begin` to the full learning rate, then one fall to `end`, each half a wave of a
/// cosine:
///   peak = rise·total
///   factor(time) = from begin to 1 while time < peak, then from 1 to end until total, then end
class OneCycleSchedule {
 public:
  static constexpr std::string_view name = "one_cycle";
  static constexpr std::string_view title = "One cycle";
  static constexpr std::string_view summary =
      "Up to the full learning rate, and further down again.";
  static constexpr std::string_view source = "Smith & Topin 2018";
  struct Parameters {
    double total;
    double rise;
    double begin;
    double end;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {total_declaration(), &Parameters::total},
      {{.name = "rise",
        .symbol = "raterise",
        .letter = "r",
        .meaning = "share of the time in which it rises",
        .default_value = 0.3,
        .allowed = {.low = 0.0, .high = 1.0, .low_open = true, .high_open = true},
        .slider = {.low = 0.1, .high = 0.9}},
       &Parameters::rise},
      {{.name = "begin",
        .symbol = "ratebegin",
        .letter = "s_0",
        .meaning = "share of the learning rate at the start",
        .default_value = 0.04,
        .allowed = {.low = 0.0, .high = 1.0},
        .slider = {.low = 0.0, .high = 1.0}},
       &Parameters::begin},
      {end_declaration(), &Parameters::end},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\ratefactor{t} = 1 - (1 - \ratebegin)\,\tfrac12\,(1 + \cos(\pi\,\min(1, \frac{\now}{\raterise\,\ratetotal}))) - (1 - \rateend)\,\tfrac12\,(1 - \cos(\pi\,\max(0, \min(1, \frac{\now - \raterise\,\ratetotal}{(1 - \raterise)\,\ratetotal})))))",
       "Take from the full rate what is missing before the peak, then what is lost after it."}};

  explicit OneCycleSchedule(const Parameters& parameters)
      : p_(parameters), peak_(parameters.rise * parameters.total) {}

  double factor(double time) const noexcept {
    if (time < peak_) return cosine_between(p_.begin, 1.0, time / peak_);
    return cosine_between(1.0, p_.end, progress(time - peak_, p_.total - peak_));
  }

 private:
  Parameters p_;
  double peak_;
};

}  // namespace fall_line
