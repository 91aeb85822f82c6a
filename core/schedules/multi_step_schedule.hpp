#pragma once

#include "core/schedules/step_schedule.hpp"
#include "core/schedules/time_table.hpp"

namespace fall_line {

/// A drop at each milestone: factor(time) = drop^(number of milestones ≤ time).
class MultiStepSchedule {
 public:
  static constexpr std::string_view name = "multi_step";
  static constexpr std::string_view title = "Steps at milestones";
  static constexpr std::string_view summary = "Constant, with a drop at each of the given times.";
  static constexpr std::string_view source = "lecture 3: ten times less at epochs 30, 60 and 90";
  struct Parameters {
    double drop;
    std::string milestones;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {drop_declaration(0.1), &Parameters::drop}};
  static constexpr Text<Parameters> texts[] = {
      {{"milestones", "Milestones", "the times of the drops, ascending: 30, 60, 90", "30, 60, 90"},
       &Parameters::milestones}};
  static constexpr FormulaLine lines[] = {
      {R"(\ratefactor{t} \le \ratefactor{t-1})", "The learning rate stays, or falls."},
      {R"(\ratedrop\,\ratefactor{t-1} \le \ratefactor{t})",
       "It keeps at least the share of one drop: each milestone drops it once."},
  };

  explicit MultiStepSchedule(const Parameters& parameters)
      : drop_(parameters.drop),
        milestones_(parse_time_table("schedule.milestones", parameters.milestones, false)) {}

  double factor(double time) const noexcept {
    return power(drop_, static_cast<double>(entries_by(milestones_, time)));
  }

 private:
  double drop_;
  std::vector<TimeEntry> milestones_;
};

}  // namespace fall_line
