// The checks of losses have teeth: two losses written out once more are accepted by them, and
// each deliberately wrong version is rejected.

#include <gtest/gtest.h>

#include <cmath>

#include "core/losses/multiclass_svm.hpp"
#include "core/losses/softmax_cross_entropy.hpp"
#include "tests/core/formula_check.hpp"
#include "tests/core/loss_check.hpp"
#include "tests/core/loss_support.hpp"

namespace fall_line::loss_mutation_test {

enum class Fault {
  none,
  // softmax cross-entropy
  no_shift,                  // exp of the scores as they are
  probability_clipped,       // −log max(p, 1e-12), and its true slope: zero where it clips
  target_forgotten,          // gradient p
  gradient_reversed,         // y − p
  base_ten_unscaled,         // log₁₀ in the loss, natural in the gradient
  hessian_without_products,  // diag(p)
  hessian_plus_one,          // one entry of the diagonal off by one
  smoothing_to_all,          // ε/n where ε/(n−1) is said
  smoothing_unbalanced,      // ε/(n−1) to the others, and nothing taken from the right class
  // multiclass SVM
  own_class_charged,       // the sum includes j = y
  margin_forgotten,        // max(0, s_j − s_y)
  margin_subtracted,       // max(0, s_j − s_y − Δ)
  right_class_not_pulled,  // no gradient at y
  hinge_not_cut,           // m where max(0, m) belongs
  factor_two_missing,      // gradient m of m²
  mean_over_all,           // divided by C instead of C − 1
};

/// Every fault has the interface of the loss it is a wrong version of.
class Mutant : public AnyLoss {
 public:
  explicit Mutant(Fault fault) : fault_(fault) {}

  double traced_value_and_gradient(const double* s, const double* y, Index n, double* g,
                                   Tape) const noexcept override {
    return value_and_gradient(s, y, n, g);
  }
  double batch_value_and_gradient(const double*, const double*, Index, Index, double,
                                  double*) const noexcept override {
    return not_yet;
  }

 protected:
  bool is(Fault fault) const noexcept { return fault_ == fault; }

 private:
  Fault fault_;
};

/// Softmax cross-entropy with ε = 0.1 for the other classes.
class SoftmaxMutant final : public Mutant {
 public:
  using Mutant::Mutant;

  double value_and_gradient(const double* s, const double* y, Index n,
                            double* g) const noexcept override {
    const double top = is(Fault::no_shift) ? 0.0 : *std::max_element(s, s + n);
    double partition = 0.0, loss = 0.0;
    for (Index k = 0; k < n; ++k) partition += std::exp(s[k] - top);
    for (Index k = 0; k < n; ++k) {
      const double p = std::exp(s[k] - top) / partition, q = smoothed(y[k], n);
      double surprise = std::log(partition) - (s[k] - top);
      if (is(Fault::no_shift)) surprise = -std::log(p);
      if (is(Fault::probability_clipped)) surprise = -std::log(std::max(p, 1e-12));
      if (is(Fault::base_ten_unscaled)) surprise /= std::log(10.0);
      loss += q * surprise;
      g[k] = is(Fault::gradient_reversed) ? q - p : is(Fault::target_forgotten) ? p : p - q;
      if (is(Fault::probability_clipped) && p < 1e-12) g[k] = 0.0;
    }
    return loss;
  }

  void hessian(const double* s, const double*, Index n, double* h) const noexcept override {
    const double top = *std::max_element(s, s + n);
    double partition = 0.0;
    for (Index k = 0; k < n; ++k) partition += std::exp(s[k] - top);
    for (Index i = 0; i < n; ++i) {
      for (Index k = 0; k < n; ++k) {
        const double p = std::exp(s[i] - top) / partition, r = std::exp(s[k] - top) / partition;
        h[i * n + k] = (i == k ? p : 0.0) - (is(Fault::hessian_without_products) ? 0.0 : p * r);
      }
    }
    if (is(Fault::hessian_plus_one)) h[0] += 1.0;
  }

 private:
  double smoothed(double y, Index n) const noexcept {
    const double epsilon = 0.1, others = static_cast<double>(n - 1);
    if (is(Fault::smoothing_to_all)) return (1.0 - epsilon) * y + epsilon / (others + 1.0);
    if (is(Fault::smoothing_unbalanced)) return y + epsilon * (1.0 - y) / others;
    return (1.0 - epsilon) * y + epsilon * (1.0 - y) / others;
  }
};

/// The mean over C − 1 of the squared hinges.
class SvmMutant final : public Mutant {
 public:
  using Mutant::Mutant;

  double value_and_gradient(const double* s, const double* y, Index n,
                            double* g) const noexcept override {
    const Index own = std::max_element(y, y + n) - y;
    const double scale = 1.0 / static_cast<double>(is(Fault::mean_over_all) ? n : n - 1);
    double loss = 0.0, pull = 0.0;
    for (Index k = 0; k < n; ++k) {
      const double m = margin(s[k] - s[own]),
                   charged = is(Fault::hinge_not_cut) ? m : std::max(0.0, m);
      g[k] = 0.0;
      if (k != own || is(Fault::own_class_charged)) loss += scale * charged * charged;
      if (k == own) continue;
      g[k] = scale * (is(Fault::factor_two_missing) ? 1.0 : 2.0) * charged;
      pull += g[k];
    }
    if (!is(Fault::right_class_not_pulled)) g[own] = -pull;
    return loss;
  }

  void hessian(const double* s, const double* y, Index n, double* h) const noexcept override {
    const Index own = std::max_element(y, y + n) - y;
    std::fill_n(h, n * n, 0.0);
    for (Index k = 0; k < n; ++k) {
      if (k == own || !(margin(s[k] - s[own]) > 0.0)) continue;
      const double curvature = 2.0 / static_cast<double>(n - 1);
      h[k * n + k] = curvature;
      h[k * n + own] = h[own * n + k] = -curvature;
      h[own * n + own] += curvature;
    }
  }

 private:
  double margin(double gap) const noexcept {
    if (is(Fault::margin_forgotten)) return gap;
    return is(Fault::margin_subtracted) ? gap - 1.0 : gap + 1.0;
  }
};

/// The derivative checks that every loss of the catalog goes through, without its lines: they
/// need quantities, which a mutant does not trace.
bool derivatives_hold(const AnyLoss& loss) {
  return test::loss_faults(loss, LossTask::classes, {}, {}, {}, {}, 12).empty();
}

/// What its neighbour in the catalog gives, on scores of every size.
bool agrees_with(const AnyLoss& loss, std::string_view name, const Settings& settings) {
  test::Inputs inputs(91);
  for (int i = 0; i < 40; ++i) {
    const auto scores = test::random_scores(inputs, 4, i % 4 == 3 ? 900.0 : 3.0);
    const auto target = test::certain(i % 4, 4);
    const auto expected = test::evaluate(name, settings, scores, target);
    const auto found = test::evaluate(loss, scores, target);
    if (!(std::abs(found.loss - expected.loss) <= 1e-12 * std::max(1.0, expected.loss))) {
      return false;
    }
    for (std::size_t k = 0; k < scores.size(); ++k) {
      if (!(std::abs(found.gradient[k] - expected.gradient[k]) <= 1e-12 * 1800.0)) return false;
    }
  }
  return true;
}

bool softmax_is_sound(Fault fault) {
  const SoftmaxMutant loss(fault);
  return derivatives_hold(loss) &&
         agrees_with(loss, "softmax_cross_entropy", {{"smoothing", "0.1"}});
}

bool svm_is_sound(Fault fault) {
  const SvmMutant loss(fault);
  return derivatives_hold(loss) &&
         agrees_with(loss, "multiclass_svm", {{"power", "squared"}, {"reduction", "mean"}});
}

TEST(LossMutation, ChecksAcceptLossesWrittenOutAgain) {
  EXPECT_TRUE(softmax_is_sound(Fault::none));
  EXPECT_TRUE(svm_is_sound(Fault::none));
}

class WrongSoftmax : public ::testing::TestWithParam<Fault> {};

TEST_P(WrongSoftmax, IsRejected) { EXPECT_FALSE(softmax_is_sound(GetParam())); }

INSTANTIATE_TEST_SUITE_P(LossMutation, WrongSoftmax,
                         ::testing::Values(Fault::no_shift, Fault::probability_clipped,
                                           Fault::target_forgotten, Fault::gradient_reversed,
                                           Fault::base_ten_unscaled,
                                           Fault::hessian_without_products, Fault::hessian_plus_one,
                                           Fault::smoothing_to_all, Fault::smoothing_unbalanced));

class WrongSvm : public ::testing::TestWithParam<Fault> {};

TEST_P(WrongSvm, IsRejected) { EXPECT_FALSE(svm_is_sound(GetParam())); }

INSTANTIATE_TEST_SUITE_P(LossMutation, WrongSvm,
                         ::testing::Values(Fault::own_class_charged, Fault::margin_forgotten,
                                           Fault::margin_subtracted, Fault::right_class_not_pulled,
                                           Fault::hinge_not_cut, Fault::factor_two_missing,
                                           Fault::mean_over_all));

}  // namespace fall_line::loss_mutation_test
