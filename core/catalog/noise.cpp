// A bowl that is seen through noise, and what noise leaves of a run on it.

#include "core/catalog/catalog.hpp"
#include "core/derivations/noise_floor.hpp"
#include "core/problems/declare_problem.hpp"
#include "core/problems/noisy_bowl.hpp"

namespace fall_line {

std::span<const ProblemDeclaration> noisy_landscapes() {
  static constexpr ProblemDeclaration list[] = {declare_problem<NoisyBowl>()};
  return list;
}

std::span<const DerivationDeclaration> noise_derivations() {
  static const DerivationDeclaration list[] = {noise_floor()};
  return list;
}

}  // namespace fall_line
