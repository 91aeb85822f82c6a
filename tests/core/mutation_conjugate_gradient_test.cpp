// The checks have teeth: conjugate gradients written out once more pass them, and each of their
// deliberately wrong versions fails. On a quadratic, where an exact line search is one division.

#include <gtest/gtest.h>

#include <algorithm>

#include "core/optimizers/conjugate_gradient.hpp"
#include "tests/core/method_at_work.hpp"
#include "tests/core/mutation.hpp"
#include "tests/core/traced_steps.hpp"

namespace fall_line::mutation_conjugate_gradient_test {

using Catalogs = ConjugateGradient;

enum class Fault {
  none,
  uphill,               // + where the direction has −g
  share_subtracted,     // −βd
  step_for_direction,   // the old step in place of the old direction
  share_inverted,       // old over new
  share_one_late,       // β of the step before
  old_gradient,         // gᵀ(g⁺ − g)
  direction_forgotten,  // β = 0: steepest descent
  never_restarts,
};

template <Fault fault>
struct ConjugateGradientWith : test::DeclaredAs<Catalogs> {
  static constexpr auto& options = Catalogs::options;
  ConjugateGradientWith(const Catalogs::Hyperparameters& values, Index n)
      : hyperparameters(values), direction(Vector::Zero(n)) {}

  double next_share(const Vector& g, const Vector& next, const Vector& d) const {
    const Vector change = next - g;
    const double fresh = (fault == Fault::old_gradient ? g : next).dot(change);
    if (fault == Fault::share_inverted) return g.squaredNorm() / next.squaredNorm();
    switch (hyperparameters.formula) {
      case Catalogs::Formula::polak_ribiere:
        return std::max(0.0, fresh / g.squaredNorm());
      case Catalogs::Formula::fletcher_reeves:
        return next.squaredNorm() / g.squaredNorm();
      case Catalogs::Formula::hestenes_stiefel:
        return std::max(0.0, fresh / d.dot(change));
    }
    return not_yet;
  }

  template <class AnyTape>
  StepStatus step(double* theta, Index n, Objective& objective, AnyTape tape) noexcept {
    Vector g(n), next(n), hessian(n * n), product(n);
    objective.gradient(theta, g.data());
    objective.hessian(theta, hessian.data());
    const double keep = since_restart < n || fault == Fault::never_restarts ? 1.0 : 0.0;
    since_restart = keep == 0.0 ? 1 : since_restart + 1;
    const double share = keep * (fault == Fault::share_one_late ? older_beta : beta);
    const Vector kept = (fault == Fault::share_subtracted ? -share : share) *
                        (fault == Fault::step_for_direction ? delta : direction);
    const Vector d = fault == Fault::uphill ? Vector(g + kept) : Vector(kept - g);
    const double factor = -g.dot(d) / test::along(hessian, d, product);
    delta = factor * d;
    for (Index i = 0; i < n; ++i) theta[i] += delta[i];
    objective.gradient(theta, next.data());
    older_beta = beta;
    beta = fault == Fault::direction_forgotten ? 0.0 : next_share(g, next, d);
    direction = d;
    tape.scalar(Catalogs::step_factor_index, factor);
    tape.scalar(Catalogs::keep_quantity, keep);
    tape.scalar(Catalogs::beta_quantity, beta);
    for (Index i = 0; i < n; ++i) {
      tape.vector(Catalogs::direction_index, i, d[i]);
      tape.vector(Catalogs::gradient_after_index, i, next[i]);
      tape.vector(Catalogs::delta_index, i, delta[i]);
    }
    return StepStatus::ok;
  }

  template <class AnyTape>
  void record_initial(Index n, AnyTape tape) const noexcept {
    for (Index i = 0; i < n; ++i) tape.vector(Catalogs::direction_index, i, 0.0);
    tape.scalar(Catalogs::beta_quantity, 0.0);
  }

  Catalogs::Hyperparameters hyperparameters;
  Vector direction, delta = direction;
  double beta = 0.0, older_beta = 0.0;
  Index since_restart = 0;
};

bool restarts_every_n_steps(const MethodDeclaration& method, const Settings& settings) {
  const auto& problem = find_problem("logistic_regression");
  const Index n = problem.create({})->dimension();
  const auto run = test::traced_steps(method, settings, problem, n + 1);
  const int keep = run.trace.find("keep");
  return run.taken() == n + 1 && run.trace.at(keep, n)[0] == 1.0 &&
         run.trace.at(keep, n + 1)[0] == 0.0;
}

/// Whether all lines hold while n exact steps go to the minimum of a quadratic, and the method
/// restarts where it should.
bool passes(const MethodDeclaration& method) {
  constexpr Index n = 5;
  const auto bowl = test::outside_the_catalog<test::BowlOf<n>>("bowl");
  for (const char* formula : {"polak_ribiere", "fletcher_reeves", "hestenes_stiefel"}) {
    const Settings settings = {{"formula", formula}, {"curvature_condition", "0.00011"}};
    if (!test::judge_method(method, Catalogs::lines, settings, bowl, n).faults.empty())
      return false;
    const auto run = test::traced_steps(method, settings, bowl, n);
    if (run.taken() != n || !restarts_every_n_steps(method, settings)) return false;
    const auto of = [&](const char* name, Index row) {
      return run.trace.at(run.trace.find(name), row);
    };
    for (Index row = 1; row <= n; ++row) {
      if (of("keep", row)[0] != 1.0) return false;
    }
    const double last = norm(of("gradient_after", n).data(), n);
    if (!(last <= 1e-6 * norm(of("gradient", 1).data(), n))) return false;
  }
  return true;
}

template <Fault fault>
bool mutant_passes() {
  return passes(declare_method<ConjugateGradientWith<fault>>());
}

TEST(Mutation, ConjugateGradientsChecksRejectTheirWrongVersions) {
  EXPECT_TRUE(passes(find_method("conjugate_gradient")));
  EXPECT_TRUE(mutant_passes<Fault::none>());
  EXPECT_FALSE(mutant_passes<Fault::uphill>());
  EXPECT_FALSE(mutant_passes<Fault::share_subtracted>());
  EXPECT_FALSE(mutant_passes<Fault::step_for_direction>());
  EXPECT_FALSE(mutant_passes<Fault::share_inverted>());
  EXPECT_FALSE(mutant_passes<Fault::share_one_late>());
  EXPECT_FALSE(mutant_passes<Fault::old_gradient>());
  EXPECT_FALSE(mutant_passes<Fault::direction_forgotten>());
  EXPECT_FALSE(mutant_passes<Fault::never_restarts>());
}

}  // namespace fall_line::mutation_conjugate_gradient_test
