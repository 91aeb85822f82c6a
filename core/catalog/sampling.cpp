// Analyses of what minibatches make of a gradient, and of a run.

#include "core/analysis/declare_analysis.hpp"
#include "core/analysis/epoch_gain.hpp"
#include "core/analysis/examples_seen.hpp"
#include "core/analysis/gradient_spread.hpp"
#include "core/analysis/minibatch_gradients.hpp"
#include "core/analysis/seed_band.hpp"
#include "core/catalog/catalog.hpp"

namespace fall_line {

// clang-format off
// one line an entry, so that two new ones never meet in the same line

std::span<const AnalysisDeclaration> sampling_analyses() {
  static constexpr AnalysisDeclaration list[] = {
      declare_analysis<MinibatchGradients>(),
      declare_analysis<GradientSpread>(),
      declare_analysis<ExamplesSeen>(),
      declare_analysis<SeedBand>(),
      declare_analysis<EpochGain>(),
  };
  return list;
}

// clang-format on

}  // namespace fall_line
