// Stands in for core/catalog/curvature.cpp in the engine of pages that take gradient steps alone:
// the linker then leaves out every second-order method, and what stands on pages with these alone:
// core/catalog/curvature_landscapes.cpp and core/catalog/composed_schedules.cpp.

#include "core/catalog/catalog.hpp"

namespace fall_line {

std::span<const MethodDeclaration> curvature_methods() { return {}; }
std::span<const ProblemDeclaration> curvature_landscapes() { return {}; }
std::span<const DerivationDeclaration> curvature_derivations() { return {}; }
std::span<const ScheduleDeclaration> composed_schedules() { return {}; }

}  // namespace fall_line
