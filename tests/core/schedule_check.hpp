#pragma once

#include <string>
#include <vector>

#include "core/schedules/schedule.hpp"

namespace fall_line::test {

/// What is wrong with a schedule under `settings` at the times 0 … 60: `lines` that do not hold,
/// a factor that is not finite or below zero. Empty when all is well. Time 0 is left out where
/// the factor is infinite there: no run may begin with it.
std::vector<std::string> schedule_faults(const AnySchedule& schedule,
                                         const std::vector<FormulaLine>& lines,
                                         const SettingDeclarations& declarations,
                                         const Settings& settings);

}  // namespace fall_line::test
