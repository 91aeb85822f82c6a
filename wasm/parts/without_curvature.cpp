// Stands in for core/catalog/curvature.cpp in the engine of pages that take gradient steps alone:
// the linker then leaves out every second-order method and the analyses.

#include "core/catalog/catalog.hpp"

namespace fall_line {

std::span<const MethodDeclaration> curvature_methods() { return {}; }
std::span<const AnalysisDeclaration> curvature_analyses() { return {}; }

}  // namespace fall_line
