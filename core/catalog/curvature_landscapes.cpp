// Problems that are a formula, and derivations about runs, which stand only on pages with
// curvature: in the engines of other pages they would take room for nothing.

#include "core/catalog/catalog.hpp"
#include "core/derivations/newton_step.hpp"
#include "core/problems/declare_problem.hpp"
#include "core/problems/line_fit.hpp"
#include "core/problems/quadratic_form.hpp"

namespace fall_line {

// clang-format off
// one line an entry, so that two new ones never meet in the same line

std::span<const ProblemDeclaration> curvature_landscapes() {
  static constexpr ProblemDeclaration list[] = {
      declare_problem<QuadraticForm>(),
      declare_problem<LineFit>(),
  };
  return list;
}

std::span<const DerivationDeclaration> curvature_derivations() {
  static const DerivationDeclaration list[] = {
      newton_step(),
  };
  return list;
}

// clang-format on

}  // namespace fall_line
