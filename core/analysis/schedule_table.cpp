#include "core/analysis/schedule_table.hpp"

#include "core/catalog/words.hpp"
#include "core/schedules/learning_rate.hpp"

namespace fall_line {

Trace ScheduleTable::table(const Parameters& parameters, const RunSpec& subject) {
  const LearningRate learning_rate(subject.schedule.empty() ? "constant" : subject.schedule,
                                   subject.schedule_settings, parameters.learning_rate,
                                   static_cast<Index>(parameters.steps_per_epoch));
  Trace table(quantities_by<ScheduleTable>(), 1);
  const auto steps = static_cast<Index>(parameters.steps);
  table.reserve(steps + 1);
  double sum = 0.0, sum_of_squares = 0.0;
  for (Index step = 0; step <= steps; ++step) {
    const Tape tape = table.append_row();
    tape.scalar(0, learning_rate.time(step));
    tape.scalar(1, learning_rate.factor(step));
    const double rate = learning_rate.at(step);
    tape.scalar(2, rate);
    tape.scalar(3, sum += rate);
    tape.scalar(5, static_cast<double>(step));
    tape.scalar(4, sum_of_squares += rate * rate);
  }
  return table;
}

}  // namespace fall_line
