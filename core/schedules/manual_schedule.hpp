#pragma once

#include "core/schedules/progress.hpp"
#include "core/schedules/schedule.hpp"
#include "core/schedules/time_table.hpp"

namespace fall_line {

/// A table of factors over time, "0:1, 30:0.1": each holds until the next, or straight lines
/// join them. Before the first entry its factor, after the last that one's. With a learning rate
/// of 1 the factors are the learning rates themselves.
class ManualSchedule {
 public:
  static constexpr std::string_view name = "manual";
  static constexpr std::string_view title = "By hand";
  static constexpr std::string_view summary = "What a table says, from each of its times on.";
  static constexpr std::string_view source = "lecture 1";

  enum class Between { hold, line };
  struct Parameters {
    Between between;
    std::string table;
  };
  static constexpr Choice between_choices[] = {
      {"hold", "hold", "each factor holds until the next time of the table"},
      {"line", "straight lines", "straight lines from one entry to the next"},
  };
  static constexpr Option<Parameters> options[] = {
      {{"between", "Between the entries", between_choices},
       [](Parameters& parameters, int choice) { parameters.between = Between{choice}; }}};
  static constexpr Text<Parameters> texts[] = {
      {{"table", "Table", "time:factor of the learning rate, times ascending: 0:1, 30:0.1",
        "0:1, 30:0.1, 60:0.01"},
       &Parameters::table}};
  static constexpr FormulaLine lines[] = {
      {R"(\ratefactor{t} \ge 0)", "What the table says; it only has to be no number below 0."}};

  explicit ManualSchedule(const Parameters& parameters)
      : between_(parameters.between),
        table_(parse_time_table("schedule.table", parameters.table, true)) {}

  double factor(double time) const noexcept {
    const std::size_t begun = entries_by(table_, time);
    if (begun == 0) return table_.front().value;
    const TimeEntry& last = table_[begun - 1];
    if (between_ == Between::hold || begun == table_.size()) return last.value;
    const TimeEntry& next = table_[begun];
    return between(last.value, next.value, (time - last.time) / (next.time - last.time));
  }

 private:
  Between between_;
  std::vector<TimeEntry> table_;
};

}  // namespace fall_line
