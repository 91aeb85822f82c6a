#include "core/losses/regularizer.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "tests/core/regularizer_check.hpp"
#include "tests/core/support.hpp"

namespace fall_line::regularizer_test {

constexpr double strength = 0.3, share = 0.5;
constexpr double weights[] = {3.0, -2.0, 0.0, 0.5};

Regularizer regularizer(Penalty penalty) {
  return Regularizer({strength, share, penalty, BiasPenalty::free});
}

std::vector<double> gradient(Penalty penalty, const std::vector<double>& w) {
  std::vector<double> g(w.size(), 0.0);
  regularizer(penalty).add_gradient(w.data(), std::ssize(w), g.data());
  return g;
}

TEST(Regularizer, L2IsTheStrengthTimesTheSumOfSquares) {
  EXPECT_DOUBLE_EQ(regularizer(Penalty::l2).value(weights, 4), strength * 13.25);
}

TEST(Regularizer, HalvedL2IsHalfOfL2) {
  EXPECT_DOUBLE_EQ(regularizer(Penalty::half_l2).value(weights, 4), strength * 13.25 / 2.0);
}

TEST(Regularizer, L1IsTheStrengthTimesTheSumOfSizes) {
  EXPECT_DOUBLE_EQ(regularizer(Penalty::l1).value(weights, 4), strength * 5.5);
}

TEST(Regularizer, ElasticNetAddsSizesAndAShareOfTheSquares) {
  EXPECT_DOUBLE_EQ(regularizer(Penalty::elastic_net).value(weights, 4),
                   strength * (5.5 + share * 13.25));
}

TEST(Regularizer, NonePenalisesNothing) {
  const double infinite[] = {INFINITY};
  EXPECT_EQ(regularizer(Penalty::none).value(infinite, 1), 0.0);
  EXPECT_EQ(gradient(Penalty::none, {3.0}), std::vector<double>{0.0});
}

TEST(Regularizer, GradientOfL2HasTheFactorTwoAndThatOfHalvedL2Not) {
  EXPECT_DOUBLE_EQ(gradient(Penalty::l2, {3.0})[0], 2.0 * strength * 3.0);
  EXPECT_DOUBLE_EQ(gradient(Penalty::half_l2, {3.0})[0], strength * 3.0);
}

TEST(Regularizer, GradientOfL1IsTheSignAndZeroAtZero) {
  EXPECT_EQ(gradient(Penalty::l1, {3.0, -0.001, 0.0, -0.0}),
            (std::vector<double>{strength, -strength, 0.0, 0.0}));
}

TEST(Regularizer, AddsItsGradientToWhatIsThere) {
  double g[] = {1.0};
  const double w[] = {2.0};
  regularizer(Penalty::half_l2).add_gradient(w, 1, g);
  EXPECT_DOUBLE_EQ(g[0], 1.0 + strength * 2.0);
}

class EveryPenalty : public ::testing::TestWithParam<Penalty> {};

TEST_P(EveryPenalty, DerivativesAgreeWithDifferencesAwayFromZero) {
  const auto penalty = regularizer(GetParam());
  test::Inputs inputs(5);
  for (int i = 0; i < 20; ++i) {
    const double w = (i % 2 ? 1.0 : -1.0) * inputs.between(0.5, 4.0);
    EXPECT_LT(test::penalty_error(penalty, w), 1e-9);
    double curvature = 0.0;
    penalty.add_hessian_diagonal(1, &curvature, 1);
    EXPECT_EQ(curvature, penalty.curvature());
  }
}

TEST_P(EveryPenalty, LiesAboveItsTangentEverywhere) {
  const auto penalty = regularizer(GetParam());
  test::Inputs inputs(6);
  for (int i = 0; i < 50; ++i) {
    const double at = i % 5 == 0 ? 0.0 : inputs.between(-3.0, 3.0);
    const double other = inputs.between(-3.0, 3.0);
    const double tangent = penalty.value(&at, 1) + gradient(GetParam(), {at})[0] * (other - at);
    EXPECT_GE(penalty.value(&other, 1), tangent - 1e-14) << at << " " << other;
  }
}

INSTANTIATE_TEST_SUITE_P(Regularizer, EveryPenalty,
                         ::testing::Values(Penalty::none, Penalty::l2, Penalty::half_l2,
                                           Penalty::l1, Penalty::elastic_net));

TEST(Regularizer, HessianGoesToTheDiagonalOfTheBlock) {
  std::vector<double> h(9, 0.0);
  regularizer(Penalty::l2).add_hessian_diagonal(2, h.data() + 4, 4);
  EXPECT_EQ(h, (std::vector<double>{0, 0, 0, 0, 2.0 * strength, 0, 0, 0, 2.0 * strength}));
}

TEST(Regularizer, LeavesTheBiasFreeUnlessToldOtherwise) {
  EXPECT_FALSE(regularizer(Penalty::l2).penalises_bias);
  EXPECT_TRUE(Regularizer({strength, share, Penalty::l2, BiasPenalty::penalised}).penalises_bias);
}

}  // namespace fall_line::regularizer_test
