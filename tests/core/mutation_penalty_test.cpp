// The checks have teeth: a regularizer written out once more passes the lines of the penalty's
// table, and each of its deliberately wrong versions fails.

#include <gtest/gtest.h>

#include <cmath>

#include "core/analysis/penalty.hpp"
#include "core/catalog/catalog.hpp"
#include "core/catalog/owner.hpp"
#include "tests/core/formula_check.hpp"

namespace fall_line::mutation_penalty_test {

enum class Fault {
  none,
  factor_missing,      // the 2 of a square's slope
  factor_kept,         // … not cancelled by the half
  curvature_missing,   // the 2 of a square's curvature
  bias_charged,        // penalised although it is free
  bias_left_out,       // free although it is penalised
  share_on_magnitude,  // β·|w| + w²
  share_on_both,       // β·(|w| + w²)
  sign_missing,        // L1 pushes negative weights further away
  kink_slope,          // sign(0) = 1
  magnitude_missing,   // the sum of w, not of |w|
};

template <Fault fault>
class RegularizerWith {
 public:
  explicit RegularizerWith(const RegularizerParameters& parameters)
      : penalises_bias(
            fault == Fault::bias_charged ||
            (parameters.bias_penalty == BiasPenalty::penalised && fault != Fault::bias_left_out)) {
    const double strength = parameters.regularization_strength;
    const double share = strength * parameters.square_share;
    halved_ = parameters.penalty == Penalty::half_l2;
    if (parameters.penalty == Penalty::l2) l2_ = strength;
    if (parameters.penalty == Penalty::half_l2) l2_ = 0.5 * strength;
    if (parameters.penalty == Penalty::l1) l1_ = strength;
    if (parameters.penalty == Penalty::elastic_net) {
      const bool swapped = fault == Fault::share_on_magnitude;
      l1_ = swapped || fault == Fault::share_on_both ? share : strength;
      l2_ = swapped ? strength : share;
    }
  }

  bool penalises_bias;

  double value(const double* w, Index count) const {
    double sum = 0.0;
    for (Index i = 0; i < count; ++i) {
      sum += l1_ * (fault == Fault::magnitude_missing ? w[i] : std::abs(w[i])) + l2_ * w[i] * w[i];
    }
    return sum;
  }

  void add_gradient(const double* w, Index count, double* g) const {
    const double factor = fault == Fault::factor_missing           ? 1.0
                          : fault == Fault::factor_kept && halved_ ? 4.0
                                                                   : 2.0;
    for (Index i = 0; i < count; ++i) {
      const double at_zero = fault == Fault::kink_slope ? 1.0 : 0.0;
      const double sign = w[i] > 0.0 || fault == Fault::sign_missing ? 1.0
                          : w[i] < 0.0                               ? -1.0
                                                                     : at_zero;
      g[i] += l1_ * sign + factor * l2_ * w[i];
    }
  }

  void add_hessian_diagonal(Index count, double* h, Index stride) const {
    const double factor = fault == Fault::curvature_missing ? 1.0 : 2.0;
    for (Index i = 0; i < count; ++i) h[i * stride] += factor * l2_;
  }

 private:
  double l1_ = 0.0, l2_ = 0.0;
  bool halved_ = false;
};

/// Whether the lines of the penalty's table hold under every combination of its options.
template <class AnyRegularizer>
bool passes() {
  const auto& declared = find_analysis(PenaltyTable::name);
  for (auto settings : test::every_combination(declared.settings)) {
    settings.insert(settings.end(), {{"regularization_strength", "0.7"}, {"square_share", "0.3"}});
    const auto parameters =
        with_settings<PenaltyTable, PenaltyTable::Parameters>("analysis.", settings);
    const Trace table =
        PenaltyTable::rows(AnyRegularizer(parameters), {1.0, -2.0, 0.5, 0.0}, parameters.bias);
    const auto lines = test::applicable_lines(declared.lines, declared.settings, settings);
    const auto faults =
        test::formula_faults(lines, declared.settings, settings, {&table}, {.first = 0});
    if (!faults.empty()) return false;
  }
  return true;
}

TEST(Mutation, PenaltysChecksAcceptTheModelsRegularizer) { EXPECT_TRUE(passes<Regularizer>()); }

TEST(Mutation, PenaltysChecksRejectWrongRegularizers) {
  EXPECT_TRUE(passes<RegularizerWith<Fault::none>>());
  EXPECT_FALSE(passes<RegularizerWith<Fault::factor_missing>>());
  EXPECT_FALSE(passes<RegularizerWith<Fault::factor_kept>>());
  EXPECT_FALSE(passes<RegularizerWith<Fault::curvature_missing>>());
  EXPECT_FALSE(passes<RegularizerWith<Fault::bias_charged>>());
  EXPECT_FALSE(passes<RegularizerWith<Fault::bias_left_out>>());
  EXPECT_FALSE(passes<RegularizerWith<Fault::share_on_magnitude>>());
  EXPECT_FALSE(passes<RegularizerWith<Fault::share_on_both>>());
  EXPECT_FALSE(passes<RegularizerWith<Fault::sign_missing>>());
  EXPECT_FALSE(passes<RegularizerWith<Fault::kink_slope>>());
  EXPECT_FALSE(passes<RegularizerWith<Fault::magnitude_missing>>());
}

}  // namespace fall_line::mutation_penalty_test
