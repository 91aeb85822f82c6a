#pragma once

#include <cmath>

#include "core/schedules/progress.hpp"
#include "core/schedules/schedule.hpp"

namespace fall_line {

/// Half a wave of a cosine down to `end`:
///   factor(time) = end + (1 − end)·½(1 + cos(π·time/total)),  and end from total on.
class CosineSchedule {
 public:
  static constexpr std::string_view name = "cosine";
  static constexpr std::string_view title = "Cosine";
  static constexpr std::string_view summary = "Half a wave down: slow, fast in the middle, slow.";
  static constexpr std::string_view source = "Loshchilov & Hutter 2017; lectures 0, 2 and 3";
  struct Parameters {
    double total;
    double end;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {total_declaration(), &Parameters::total},
      {end_declaration(), &Parameters::end},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\ratefactor{t} = \rateend + (1 - \rateend)\,\tfrac12\,(1 + \cos(\pi\,\min(1, \frac{\now}{\ratetotal}))))",
       "Follow a cosine from its top at the start to its bottom at the end."}};

  explicit CosineSchedule(const Parameters& parameters) : p_(parameters) {}

  double factor(double time) const noexcept {
    return cosine_between(1.0, p_.end, progress(time, p_.total));
  }

 private:
  Parameters p_;
};

/// The same wave again and again, each beginning with the full learning rate. Wave k = 0, 1, …
/// lasts period·growthᵏ and begins at period·(growthᵏ − 1)/(growth − 1), growth 1 or 2.
class CosineRestarts {
 public:
  static constexpr std::string_view name = "cosine_restarts";
  static constexpr std::string_view title = "Cosine with restarts";
  static constexpr std::string_view summary = "Half a wave down, then back to the top at once.";
  static constexpr std::string_view source = "Loshchilov & Hutter 2017, equation 5";

  enum class Waves { equal, doubling };
  struct Parameters {
    double period;
    double end;
    Waves waves;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "period",
        .symbol = "rateperiod",
        .letter = "T_0",
        .meaning = "time that the first wave takes",
        .default_value = 10.0,
        .allowed = {.low = 1.0, .high = 1e6},
        .slider = {.low = 1.0, .high = 200.0},
        .scale = Scale::log,
        .whole = true},
       &Parameters::period},
      {end_declaration(), &Parameters::end},
  };
  static constexpr Choice waves_choices[] = {
      {"equal", "equal waves", "each as long as the first"},
      {"doubling", "doubling waves", "each twice as long as the one before"},
  };
  static constexpr Option<Parameters> options[] = {
      {{"waves", "Waves", waves_choices},
       [](Parameters& parameters, int choice) { parameters.waves = Waves{choice}; }}};
  static constexpr FormulaLine lines[] = {
      {R"(\ratefactor{t} = \rateend + (1 - \rateend)\,\tfrac12\,(1 + \cos(\pi\,(\frac{\now}{\rateperiod} - \lfloor\frac{\now}{\rateperiod}\rfloor))))",
       "Follow the cosine by the time since the last restart.", "waves", "equal"},
      {R"(\ratefactor{t} = \rateend + (1 - \rateend)\,\tfrac12\,(1 + \cos(\pi\,(\frac{1 + \frac{\now}{\rateperiod}}{2^{\lfloor\frac{\ln(1 + \frac{\now}{\rateperiod})}{\ln(2)}\rfloor}} - 1))))",
       "Restart where the time, counted in first waves, is 1, 3, 7, 15, …", "waves", "doubling"},
  };

  explicit CosineRestarts(const Parameters& parameters) : p_(parameters) {}

  double factor(double time) const noexcept {
    double share = time / p_.period;
    if (p_.waves == Waves::doubling) {
      share += 1.0;
      while (share >= 2.0) share *= 0.5;
    }
    return cosine_between(1.0, p_.end, share - std::floor(share));
  }

 private:
  Parameters p_;
};

}  // namespace fall_line
