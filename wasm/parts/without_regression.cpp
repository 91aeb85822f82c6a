// Stands in for core/catalog/regression.cpp and core/catalog/sampling.cpp in the engines of pages
// that ask none of their analyses:
// with them that of classifiers would take more than 110 kB.

#include "core/catalog/catalog.hpp"

namespace fall_line {

std::span<const AnalysisDeclaration> regression_analyses() { return {}; }
std::span<const AnalysisDeclaration> sampling_analyses() { return {}; }

}  // namespace fall_line
