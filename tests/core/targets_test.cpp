#include "core/losses/targets.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "core/losses/smoothing.hpp"
#include "tests/core/loss_support.hpp"

namespace fall_line::targets_test {

std::vector<double> smoothed(Smoothing form, double epsilon, const std::vector<double>& target) {
  const SmoothedTarget q(form, epsilon, target.data(), std::ssize(target));
  std::vector<double> entries;
  for (Index k = 0; k < std::ssize(target); ++k) entries.push_back(q[k]);
  return entries;
}

TEST(OneHot, IsCertainOfItsLabel) {
  EXPECT_EQ(test::certain(2, 4), (std::vector<double>{0.0, 0.0, 1.0, 0.0}));
}

TEST(LabelSmoothing, SumsToOneInBothConventions) {
  test::Inputs inputs(71);
  for (const auto form : {Smoothing::others, Smoothing::everyone}) {
    for (Index classes = 1; classes < 40; ++classes) {
      for (const auto& target :
           {test::certain(classes - 1, classes), test::random_distribution(inputs, classes)}) {
        const auto q = smoothed(form, inputs.between(0.0, 0.9), target);
        ASSERT_NEAR(std::accumulate(q.begin(), q.end(), 0.0), 1.0, 1e-15);
      }
    }
  }
}

TEST(LabelSmoothing, GivesTheOthersEpsilonOverOneLessThanTheirNumber) {
  const auto q = smoothed(Smoothing::others, 0.3, test::certain(0, 4));
  EXPECT_NEAR(q[0], 0.7, 1e-16);
  EXPECT_NEAR(q[1], 0.1, 1e-16);
}

TEST(LabelSmoothing, GivesEveryoneEpsilonOverTheirNumber) {
  const auto q = smoothed(Smoothing::everyone, 0.4, test::certain(0, 4));
  EXPECT_NEAR(q[0], 0.7, 1e-16);
  EXPECT_NEAR(q[1], 0.1, 1e-16);
}

TEST(LabelSmoothing, OfNothingLeavesTheTarget) {
  test::Inputs inputs(72);
  const auto target = test::random_distribution(inputs, 6);
  EXPECT_EQ(smoothed(Smoothing::others, 0.0, target), target);
  EXPECT_EQ(smoothed(Smoothing::everyone, 0.0, target), target);
}

TEST(Mixup, OfOneAndZeroIsOneOfTheTwoEvenBesideInfinity) {
  const double a[] = {1.0, INFINITY}, b[] = {INFINITY, 2.0};
  double mixed[2];
  mixup(a, b, 1.0, 2, mixed);
  EXPECT_EQ(mixed[0], 1.0);
  EXPECT_EQ(mixed[1], INFINITY);
  mixup(a, b, 0.0, 2, mixed);
  EXPECT_EQ(mixed[0], INFINITY);
  EXPECT_EQ(mixed[1], 2.0);
}

TEST(Mixup, IsTheWeightedMean) {
  double a[] = {1.0, 0.0};
  const double b[] = {0.0, 1.0};
  mixup(a, b, 0.75, 2, a);
  EXPECT_EQ(a[0], 0.75);
  EXPECT_EQ(a[1], 0.25);
}

TEST(Mixup, OfDistributionsIsADistribution) {
  test::Inputs inputs(73);
  for (int i = 0; i < 50; ++i) {
    const auto a = test::random_distribution(inputs, 7), b = test::random_distribution(inputs, 7);
    std::vector<double> mixed(7);
    mixup(a.data(), b.data(), inputs.between(0.0, 1.0), 7, mixed.data());
    ASSERT_NEAR(std::accumulate(mixed.begin(), mixed.end(), 0.0), 1.0, 1e-15);
  }
}

}  // namespace fall_line::targets_test
