#pragma once

#include <memory>
#include <string_view>

#include "core/numerics/floating_point.hpp"
#include "core/schedules/schedule.hpp"

namespace fall_line {

/// The learning rate of every step of a run: a base rate times a schedule's factor, with a
/// warm-up in front if the reader wants one.
///   time = first_time + step,  or passes through the data in place of steps
///   elapsed = time − first_time
///   factor(step) = warmup_from + (1 − warmup_from)·elapsed/warmup     while elapsed < warmup
///                  schedule's factor at time − warmup                 from then on
///   learning_rate(step) = base · factor(step)
/// So the schedule begins where the warm-up has reached the full rate: the two join where the
/// schedule begins with 1. Settings of its own, beside those of the schedule, are declared in
/// `time_settings`.
class LearningRate {
 public:
  /// What time counts: steps, whole passes through the data, or passes with their fractions.
  enum class Unit { step, epoch, epoch_fraction };

  struct TimeSettings {
    double first_time;
    double warmup;
    double warmup_from;
    Unit unit;
  };

  static constexpr Parameter<TimeSettings> parameters[] = {
      {{.name = "first_time",
        .symbol = "firsttime",
        .letter = "t_0",
        .meaning = "time of the first step: 0, or 1 for rules that count from 1",
        .default_value = 0.0,
        .allowed = {.low = 0.0, .high = 1e6},
        .slider = {.low = 0.0, .high = 10.0},
        .whole = true},
       &TimeSettings::first_time},
      {{.name = "warmup",
        .symbol = "warmup",
        .letter = "w",
        .meaning = "time in which the learning rate grows to its full size; 0: no warm-up",
        .default_value = 0.0,
        .allowed = {.low = 0.0, .high = 1e6},
        .slider = {.low = 0.0, .high = 50.0}},
       &TimeSettings::warmup},
      {{.name = "warmup_from",
        .symbol = "warmupfrom",
        .letter = "s_w",
        .meaning = "share of the learning rate with which the warm-up begins",
        .default_value = 0.0,
        .allowed = {.low = 0.0, .high = 1.0},
        .slider = {.low = 0.0, .high = 1.0}},
       &TimeSettings::warmup_from},
  };
  static constexpr Choice unit_choices[] = {
      {"step", "steps", "time counts steps"},
      {"epoch", "epochs",
       "time counts passes through the data, and moves once a pass: a warm-up from 0 learns "
       "nothing in the whole first one"},
      {"epoch_fraction", "epochs, step by step",
       "time counts passes through the data, and moves with every step"},
  };
  static constexpr Option<TimeSettings> options[] = {
      {{"unit", "Time in", unit_choices},
       [](TimeSettings& settings, int choice) { settings.unit = Unit{choice}; }}};

  /// `settings` are those of the schedule called `schedule`, and of time_settings. Throws
  /// InvalidArgument for a bad one, and for a schedule that is infinite at first_time.
  LearningRate(std::string_view schedule, const Settings& settings, double base,
               Index steps_per_epoch);

  /// Of the step with number `step`, counted from 0.
  double at(Index step) const noexcept { return base_ * factor(step); }

  /// What the base is multiplied by at that step.
  double factor(Index step) const noexcept;

  /// The time of that step.
  double time(Index step) const noexcept;

 private:
  std::unique_ptr<AnySchedule> schedule_;
  TimeSettings time_;
  double base_;
  double steps_per_epoch_;
};

/// How a schedule changes the learning rate of a method, whichever it is.
inline constexpr FormulaLine scheduled_lines[] = {
    {R"(\lratenow{t} = \lrate\,\ratefactor{t})",
     "The schedule multiplies the learning rate that was set."}};

/// The settings that every schedule has beside its own.
SettingDeclarations time_settings();

}  // namespace fall_line
