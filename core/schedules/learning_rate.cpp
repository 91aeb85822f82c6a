#include "core/schedules/learning_rate.hpp"

#include <cmath>

#include "core/catalog/catalog.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/catalog/owner.hpp"
#include "core/schedules/progress.hpp"

namespace fall_line {

SettingDeclarations time_settings() { return declarations_by<LearningRate>(); }

LearningRate::LearningRate(std::string_view schedule, const Settings& settings, double base,
                           Index steps_per_epoch)
    : schedule_(find_schedule(schedule).create(settings_among(time_settings(), settings, false))),
      time_(with_settings<LearningRate, TimeSettings>(
          "schedule.", settings_among(time_settings(), settings, true))),
      base_(base),
      steps_per_epoch_(static_cast<double>(steps_per_epoch)) {
  if (!std::isfinite(schedule_->factor(time_.first_time))) {
    throw InvalidArgument("schedule.first_time", short_text(time_.first_time),
                          "1 or more: this schedule divides by zero at time 0");
  }
}

double LearningRate::time(Index step) const noexcept {
  double time = static_cast<double>(step);
  if (time_.unit != Unit::step) time /= steps_per_epoch_;
  if (time_.unit == Unit::epoch) time = std::floor(time);
  return time_.first_time + time;
}

double LearningRate::factor(Index step) const noexcept {
  const double now = time(step), elapsed = now - time_.first_time;
  if (elapsed < time_.warmup) {
    return between(time_.warmup_from, 1.0, elapsed / time_.warmup);
  }
  return schedule_->factor(now - time_.warmup);
}

}  // namespace fall_line
