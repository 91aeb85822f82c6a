#pragma once

#include "core/catalog/owner.hpp"
#include "core/schedules/schedule.hpp"

namespace fall_line {

/// The concrete schedule `Schedule` behind the AnySchedule interface.
template <class Schedule>
class ScheduleByName final : public AnySchedule {
 public:
  explicit ScheduleByName(const typename Schedule::Parameters& parameters)
      : schedule_(parameters) {}

  double factor(double time) const noexcept override { return schedule_.factor(time); }

 private:
  Schedule schedule_;
};

/// Everything the catalog says of `Schedule`, gathered from its own declarations.
template <class Schedule>
constexpr ScheduleDeclaration declare_schedule() {
  using Parameters = typename Schedule::Parameters;
  return {
      .name = Schedule::name,
      .title = for_readers(Schedule::title),
      .summary = for_readers(Schedule::summary),
      .source = for_readers(Schedule::source),
      .settings = declarations_by<Schedule>(),
      .lines = for_readers(Schedule::lines),
      .create_with = [](const SettingValues& values) -> std::unique_ptr<AnySchedule> {
        return std::make_unique<ScheduleByName<Schedule>>(owner_of<Schedule, Parameters>(values));
      },
  };
}

}  // namespace fall_line
