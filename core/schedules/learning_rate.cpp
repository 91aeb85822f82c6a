#include "core/schedules/learning_rate.hpp"

#include "core/catalog/catalog.hpp"

namespace fall_line {

namespace {

bool is_time_setting(std::string_view name) {
  for (const auto& option : LearningRate::options) {
    if (option.name == name) return true;
  }
  return false;
}

Settings those_of_time(const Settings& settings, bool wanted) {
  Settings chosen;
  for (const auto& setting : settings) {
    if (is_time_setting(setting.first) == wanted) chosen.push_back(setting);
  }
  return chosen;
}

}  // namespace

SettingDeclarations time_settings() { return declarations_by<LearningRate>(); }

LearningRate::LearningRate(std::string_view schedule, const Settings& settings, double base,
                           Index steps_per_epoch)
    : schedule_(find_schedule(schedule).create(those_of_time(settings, false))),
      time_(with_settings<LearningRate, TimeSettings>("schedule.", those_of_time(settings, true))),
      base_(base),
      steps_per_epoch_(steps_per_epoch) {}

double LearningRate::at(Index step) const noexcept {
  const Index time = time_.unit == Unit::epoch ? step / steps_per_epoch_ : step;
  return base_ * schedule_->factor(static_cast<double>(time));
}

}  // namespace fall_line
