// The checks have teeth: Newton's method written out once more passes them, and each of its
// deliberately wrong versions fails. On quadratics.

#include <gtest/gtest.h>

#include <cmath>

#include "core/numerics/sum.hpp"
#include "core/optimizers/newton.hpp"
#include "tests/core/mutation.hpp"

namespace fall_line::mutation_newton_test {

enum class Fault {
  none,
  uphill,           // + where the direction has −
  hessian_off,      // a curvature too large by 1
  diagonal_only,    // g over the diagonal of H in place of a solution
  armijo_reversed,  // + where Armijo's condition has the negative slope
  armijo_missing,   // any step is good enough
};

template <Fault fault>
struct NewtonWith : test::DeclaredAs<Newton> {
  static constexpr auto& options = Newton::options;
  NewtonWith(const Newton::Hyperparameters& values, Index) : hyperparameters(values) {}

  template <class AnyTape>
  StepStatus step(double* theta, Index n, Objective& objective, AnyTape tape) noexcept {
    if (n != 2) return StepStatus::singular;
    Vector h(4), g(2), d(2), trial(2);
    const double value = objective.value_and_gradient(theta, g.data());
    objective.hessian(theta, h.data());
    if (fault == Fault::hessian_off) h[3] += 1.0;
    const double determinant = h[0] * h[3] - h[1] * h[2];
    d[0] = -(h[3] * g[0] - h[1] * g[1]) / determinant;
    d[1] = -(h[0] * g[1] - h[2] * g[0]) / determinant;
    if (fault == Fault::diagonal_only) d = -g.cwiseQuotient(Vector{{h[0], h[3]}});
    if (fault == Fault::uphill) d = -d;
    const double slope = dot(g.data(), d.data(), 2);
    double factor = hyperparameters.learning_rate;
    for (bool enough = false; !enough; factor *= enough ? 1.0 : 0.5) {
      for (Index i = 0; i < 2; ++i) trial[i] = theta[i] + factor * d[i];
      const double decrease = 1e-4 * factor * slope;
      enough = hyperparameters.kind == Newton::Kind::pure || fault == Fault::armijo_missing ||
               objective.value(trial.data()) <=
                   (fault == Fault::armijo_reversed ? value - decrease : value + decrease);
    }
    tape.scalar(Newton::shift_index, 0.0);
    tape.scalar(Newton::step_factor_index, factor);
    for (Index i = 0; i < 4; ++i) tape.vector(Newton::hessian_index, i, h[i]);
    for (Index i = 0; i < 2; ++i) {
      const double delta = factor * d[i];
      theta[i] += delta;
      tape.vector(Newton::direction_index, i, d[i]);
      tape.vector(Newton::delta_index, i, delta);
    }
    return StepStatus::ok;
  }

  template <class AnyTape>
  void record_initial(Index, AnyTape) const noexcept {}

  Newton::Hyperparameters hyperparameters;
};

template <Fault fault>
bool newton_passes() {
  return test::passes(declare_method<NewtonWith<fault>>(),
                      {{"kind", "pure"}, {"learning_rate", "0.5"}});
}

TEST(Mutation, NewtonsChecksRejectItsWrongVersions) {
  EXPECT_TRUE(newton_passes<Fault::none>());
  EXPECT_FALSE(newton_passes<Fault::uphill>());
  EXPECT_FALSE(newton_passes<Fault::hessian_off>());
  EXPECT_FALSE(newton_passes<Fault::diagonal_only>());
}

/// Twice Newton's step reaches the other side of the valley, as high as here.
template <Fault fault>
bool damped_newton_passes() {
  return test::passes(declare_method<NewtonWith<fault>>(),
                      {{"kind", "damped"}, {"learning_rate", "2"}}, 1);
}

TEST(Mutation, ArmijosConditionRejectsItsWrongVersions) {
  EXPECT_TRUE(damped_newton_passes<Fault::none>());
  EXPECT_FALSE(damped_newton_passes<Fault::armijo_reversed>());
  EXPECT_FALSE(damped_newton_passes<Fault::armijo_missing>());
}

}  // namespace fall_line::mutation_newton_test
