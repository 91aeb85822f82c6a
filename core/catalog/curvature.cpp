// Every method that uses curvature.

#include "core/catalog/catalog.hpp"
#include "core/optimizers/bfgs.hpp"
#include "core/optimizers/conjugate_gradient.hpp"
#include "core/optimizers/declare_method.hpp"
#include "core/optimizers/gauss_newton.hpp"
#include "core/optimizers/lbfgs.hpp"
#include "core/optimizers/levenberg_marquardt.hpp"
#include "core/optimizers/newton.hpp"

namespace fall_line {

// clang-format off
// one line an entry, so that two new ones never meet in the same line

std::span<const MethodDeclaration> curvature_methods() {
  static constexpr MethodDeclaration list[] = {
      declare_method<Newton>(),
      declare_method<ConjugateGradient>(),
      declare_method<Bfgs>(),
      declare_method<Lbfgs>(),
      declare_method<GaussNewton>(),
      declare_method<LevenbergMarquardt>(),
  };
  return list;
}

// clang-format on

}  // namespace fall_line
