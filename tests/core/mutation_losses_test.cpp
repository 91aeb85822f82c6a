// The checks have teeth: losses written out once more pass what every loss must pass, and each of
// their deliberately wrong versions fails.

#include <gtest/gtest.h>

#include <cmath>

#include "core/catalog/catalog.hpp"
#include "core/losses/binary_hinge.hpp"
#include "core/losses/declare_loss.hpp"
#include "core/losses/logistic.hpp"
#include "core/losses/multiclass_svm.hpp"
#include "core/losses/regularizer.hpp"
#include "core/losses/softmax_cross_entropy.hpp"
#include "core/losses/squared_error.hpp"
#include "tests/core/formula_check.hpp"
#include "tests/core/loss_check.hpp"
#include "tests/core/regularizer_check.hpp"

namespace fall_line::mutation_losses_test {

enum class Fault {
  none,
  log_ten,            // the loss in powers of ten, the gradient in nats
  target_missing,     // the gradient is p, not p − y
  error_reversed,     // … or y − p
  not_normalised,     // e in place of p
  factor_missing,     // the 2 of a square's slope
  closed_kink,        // hinge slopes of 1 at m = 0
  own_class_charged,  // the sum over j ≠ y takes j = y too
  own_slope_missing,  // the right class is not pushed up
  margin_missing,     // max(0, s_j − s_y)
  mean_for_sum,
};

/// Whether `Kernel`, declared as the catalog's `Loss`, passes what every loss must pass.
template <class Loss, class Kernel>
bool passes(const Settings& settings) {
  const auto& declaration = find_loss(Loss::name);
  const auto lines = test::applicable_lines(declaration.lines, declaration.settings, settings);
  return test::loss_faults(LossByName<Kernel>({}), declaration.task, declaration.quantities, lines,
                           declaration.settings, settings, 12)
      .empty();
}

template <Fault fault>
struct SoftmaxWith {
  using Quantities = SoftmaxCrossEntropy;
  struct Parameters {};
  explicit SoftmaxWith(const Parameters&) {}

  template <class AnyTape>
  double value_and_gradient(const double* s, const double* y, Index n, double* gradient,
                            AnyTape tape) const noexcept {
    double partition = 0.0, loss = 0.0;
    for (Index k = 0; k < n; ++k) partition += std::exp(s[k]);
    for (Index k = 0; k < n; ++k) {
      const double e = std::exp(s[k]), p = fault == Fault::not_normalised ? e : e / partition;
      const double log_p = fault == Fault::log_ten ? std::log10(p) : std::log(e / partition);
      loss -= y[k] * log_p;
      gradient[k] = fault == Fault::target_missing   ? p
                    : fault == Fault::error_reversed ? y[k] - p
                                                     : p - y[k];
      tape.vector(Quantities::smoothed_target, k, y[k]);
      tape.vector(Quantities::shifted_score, k, s[k]);
      tape.vector(Quantities::exponential_score, k, e);
      tape.vector(Quantities::probability, k, p);
      tape.vector(Quantities::log_probability, k, log_p);
    }
    tape.scalar(Quantities::partition_quantity, partition);
    tape.scalar(Quantities::unit_quantity, 1.0);
    return loss;
  }

  void hessian(const double* s, const double*, Index n, double* h) const noexcept {
    double partition = 0.0;
    for (Index k = 0; k < n; ++k) partition += std::exp(s[k]);
    for (Index i = 0; i < n * n; ++i) {
      const double p = std::exp(s[i / n]) / partition, q = std::exp(s[i % n]) / partition;
      h[i] = i % (n + 1) == 0 ? p - p * p : -(p * q);
    }
  }
};

template <Fault fault>
bool softmax_passes() {
  return passes<SoftmaxCrossEntropy, SoftmaxWith<fault>>({{"form", "naive"}});
}

TEST(Mutation, SoftmaxsChecksRejectItsWrongVersions) {
  EXPECT_TRUE(softmax_passes<Fault::none>());
  EXPECT_FALSE(softmax_passes<Fault::log_ten>());
  EXPECT_FALSE(softmax_passes<Fault::target_missing>());
  EXPECT_FALSE(softmax_passes<Fault::error_reversed>());
  EXPECT_FALSE(softmax_passes<Fault::not_normalised>());
}

template <Fault fault, HingePower power>
struct SvmWith {
  using Quantities = MulticlassSvm;
  struct Parameters {};
  explicit SvmWith(const Parameters&) {}

  static double slope_of(double m) {
    if (power == HingePower::squared) {
      return (fault == Fault::factor_missing ? 1.0 : 2.0) * std::max(0.0, m);
    }
    return m > 0.0 || (fault == Fault::closed_kink && m == 0.0) ? 1.0 : 0.0;
  }

  template <class AnyTape>
  double value_and_gradient(const double* s, const double* y, Index n, double* gradient,
                            AnyTape tape) const noexcept {
    Index own = 0;
    while (y[own] != 1.0) ++own;
    double sum = 0.0, slopes = 0.0;
    for (Index k = 0; k < n; ++k) {
      const double m = s[k] - s[own] + (fault == Fault::margin_missing ? 0.0 : 1.0);
      const bool counts = k != own || fault == Fault::own_class_charged;
      const double missing = counts ? std::max(0.0, m) : 0.0;
      const double term = power == HingePower::squared ? missing * missing : missing;
      gradient[k] = k == own ? 0.0 : slope_of(m);
      sum += term;
      slopes += gradient[k];
      tape.vector(Quantities::margin_quantity, k, m);
      tape.vector(Quantities::violation, k, missing);
      tape.vector(Quantities::term_quantity, k, term);
      tape.vector(Quantities::slope_quantity, k, gradient[k]);
    }
    gradient[own] = fault == Fault::own_slope_missing ? 0.0 : -slopes;
    tape.scalar(Quantities::own_score, s[own]);
    tape.scalar(Quantities::term_count, static_cast<double>(n - 1));
    tape.scalar(Quantities::term_scale, 1.0);
    return sum;
  }

  void hessian(const double* s, const double* y, Index n, double* h) const noexcept {
    Index own = 0;
    while (y[own] != 1.0) ++own;
    std::fill_n(h, n * n, 0.0);
    for (Index k = 0; k < n; ++k) {
      if (k == own || power == HingePower::linear || s[k] - s[own] + 1.0 <= 0.0) continue;
      h[k * n + k] = 2.0;
      h[k * n + own] = h[own * n + k] = -2.0;
      h[own * n + own] += 2.0;
    }
  }
};

template <Fault fault, HingePower power = HingePower::linear>
bool svm_passes() {
  return passes<MulticlassSvm, SvmWith<fault, power>>(
      {{"power", power == HingePower::squared ? "squared" : "linear"}});
}

TEST(Mutation, SvmsChecksRejectItsWrongVersions) {
  EXPECT_TRUE(svm_passes<Fault::none>());
  EXPECT_TRUE((svm_passes<Fault::none, HingePower::squared>()));
  EXPECT_FALSE((svm_passes<Fault::factor_missing, HingePower::squared>()));
  EXPECT_FALSE(svm_passes<Fault::closed_kink>());
  EXPECT_FALSE(svm_passes<Fault::own_class_charged>());
  EXPECT_FALSE(svm_passes<Fault::own_slope_missing>());
  EXPECT_FALSE(svm_passes<Fault::margin_missing>());
}

template <Fault fault>
struct SquaredErrorWith {
  struct Parameters {};
  explicit SquaredErrorWith(const Parameters&) {}

  template <class AnyTape>
  double value_and_gradient(const double* s, const double* y, Index n, double* gradient,
                            AnyTape tape) const noexcept {
    const auto catalogs = find_loss("squared_error").create({});
    double loss;
    if constexpr (AnyTape::records) {
      loss = catalogs->traced_value_and_gradient(s, y, n, gradient, tape);
    } else {
      loss = catalogs->value_and_gradient(s, y, n, gradient);
    }
    for (Index k = 0; k < n; ++k) gradient[k] *= fault == Fault::factor_missing ? 0.5 : 1.0;
    return fault == Fault::mean_for_sum ? loss / static_cast<double>(n) : loss;
  }

  void hessian(const double* s, const double* y, Index n, double* h) const noexcept {
    find_loss("squared_error").create({})->hessian(s, y, n, h);
  }
};

TEST(Mutation, SquaredErrorsChecksRejectItsWrongVersions) {
  EXPECT_TRUE((passes<SquaredError, SquaredErrorWith<Fault::none>>({})));
  EXPECT_FALSE((passes<SquaredError, SquaredErrorWith<Fault::factor_missing>>({})));
  EXPECT_FALSE((passes<SquaredError, SquaredErrorWith<Fault::mean_for_sum>>({})));
}

enum class BinaryFault { none, sign_reversed, other_probability, loss_doubled, curvature_off };

/// `Loss`, a loss of labels −1 and +1, with `fault` in what it answers.
template <class Loss, BinaryFault fault>
struct BinaryWith {
  struct Parameters {};
  explicit BinaryWith(const Parameters&) {}

  template <class AnyTape>
  double value_and_gradient(const double* s, const double* y, Index n, double* gradient,
                            AnyTape tape) const noexcept {
    const auto catalogs = find_loss(Loss::name).create({});
    double loss;
    if constexpr (AnyTape::records) {
      loss = catalogs->traced_value_and_gradient(s, y, n, gradient, tape);
    } else {
      loss = catalogs->value_and_gradient(s, y, n, gradient);
    }
    for (Index k = 0; k < n; ++k) {
      if (fault == BinaryFault::sign_reversed) gradient[k] = -gradient[k];
      if (fault == BinaryFault::other_probability) gradient[k] = -y[k] - gradient[k];
    }
    return fault == BinaryFault::loss_doubled ? 2.0 * loss : loss;
  }

  void hessian(const double* s, const double* y, Index n, double* h) const noexcept {
    find_loss(Loss::name).create({})->hessian(s, y, n, h);
    if (fault == BinaryFault::curvature_off) h[0] += 1.0;
  }
};

template <class Loss>
void expect_wrong_versions_rejected() {
  EXPECT_TRUE((passes<Loss, BinaryWith<Loss, BinaryFault::none>>({})));
  EXPECT_FALSE((passes<Loss, BinaryWith<Loss, BinaryFault::sign_reversed>>({})));
  EXPECT_FALSE((passes<Loss, BinaryWith<Loss, BinaryFault::other_probability>>({})));
  EXPECT_FALSE((passes<Loss, BinaryWith<Loss, BinaryFault::loss_doubled>>({})));
  EXPECT_FALSE((passes<Loss, BinaryWith<Loss, BinaryFault::curvature_off>>({})));
}

TEST(Mutation, BinaryLossesChecksRejectTheirWrongVersions) {
  expect_wrong_versions_rejected<Logistic>();
  expect_wrong_versions_rejected<BinaryHinge>();
}

/// λ·Σw² with a gradient of `gradient_factor`·λ·w and a curvature of `curvature_factor`·λ.
struct RidgeWith {
  double gradient_factor, curvature_factor;

  double value(const double* w, Index count) const {
    double sum = 0.0;
    for (Index i = 0; i < count; ++i) sum += 0.3 * w[i] * w[i];
    return sum;
  }
  void add_gradient(const double* w, Index count, double* g) const {
    for (Index i = 0; i < count; ++i) g[i] += gradient_factor * 0.3 * w[i];
  }
  void add_hessian_diagonal(Index count, double* h, Index stride) const {
    for (Index i = 0; i < count; ++i) h[i * stride] += curvature_factor * 0.3;
  }
};

TEST(Mutation, RegularizersChecksRejectAMissingFactor) {
  EXPECT_LT(test::penalty_error(RidgeWith{2.0, 2.0}, 1.7), 1e-9);
  EXPECT_GT(test::penalty_error(RidgeWith{1.0, 2.0}, 1.7), 1e-9);
  EXPECT_GT(test::penalty_error(RidgeWith{2.0, 1.0}, 1.7), 1e-9);
}

}  // namespace fall_line::mutation_losses_test
