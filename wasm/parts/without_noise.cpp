// Stands in for core/catalog/noise.cpp in the engines of pages that show no noisy bowl.

#include "core/catalog/catalog.hpp"

namespace fall_line {

std::span<const ProblemDeclaration> noisy_landscapes() { return {}; }
std::span<const DerivationDeclaration> noise_derivations() { return {}; }

}  // namespace fall_line
