#include "tests/core/schedule_check.hpp"

#include <cmath>

#include "core/trace/trace.hpp"
#include "tests/core/formula_check.hpp"
#include "tests/core/input_quantities.hpp"

namespace fall_line::test {

std::vector<std::string> schedule_faults(const AnySchedule& schedule,
                                         const std::vector<FormulaLine>& lines,
                                         const SettingDeclarations& declarations,
                                         const Settings& settings) {
  constexpr Index last_time = 60;
  Trace table(schedule_columns(), 1);
  table.reserve(last_time + 1);
  std::vector<std::string> faults;
  const Index first = std::isfinite(schedule.factor(0.0)) ? 0 : 1;
  for (Index time = 0; time <= last_time; ++time) {
    const double factor = schedule.factor(static_cast<double>(time));
    table.append_row().scalar(0, factor);
    if (time < first || (std::isfinite(factor) && factor >= 0.0)) continue;
    faults.push_back("factor(" + std::to_string(time) + ") = " + std::to_string(factor));
  }
  const auto wrong = formula_faults(lines, declarations, settings, {&table}, {.first = first});
  faults.insert(faults.end(), wrong.begin(), wrong.end());
  return faults;
}

}  // namespace fall_line::test
