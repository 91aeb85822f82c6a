// Every analysis of several methods side by side.

#include "core/analysis/declare_analysis.hpp"
#include "core/analysis/learning_rate_search.hpp"
#include "core/analysis/race.hpp"
#include "core/analysis/standings.hpp"
#include "core/catalog/catalog.hpp"

namespace fall_line {

// clang-format off
// one line an entry, so that two new ones never meet in the same line

std::span<const AnalysisDeclaration> race_analyses() {
  static constexpr AnalysisDeclaration list[] = {
      declare_analysis<Race>(),
      declare_analysis<Standings>(),
      declare_analysis<LearningRateSearch>(),
  };
  return list;
}

// clang-format on

}  // namespace fall_line
