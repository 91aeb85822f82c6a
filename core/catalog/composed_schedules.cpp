// Schedules that a reader puts together.

#include "core/catalog/catalog.hpp"
#include "core/schedules/declare_schedule.hpp"
#include "core/schedules/pieces_schedule.hpp"

namespace fall_line {

std::span<const ScheduleDeclaration> composed_schedules() {
  static constexpr ScheduleDeclaration list[] = {declare_schedule<PiecesSchedule>()};
  return list;
}

}  // namespace fall_line
