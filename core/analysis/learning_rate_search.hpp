#pragma once

#include "core/analysis/analysis.hpp"
#include "core/analysis/race_course.hpp"

namespace fall_line {

/// One method with learning rate after learning rate, all else as in the subject: with which of
/// them is it first to come within `target` of the lowest value and to stay there until the budget
/// is spent; where it never is, with which does it end lowest. Who only passes by on the way to
/// infinity is not taken. The rates are the ten a decade of the R10 series of preferred numbers,
/// 1, 1.25, 1.6, 2, 2.5, 3.15, 4, 5, 6.3, 8, from lowest to highest. Of rates that do equally well
/// the smallest is the best, or the subject's own if it is among them. One row a rate.
class LearningRateSearch {
 public:
  static constexpr std::string_view name = "learning_rate_search";
  static constexpr std::string_view title = "Searching the learning rate";
  static constexpr std::string_view summary =
      "How a method does with each learning rate of a logarithmic grid.";
  static constexpr std::string_view source = "ISO 3: 1973, preferred numbers; lecture 1";

  struct Parameters : RaceCourse {
    double lowest;
    double highest;
    double step_time;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "lowest",
        .symbol = "lowestrate",
        .letter = "\\alpha_{\\min}",
        .meaning = "smallest learning rate",
        .default_value = 1e-4,
        .allowed = {.low = 1e-9, .high = 1e6},
        .slider = {.low = 1e-6, .high = 1.0},
        .scale = Scale::log},
       &Parameters::lowest},
      {{.name = "highest",
        .symbol = "highestrate",
        .letter = "\\alpha_{\\max}",
        .meaning = "largest learning rate",
        .default_value = 10.0,
        .allowed = {.low = 1e-9, .high = 1e6},
        .slider = {.low = 1e-3, .high = 100.0},
        .scale = Scale::log},
       &Parameters::highest},
      {{.name = "step_time",
        .symbol = "steptime",
        .letter = "\\tau_s",
        .meaning = "time of a step, in the unit of the budget, where time is the cost",
        .default_value = 1.0,
        .allowed = {.low = 1e-4, .high = 1e6},
        .slider = {.low = 0.01, .high = 10.0},
        .scale = Scale::log},
       &Parameters::step_time},
      race_target<Parameters>,
      race_budget<Parameters>,
  };
  static constexpr Option<Parameters> options[] = {race_cost<Parameters>};

  enum : int { learning_rate, cost, loss, best };
  static constexpr Quantity quantities[] = {
      {"learning_rate", "searchrate", "\\alpha", "the learning rate that is tried", Shape::scalar,
       Role::factor},
      {"cost", "searchcost", "c", "what has been spent when it arrives to stay", Shape::scalar,
       Role::step},
      {"loss", "searchloss", "f", "value of the function when the budget is spent", Shape::scalar,
       Role::loss},
      {"best", "searchbest", "b", "1 for the best rate, else 0", Shape::scalar, Role::factor},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\searchcost{t} \le \racebudget)", "Who arrives has stayed within the budget."}};

  /// Throws InvalidArgument for a method without a learning rate, and where lowest > highest.
  static Trace table(const Parameters& parameters, const RunSpec& subject);
};

}  // namespace fall_line
