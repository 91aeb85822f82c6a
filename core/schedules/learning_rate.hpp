#pragma once

#include <memory>
#include <string_view>

#include "core/numerics/floating_point.hpp"
#include "core/schedules/schedule.hpp"

namespace fall_line {

/// The learning rate of every step of a run: a base rate times a schedule's factor.
///   learning_rate(step) = base · factor(time),  time = step, or epoch = ⌊step / steps_per_epoch⌋
/// Settings of its own, beside those of the schedule, are declared in `time_settings`.
class LearningRate {
 public:
  /// Whether time is counted in steps or in epochs.
  enum class Unit { step, epoch };

  struct TimeSettings {
    Unit unit;
  };

  static constexpr Choice unit_choices[] = {
      {"step", "steps", "time counts steps"},
      {"epoch", "epochs", "time counts passes through the data, and moves once a pass"},
  };
  static constexpr Option<TimeSettings> options[] = {
      {{"unit", "Time in", unit_choices},
       [](TimeSettings& settings, int choice) { settings.unit = Unit{choice}; }}};

  /// `settings` are those of the schedule called `schedule`, and of time_settings. Throws
  /// InvalidArgument for a bad one.
  LearningRate(std::string_view schedule, const Settings& settings, double base,
               Index steps_per_epoch);

  /// Of the step with number `step`, counted from 0.
  double at(Index step) const noexcept;

 private:
  std::unique_ptr<AnySchedule> schedule_;
  TimeSettings time_;
  double base_;
  Index steps_per_epoch_;
};

/// The settings that every schedule has beside its own.
SettingDeclarations time_settings();

}  // namespace fall_line
