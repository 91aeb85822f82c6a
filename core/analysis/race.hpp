#pragma once

#include "core/analysis/analysis.hpp"
#include "core/analysis/race_course.hpp"
#include "core/analysis/seed.hpp"

namespace fall_line {

/// Several methods on one problem from many starts: who is first within `target` of the lowest
/// value. One row a start. Start 0 is the subject's own; starts 1, 2, … are uniform in the
/// problem's window, and the same for the same seed whichever of them are asked for. Vectors have
/// an entry for every entrant. At the same cost the lower loss wins, then who is named first.
class Race {
 public:
  static constexpr std::string_view name = "race";
  static constexpr std::string_view title = "A race from many starts";
  static constexpr std::string_view summary =
      "Which of several methods is first at the bottom, from each of many starts.";
  static constexpr std::string_view source = "Moré & Wild 2009, section 2";

  struct Parameters : RaceCourse {
    double first;
    double count;
    double seed;
    std::string entrants;
    std::string step_times;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "first",
        .symbol = "firststart",
        .letter = "k_0",
        .meaning = "number of the first start; 0 is the subject’s own",
        .default_value = 1.0,
        .allowed = {.low = 0.0, .high = 1e6},
        .slider = {.low = 0.0, .high = 100.0},
        .whole = true},
       &Parameters::first},
      {{.name = "count",
        .symbol = "startcount",
        .letter = "N",
        .meaning = "how many starts",
        .default_value = 20.0,
        .allowed = {.low = 1.0, .high = 1000.0},
        .slider = {.low = 10.0, .high = 1000.0},
        .scale = Scale::log,
        .whole = true},
       &Parameters::count},
      {seed_declaration(), &Parameters::seed},
      race_target<Parameters>,
      race_budget<Parameters>,
  };
  static constexpr Option<Parameters> options[] = {race_cost<Parameters>};
  static constexpr Text<Parameters> texts[] = {
      {{"entrants", "Methods",
        "the methods with their settings: adam,learning_rate=0.1;momentum. Empty: the subject’s "
        "own",
        ""},
       &Parameters::entrants},
      {{"step_times", "Time of a step",
        "what a step of each method takes, in the unit of the budget: 1,1.3. Needed where time is "
        "the cost",
        ""},
       &Parameters::step_times},
  };

  enum : int { number, x, y, winner, cost, loss };
  static constexpr Quantity quantities[] = {
      {"number", "startnumber", "k", "number of the start", Shape::scalar, Role::factor},
      {"x", "startx", "x_0", "where the race begins, across", Shape::scalar, Role::parameter},
      {"y", "starty", "y_0", "where the race begins, up", Shape::scalar, Role::parameter},
      {"winner", "racewinner", "w",
       "number of the method that is first, from 1; 0 where none arrives", Shape::scalar,
       Role::factor},
      {"cost", "racecost", "c", "what each method has spent when it arrives", Shape::vector,
       Role::step},
      {"loss", "raceloss", "f", "value of the function then, or when the budget is spent",
       Shape::vector, Role::loss},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\racecost{t} \le \racebudget)", "Who arrives has stayed within the budget."}};

  /// Throws InvalidArgument for a problem that is not of the plane, and for an entrant that cannot
  /// run on it.
  static Trace table(const Parameters& parameters, const RunSpec& subject);
};

}  // namespace fall_line
