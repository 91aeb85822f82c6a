// The checks have teeth: BFGS written out once more passes them, and each of its deliberately wrong
// versions fails. On quadratics, where an exact line search is one division.

#include <gtest/gtest.h>

#include "core/numerics/sum.hpp"
#include "core/optimizers/bfgs.hpp"
#include "tests/core/mutation.hpp"

namespace fall_line::mutation_bfgs_test {

enum class Fault {
  none,
  uphill,            // + where the direction has −
  change_reversed,   // y = g − g⁺
  weight_of_step,    // 1/(ΔᵀΔ) in place of 1/(yᵀΔ)
  rank_one_missing,  // H without ρΔΔᵀ
  update_added,      // I + ρΔyᵀ
  too_far,           // twice the exact step: Wolfe's curvature condition fails
};

template <Fault fault>
struct BfgsWith : test::DeclaredAs<Bfgs> {
  static constexpr auto& options = Bfgs::options;
  BfgsWith(const Bfgs::Hyperparameters& values, Index n)
      : hyperparameters(values), inverse(Vector::Zero(n * n)) {
    for (Index i = 0; i < n; ++i) inverse[i * (n + 1)] = 1.0;
  }

  template <class AnyTape>
  StepStatus step(double* theta, Index n, Objective& objective, AnyTape tape) noexcept {
    Vector g(n), d(n), hessian(n * n), product(n), next(n), y(n), delta(n);
    objective.gradient(theta, g.data());
    objective.hessian(theta, hessian.data());
    test::along(inverse, g, d);
    if (fault != Fault::uphill) d = -d;
    const double exact = -dot(g.data(), d.data(), n) / test::along(hessian, d, product);
    const double factor = fault == Fault::too_far ? 2.0 * exact : exact;
    for (Index i = 0; i < n; ++i) {
      delta[i] = factor * d[i];
      theta[i] += delta[i];
    }
    objective.gradient(theta, next.data());
    for (Index i = 0; i < n; ++i) {
      y[i] = fault == Fault::change_reversed ? g[i] - next[i] : next[i] - g[i];
    }
    const Vector& divisor = fault == Fault::weight_of_step ? delta : y;
    const double weight = 1.0 / dot(divisor.data(), delta.data(), n);
    const double sign = fault == Fault::update_added ? 1.0 : -1.0;
    Vector left(n * n), half(n * n), updated(n * n);
    for (Index i = 0; i < n * n; ++i) {
      left[i] = (i % (n + 1) == 0 ? 1.0 : 0.0) + sign * weight * delta[i / n] * y[i % n];
    }
    for (Index i = 0; i < n; ++i) {
      for (Index k = 0; k < n; ++k) {
        half[i * n + k] = 0.0;
        for (Index j = 0; j < n; ++j) half[i * n + k] += left[i * n + j] * inverse[j * n + k];
      }
    }
    for (Index i = 0; i < n; ++i) {
      for (Index k = 0; k < n; ++k) {
        const bool added = fault != Fault::rank_one_missing;
        updated[i * n + k] = added ? weight * delta[i] * delta[k] : 0.0;
        for (Index j = 0; j < n; ++j) updated[i * n + k] += half[i * n + j] * left[k * n + j];
      }
    }
    inverse = updated;
    tape.scalar(Bfgs::step_factor_index, factor);
    tape.scalar(Bfgs::mix_quantity, 1.0);
    tape.scalar(Bfgs::gain_quantity, 1.0);
    tape.scalar(Bfgs::weight_quantity, weight);
    for (Index i = 0; i < n * n; ++i) tape.vector(Bfgs::inverse_hessian_index, i, inverse[i]);
    for (Index i = 0; i < n; ++i) {
      tape.vector(Bfgs::direction_index, i, d[i]);
      tape.vector(Bfgs::gradient_after_index, i, next[i]);
      tape.vector(Bfgs::y_quantity, i, y[i]);
      tape.vector(Bfgs::r_quantity, i, y[i]);
      tape.vector(Bfgs::delta_index, i, delta[i]);
    }
    return StepStatus::ok;
  }

  template <class AnyTape>
  void record_initial(Index n, AnyTape tape) const noexcept {
    for (Index i = 0; i < n * n; ++i) tape.vector(Bfgs::inverse_hessian_index, i, inverse[i]);
  }

  Bfgs::Hyperparameters hyperparameters;
  Vector inverse;
};

/// The lines about H, and besides: n exact steps on a quadratic end at its minimum, where H is the
/// inverse Hessian. (The weight is a factor no line defines.)
template <Fault fault>
bool bfgs_passes() {
  const auto method = declare_method<BfgsWith<fault>>();
  if (!test::passes(method, {{"guard", "skip"}}, 2)) return false;
  const auto problem = find_problem("booth").create({});
  Random random(1);
  Objective objective(*problem, random);
  const auto stepper = method.create({}, objective);
  std::vector<double> theta = problem->start();
  for (int i = 0; i < 2; ++i) {
    if (stepper->step(theta, {}, &objective) != StepStatus::ok) return false;
  }
  return problem->value(theta.data()) <= 1e-20;
}

TEST(Mutation, BfgssChecksRejectItsWrongVersions) {
  EXPECT_TRUE(bfgs_passes<Fault::none>());
  EXPECT_FALSE(bfgs_passes<Fault::uphill>());
  EXPECT_FALSE(bfgs_passes<Fault::change_reversed>());
  EXPECT_FALSE(bfgs_passes<Fault::weight_of_step>());
  EXPECT_FALSE(bfgs_passes<Fault::rank_one_missing>());
  EXPECT_FALSE(bfgs_passes<Fault::update_added>());
  EXPECT_FALSE(bfgs_passes<Fault::too_far>());
}

}  // namespace fall_line::mutation_bfgs_test
