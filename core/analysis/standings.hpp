#pragma once

#include "core/analysis/analysis.hpp"

namespace fall_line {

/// The result of races from many starts, one row a method.
///   win_share = wins / starts             standard_error = √(win_share·(1 − win_share) / starts)
///   median_cost: over all starts, one where the method did not arrive counting as beyond every
///                cost; not_yet where that is so of half of them or more
/// The median over arrivals alone would praise a method that arrives from the easy starts only.
class Standings {
 public:
  static constexpr std::string_view name = "standings";
  static constexpr std::string_view title = "Standings";
  static constexpr std::string_view summary =
      "How often each method won a race, how often it arrived, and at what cost.";
  static constexpr std::string_view source = "Moré & Wild 2009, section 2";

  struct Parameters {
    std::string winners;
    std::string costs;
  };
  static constexpr Text<Parameters> texts[] = {
      {{"winners", "Winners", "the number of each start’s winner, from 1; 0 for none: 1,2,1",
        "1,2,1"},
       &Parameters::winners},
      {{"costs", "Costs",
        "what each method spent, start by start; -1 where it did not arrive: 3,5;-1,4;2,-1",
        "3,5;-1,4;2,-1"},
       &Parameters::costs},
  };

  enum : int { method, starts, wins, win_share, standard_error, arrivals, median_cost };
  static constexpr Quantity quantities[] = {
      {"method", "racemethod", "i", "number of the method, from 1", Shape::scalar, Role::factor},
      {"starts", "racestarts", "N", "how many starts", Shape::scalar, Role::factor},
      {"wins", "racewins", "w", "from how many it was first", Shape::scalar, Role::factor},
      {"win_share", "winshare", "p", "from which share of them it was first", Shape::scalar,
       Role::factor},
      {"standard_error", "winerror", "\\sigma_p", "standard error of that share", Shape::scalar,
       Role::factor},
      {"arrivals", "racearrivals", "a", "from how many it arrived", Shape::scalar, Role::factor},
      {"median_cost", "mediancost", "\\tilde c", "what it cost from half of the starts, or less",
       Shape::scalar, Role::step},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\winshare{t} = \frac{\racewins{t}}{\racestarts{t}})", "The share of starts that it won."},
      {R"(\winerror{t} = \sqrt{\frac{\winshare{t}\,(1 - \winshare{t})}{\racestarts{t}}})",
       "How far a share of so many draws may be off."},
      {R"(\racewins{t} \le \racearrivals{t})", "Who wins has arrived."},
  };

  /// Throws InvalidArgument where the texts do not fit together.
  static Trace table(const Parameters& parameters, const RunSpec& subject);
};

}  // namespace fall_line
