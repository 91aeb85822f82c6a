// Stands in for core/catalog/learning.cpp in the engines of pages that are about formulas alone:
// the linker then leaves out regression, every loss and every dataset.

#include "core/catalog/catalog.hpp"

namespace fall_line {

std::span<const ProblemDeclaration> regressions() { return {}; }
std::span<const AnalysisDeclaration> learning_analyses() { return {}; }
std::span<const LossDeclaration> losses() { return {}; }
std::span<const DatasetDeclaration> datasets() { return {}; }
std::span<const LossDerivationDeclaration> loss_derivations() { return {}; }

}  // namespace fall_line
