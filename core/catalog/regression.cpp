// Analyses of regression under a penalty: in an engine of pages of their own, as that of
// classifiers has no room for them.

#include "core/analysis/declare_analysis.hpp"
#include "core/analysis/fitted_examples.hpp"
#include "core/analysis/penalty_level.hpp"
#include "core/analysis/regularization_path.hpp"
#include "core/analysis/ridge_line.hpp"
#include "core/catalog/catalog.hpp"

namespace fall_line {

// clang-format off
// one line an entry, so that two new ones never meet in the same line

std::span<const AnalysisDeclaration> regression_analyses() {
  static constexpr AnalysisDeclaration list[] = {
      declare_analysis<RegularizationPath>(),
      declare_analysis<FittedExamples>(),
      declare_analysis<PenaltyLevel>(),
      declare_analysis<RidgeLine>(),
  };
  return list;
}

// clang-format on

}  // namespace fall_line
