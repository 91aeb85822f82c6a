// Every problem that is a formula.

#include "core/catalog/catalog.hpp"
#include "core/problems/ackley.hpp"
#include "core/problems/beale.hpp"
#include "core/problems/booth.hpp"
#include "core/problems/constant_gradient.hpp"
#include "core/problems/declare_problem.hpp"
#include "core/problems/double_well.hpp"
#include "core/problems/exponential.hpp"
#include "core/problems/himmelblau.hpp"
#include "core/problems/monkey_saddle.hpp"
#include "core/problems/noisy_gradient.hpp"
#include "core/problems/parabola.hpp"
#include "core/problems/plateau.hpp"
#include "core/problems/quadratic.hpp"
#include "core/problems/quartic.hpp"
#include "core/problems/rastrigin.hpp"
#include "core/problems/ravine.hpp"
#include "core/problems/rosenbrock.hpp"
#include "core/problems/saddle.hpp"
#include "core/problems/spectral_quadratic.hpp"
#include "core/problems/x_cos_pi_x.hpp"

namespace fall_line {

// clang-format off
// one line an entry, so that two new ones never meet in the same line

std::span<const ProblemDeclaration> landscapes() {
  static constexpr ProblemDeclaration list[] = {
      declare_problem<Booth>(),
      declare_problem<Quadratic>(),
      declare_problem<Ravine>(),
      declare_problem<Rosenbrock>(),
      declare_problem<Beale>(),
      declare_problem<Himmelblau>(),
      declare_problem<Saddle>(),
      declare_problem<MonkeySaddle>(),
      declare_problem<Plateau>(),
      declare_problem<Rastrigin>(),
      declare_problem<Ackley>(),
      declare_problem<Parabola>(),
      declare_problem<Quartic>(),
      declare_problem<DoubleWell>(),
      declare_problem<XCosPiX>(),
      declare_problem<Exponential>(),
      declare_problem<ConstantGradient>(),
      declare_problem<NoisyGradient>(),
      declare_problem<SpectralQuadratic>(),
  };
  return list;
}

// clang-format on

}  // namespace fall_line
