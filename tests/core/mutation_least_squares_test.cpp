// The checks have teeth: Levenberg–Marquardt written out once more passes them, and each of its
// deliberately wrong versions fails.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/optimizers/levenberg_marquardt.hpp"
#include "tests/core/mutation.hpp"

namespace fall_line::mutation_least_squares_test {

using Catalogs = LevenbergMarquardt;

enum class Fault {
  none,
  factor_two,         // the whole gradient beside JᵀJ: lecture 1
  jacobian_off,       // one entry of JᵀJ too large
  damping_missing,    // Gauss–Newton in disguise
  damping_plain,      // λ·I in place of λ·diag(JᵀJ)
  gain_inverted,      // predicted over actual
  damping_grows,      // tenfold after a success
  always_accepted,    // uphill too
  prediction_linear,  // only the slope, not the curvature
};

/// In two dimensions, with the classical update of the damping.
template <Fault fault>
struct DampedWith : test::DeclaredAs<Catalogs> {
  static constexpr auto& options = Catalogs::options;
  static constexpr Needs needs = Needs::residuals;
  DampedWith(const Catalogs::Hyperparameters& values, const Objective&)
      : hyperparameters(values), damping(values.initial_damping) {}

  template <class AnyTape>
  StepStatus step(double* theta, Index n, Objective& objective, AnyTape tape) noexcept {
    const Index m = objective.residual_count();
    Vector r(m), j(m * n), trial_r(m), trial_theta(2);
    objective.residuals(theta, r.data());
    objective.jacobian(theta, j.data());
    double jtj[4] = {}, jtr[2] = {}, value = 0.0, trial_value = 0.0;
    for (Index k = 0; k < m; ++k) {
      value += r[k] * r[k];
      for (Index i = 0; i < 4; ++i) jtj[i] += j[k * 2 + i / 2] * j[k * 2 + i % 2];
      for (Index i = 0; i < 2; ++i) jtr[i] += j[k * 2 + i] * r[k];
    }
    if (fault == Fault::jacobian_off) jtj[3] += 1.0;
    double scaling[2];
    for (Index i = 0; i < 2; ++i) {
      scaling[i] = fault == Fault::damping_plain ? 1.0 : std::max(1e-6, jtj[3 * i]);
    }
    const double used = fault == Fault::damping_missing ? 0.0 : damping;
    const double a = jtj[0] + used * scaling[0], b = jtj[1], d = jtj[3] + used * scaling[1];
    const double side = fault == Fault::factor_two ? 2.0 : 1.0, determinant = a * d - b * b;
    const double p[] = {-side * (d * jtr[0] - b * jtr[1]) / determinant,
                        -side * (a * jtr[1] - b * jtr[0]) / determinant};
    double predicted = 0.0;
    for (Index i = 0; i < 2; ++i) {
      predicted -= 2.0 * p[i] * jtr[i];
      if (fault == Fault::prediction_linear) continue;
      for (Index k = 0; k < 2; ++k) predicted -= p[i] * jtj[i * 2 + k] * p[k];
    }
    for (Index i = 0; i < 2; ++i) trial_theta[i] = theta[i] + p[i];
    objective.residuals(trial_theta.data(), trial_r.data());
    for (Index k = 0; k < m; ++k) trial_value += trial_r[k] * trial_r[k];
    const double gain = fault == Fault::gain_inverted ? predicted / (value - trial_value)
                                                      : (value - trial_value) / predicted;
    const bool accepted = gain > 0.0 || fault == Fault::always_accepted;
    damping *= accepted == (fault != Fault::damping_grows) ? 0.1 : 10.0;
    for (Index i = 0; i < 4; ++i) {
      tape.vector(Catalogs::jtj_quantity, i, jtj[i]);
      tape.vector(Catalogs::scaling_quantity, i, i % 3 == 0 ? scaling[i / 3] : 0.0);
    }
    tape.scalar(Catalogs::trial_loss, trial_value);
    tape.scalar(Catalogs::predicted_quantity, predicted);
    tape.scalar(Catalogs::gain_ratio, gain);
    tape.scalar(Catalogs::accepted_quantity, accepted ? 1.0 : 0.0);
    tape.scalar(Catalogs::damping_factor, damping);
    tape.scalar(Catalogs::growth_quantity, 10.0);
    for (Index i = 0; i < 2; ++i) {
      const double delta = accepted ? p[i] : 0.0;
      theta[i] += delta;
      tape.vector(Catalogs::jtr_quantity, i, jtr[i]);
      tape.vector(Catalogs::trial_quantity, i, p[i]);
      tape.vector(Catalogs::delta_index, i, delta);
    }
    return StepStatus::ok;
  }

  template <class AnyTape>
  void record_initial(Index, AnyTape tape) const noexcept {
    tape.scalar(Catalogs::damping_factor, damping);
    tape.scalar(Catalogs::growth_quantity, 10.0);
  }

  Catalogs::Hyperparameters hyperparameters;
  double damping;
};

/// Some first steps with little damping, which has to be rejected at first, and with much.
template <Fault fault>
bool passes() {
  const auto method = declare_method<DampedWith<fault>>();
  for (const char* initial_damping : {"1e-4", "1"}) {
    for (const char* problem : {"himmelblau", "beale"}) {
      const auto judged = test::judge_method(
          method, Catalogs::lines, {{"update", "classical"}, {"initial_damping", initial_damping}},
          find_problem(problem), 4);
      if (judged.taken != 4 || !judged.finite || !judged.faults.empty()) return false;
    }
  }
  return true;
}

TEST(Mutation, LevenbergMarquardtsChecksRejectItsWrongVersions) {
  EXPECT_TRUE(passes<Fault::none>());
  EXPECT_FALSE(passes<Fault::factor_two>());
  EXPECT_FALSE(passes<Fault::jacobian_off>());
  EXPECT_FALSE(passes<Fault::damping_missing>());
  EXPECT_FALSE(passes<Fault::damping_plain>());
  EXPECT_FALSE(passes<Fault::gain_inverted>());
  EXPECT_FALSE(passes<Fault::damping_grows>());
  EXPECT_FALSE(passes<Fault::always_accepted>());
  EXPECT_FALSE(passes<Fault::prediction_linear>());
}

}  // namespace fall_line::mutation_least_squares_test
