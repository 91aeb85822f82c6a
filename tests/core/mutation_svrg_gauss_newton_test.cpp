// The checks have teeth: SVRG and Gauss–Newton written out once more pass them, and each of their
// deliberately wrong versions fails.

#include <gtest/gtest.h>

#include "core/optimizers/gauss_newton.hpp"
#include "core/optimizers/svrg.hpp"
#include "tests/core/mutation.hpp"

namespace fall_line::mutation_svrg_gauss_newton_test {

enum class Fault {
  none,
  anchor_forgotten,      // the full gradient is not added back
  snapshot_not_removed,  // the batch's gradient at the snapshot is not subtracted
  signs_exchanged,
  uphill,
  snapshot_late,  // taken after the step, not before
};

/// SVRG with a new snapshot every third step.
template <Fault fault>
struct SvrgWith : test::DeclaredAs<Svrg> {
  static constexpr Needs needs = Needs::terms;
  SvrgWith(const Svrg::Hyperparameters& values, Index n)
      : hyperparameters(values), snapshot(Vector::Zero(n)), anchor(Vector::Zero(n)) {}

  template <class AnyTape>
  StepStatus step(double* theta, Index n, Objective& objective, AnyTape tape) noexcept {
    const bool fresh = taken++ % 3 == 0;
    Eigen::Map<Vector> x(theta, n);
    if (fresh) {
      snapshot = x;
      objective.full_gradient(snapshot.data(), anchor.data());
    }
    Vector here(n), there(n);
    objective.gradient(theta, here.data());
    objective.gradient(snapshot.data(), there.data());
    Vector estimate = here - there + anchor;
    if (fault == Fault::anchor_forgotten) estimate = here - there;
    if (fault == Fault::snapshot_not_removed) estimate = here + anchor;
    if (fault == Fault::signs_exchanged) estimate = there - here + anchor;
    const double rate = hyperparameters.learning_rate;
    const Vector delta = (fault == Fault::uphill ? rate : -rate) * estimate;
    x += delta;
    if (fresh && fault == Fault::snapshot_late) snapshot = x;
    tape.scalar(Svrg::fresh_quantity, fresh ? 1.0 : 0.0);
    for (Index i = 0; i < n; ++i) {
      tape.vector(Svrg::snapshot_quantity, i, snapshot[i]);
      tape.vector(Svrg::anchor_quantity, i, anchor[i]);
      tape.vector(Svrg::batch_gradient, i, here[i]);
      tape.vector(Svrg::batch_gradient_at_snapshot, i, there[i]);
      tape.vector(Svrg::estimate_quantity, i, estimate[i]);
      tape.vector(Svrg::delta_index, i, delta[i]);
    }
    return StepStatus::ok;
  }

  template <class AnyTape>
  void record_initial(Index n, AnyTape tape) const noexcept {
    for (Index i = 0; i < n; ++i) tape.vector(Svrg::snapshot_quantity, i, 0.0);
  }

  Svrg::Hyperparameters hyperparameters;
  Vector snapshot, anchor;
  int taken = 0;
};

template <Fault fault>
bool svrg_passes() {
  const auto judged =
      test::judge_method(declare_method<SvrgWith<fault>>(), Svrg::lines,
                         {{"learning_rate", "1e-4"}}, find_problem("linear_regression"), 7);
  return judged.taken == 7 && judged.finite && judged.faults.empty();
}

TEST(Mutation, SvrgsChecksRejectItsWrongVersions) {
  EXPECT_TRUE(svrg_passes<Fault::none>());
  EXPECT_FALSE(svrg_passes<Fault::anchor_forgotten>());
  EXPECT_FALSE(svrg_passes<Fault::snapshot_not_removed>());
  EXPECT_FALSE(svrg_passes<Fault::signs_exchanged>());
  EXPECT_FALSE(svrg_passes<Fault::uphill>());
  EXPECT_FALSE(svrg_passes<Fault::snapshot_late>());
}

enum class Slip {
  none,
  factor_two,    // 2Jᵀr beside JᵀJ
  jacobian_off,  // one entry of JᵀJ too large
  uphill,
  residuals_late,  // those after the step
};

/// Gauss–Newton in two dimensions.
template <Slip slip>
struct GaussNewtonWith {
  using Hyperparameters = GaussNewton::Hyperparameters;
  static constexpr std::string_view name = GaussNewton::name, title = "", summary = "", source = "";
  static constexpr auto& quantities = GaussNewton::quantities;
  static constexpr auto& lines = GaussNewton::lines;
  static constexpr Needs needs = Needs::residuals;
  GaussNewtonWith(const GaussNewton::Hyperparameters& values, const Objective&)
      : hyperparameters(values) {}

  template <class AnyTape>
  StepStatus step(double* theta, Index n, Objective& objective, AnyTape tape) noexcept {
    const Index m = objective.residual_count();
    Vector r(m);
    Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> j(m, n);
    objective.residuals(theta, r.data());
    objective.jacobian(theta, j.data());
    Matrix jtj = j.transpose() * j;
    if (slip == Slip::jacobian_off) jtj(1, 1) += 1.0;
    Vector jtr = j.transpose() * r;
    const double side = slip == Slip::factor_two ? -2.0 : slip == Slip::uphill ? 1.0 : -1.0;
    const double determinant = jtj(0, 0) * jtj(1, 1) - jtj(0, 1) * jtj(1, 0);
    const Vector delta = side / determinant *
                         Eigen::Vector2d(jtj(1, 1) * jtr[0] - jtj(0, 1) * jtr[1],
                                         jtj(0, 0) * jtr[1] - jtj(1, 0) * jtr[0]);
    for (Index i = 0; i < n; ++i) theta[i] += delta[i];
    if (slip == Slip::residuals_late) {
      objective.residuals(theta, r.data());
      jtr = j.transpose() * r;
    }
    for (Index i = 0; i < n * n; ++i) {
      tape.vector(GaussNewton::jtj_quantity, i, jtj(i / n, i % n));
    }
    for (Index i = 0; i < n; ++i) {
      tape.vector(GaussNewton::jtr_quantity, i, jtr[i]);
      tape.vector(GaussNewton::delta_index, i, delta[i]);
    }
    return StepStatus::ok;
  }

  template <class AnyTape>
  void record_initial(Index, AnyTape) const noexcept {}

  double stable_curvature() const noexcept { return not_yet; }

  GaussNewton::Hyperparameters hyperparameters;
};

template <Slip slip>
bool gauss_newton_passes() {
  const auto judged = test::judge_method(declare_method<GaussNewtonWith<slip>>(),
                                         GaussNewton::lines, {}, find_problem("rosenbrock"), 2);
  return judged.taken == 2 && judged.finite && judged.faults.empty();
}

TEST(Mutation, GaussNewtonsChecksRejectItsWrongVersions) {
  EXPECT_TRUE(gauss_newton_passes<Slip::none>());
  EXPECT_FALSE(gauss_newton_passes<Slip::factor_two>());
  EXPECT_FALSE(gauss_newton_passes<Slip::jacobian_off>());
  EXPECT_FALSE(gauss_newton_passes<Slip::uphill>());
  EXPECT_FALSE(gauss_newton_passes<Slip::residuals_late>());
}

}  // namespace fall_line::mutation_svrg_gauss_newton_test
