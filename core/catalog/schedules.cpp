// Every learning-rate schedule that is a formula or a table.

#include "core/catalog/catalog.hpp"
#include "core/schedules/constant_schedule.hpp"
#include "core/schedules/cosine_schedule.hpp"
#include "core/schedules/declare_schedule.hpp"
#include "core/schedules/exponential_schedule.hpp"
#include "core/schedules/inverse_root_schedule.hpp"
#include "core/schedules/inverse_time_schedule.hpp"
#include "core/schedules/manual_schedule.hpp"
#include "core/schedules/multi_step_schedule.hpp"
#include "core/schedules/one_cycle_schedule.hpp"
#include "core/schedules/polynomial_schedule.hpp"
#include "core/schedules/step_schedule.hpp"

namespace fall_line {

// clang-format off
// one line an entry, so that two new ones never meet in the same line

std::span<const ScheduleDeclaration> simple_schedules() {
  static constexpr ScheduleDeclaration list[] = {
      declare_schedule<ConstantSchedule>(),
      declare_schedule<StepSchedule>(),
      declare_schedule<MultiStepSchedule>(),
      declare_schedule<ExponentialSchedule>(),
      declare_schedule<InverseTimeSchedule>(),
      declare_schedule<InverseRootSchedule>(),
      declare_schedule<LinearSchedule>(),
      declare_schedule<PolynomialSchedule>(),
      declare_schedule<CosineSchedule>(),
      declare_schedule<CosineRestarts>(),
      declare_schedule<OneCycleSchedule>(),
      declare_schedule<ManualSchedule>(),
  };
  return list;
}

// clang-format on

}  // namespace fall_line
