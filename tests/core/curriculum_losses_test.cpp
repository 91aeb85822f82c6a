// The numbers of lectures 2 and 3 about losses.

#include <gtest/gtest.h>

#include <cmath>

#include "core/losses/dataset_loss.hpp"
#include "core/losses/smoothing.hpp"
#include "core/numerics/log_sum_exp.hpp"
#include "tests/core/loss_support.hpp"

namespace fall_line::curriculum_losses_test {

using test::certain;
using test::loss_of;

constexpr std::string_view softmax = "softmax_cross_entropy", svm = "multiclass_svm";

// Lecture 2: three images, a cat, a car and a frog, and their scores for those three classes.
const std::vector<std::vector<double>> images = {
    {3.2, 5.1, -1.7}, {1.3, 4.9, 2.0}, {2.2, 2.5, -3.1}};

DatasetLoss loss_of_images(std::string_view loss, Settings settings, double scale = 1.0) {
  LossRequest request{std::string(loss), std::move(settings), Reduction::mean, 3, {}, {}};
  for (std::size_t i = 0; i < images.size(); ++i) {
    for (const double score : images[i]) request.scores.push_back(scale * score);
    for (const double entry : certain(static_cast<Index>(i), 3)) request.targets.push_back(entry);
  }
  return dataset_loss(request);
}

std::vector<double> column(const DatasetLoss& of, std::string_view quantity) {
  return of.table.values(of.table.find(quantity));
}

void expect_near(const std::vector<double>& found, const std::vector<double>& expected,
                 double tolerance) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], tolerance) << i;
}

TEST(Lecture2, SoftmaxOfTheCatGoesThroughItsPrintedNumbers) {
  const auto naive = loss_of_images(softmax, {{"form", "naive"}});
  const auto row = [&](std::string_view name) { return naive.table.at(naive.table.find(name), 0); };
  EXPECT_NEAR(row("exponential")[0], 24.53, 0.005);
  EXPECT_NEAR(row("exponential")[1], 164.02, 0.005);
  EXPECT_NEAR(row("exponential")[2], 0.183, 0.0005);
  EXPECT_NEAR(row("partition")[0], 188.74, 0.005);
  EXPECT_NEAR(row("probability")[0], 0.1300, 0.00005);
  EXPECT_NEAR(row("probability")[1], 0.8690, 0.00005);
  EXPECT_NEAR(row("probability")[2], 0.00097, 0.000005);
  EXPECT_NEAR(row("example_loss")[0], 2.0404, 0.00005);
}

TEST(Lecture2, GradientOfTheCatIsItsProbabilitiesMinusOneAtTheCat) {
  const auto gradient = test::evaluate(softmax, {}, images[0], certain(0, 3)).gradient;
  expect_near(gradient, {-0.870, 0.869, 0.001}, 0.0005);
}

TEST(Lecture2, CatsLossInOtherLogarithms) {
  EXPECT_NEAR(loss_of(softmax, {{"base", "ten"}}, images[0], 0), 0.886, 0.0005);
  EXPECT_NEAR(loss_of(softmax, {{"base", "two"}}, images[0], 0), 2.944, 0.0005);
  EXPECT_NEAR(-std::log(0.13), 2.0402, 0.00005);
}

TEST(Lecture2, CrossEntropyOfTheThreeImages) {
  const auto all = loss_of_images(softmax, {});
  expect_near(column(all, "example_loss"), {2.040, 0.0791, 6.156}, 0.0005);
  EXPECT_NEAR(all.total, 2.759, 0.0005);
}

TEST(Lecture2, HingeOfTheThreeImages) {
  const auto all = loss_of_images(svm, {});
  expect_near(column(all, "example_loss"), {2.9, 0.0, 12.9}, 1e-12);
  EXPECT_NEAR(all.total, 5.267, 0.0005);
}

TEST(Lecture2, MarginsOfTheThreeImages) {
  const auto margins = column(loss_of_images(svm, {}), "margins");
  expect_near(margins, {1.0, 2.9, -3.9, -2.6, 1.0, -1.9, 6.3, 6.6, 1.0}, 1e-12);
}

TEST(Lecture2, SquaredHingeOfTheThreeImages) {
  const auto all = loss_of_images(svm, {{"power", "squared"}});
  expect_near(column(all, "example_loss"), {8.41, 0.0, 83.25}, 1e-12);
  EXPECT_NEAR(all.total, 30.55, 0.005);
}

TEST(Lecture2, HingeWithTheRightClassIncludedIsOneMore) {
  const auto all = loss_of_images(svm, {{"own_class", "included"}});
  expect_near(column(all, "example_loss"), {3.9, 1.0, 13.9}, 1e-12);
  EXPECT_NEAR(all.total, 6.27, 0.005);
}

TEST(Lecture2, HingeAsAMeanIsHalf) {
  const auto all = loss_of_images(svm, {{"reduction", "mean"}});
  expect_near(column(all, "example_loss"), {1.45, 0.0, 6.45}, 1e-12);
  EXPECT_NEAR(all.total, 2.63, 0.005);
}

TEST(Lecture2, CarMayFallByNineteenTenthsBeforeItsHingeMoves) {
  EXPECT_EQ(loss_of(svm, {}, {1.3, 3.0, 2.0}, 1), 0.0);
  EXPECT_NEAR(loss_of(svm, {}, {1.3, 2.99, 2.0}, 1), 0.01, 1e-12);
}

TEST(Lecture2, LossesOfAFreshClassifier) {
  for (const Index classes : {3, 10}) {
    const std::vector<double> zeros(static_cast<std::size_t>(classes), 0.0);
    EXPECT_EQ(loss_of(svm, {}, zeros, 1), static_cast<double>(classes - 1));
    EXPECT_NEAR(loss_of(softmax, {}, zeros, 1), std::log(static_cast<double>(classes)), 1e-15);
  }
  EXPECT_NEAR(std::log(3.0), 1.099, 0.0005);
  EXPECT_NEAR(std::log(10.0), 2.303, 0.0005);
}

TEST(Lecture2, HingeHasNoUpperBoundAndReachesZeroWhichCrossEntropyOnlyNears) {
  EXPECT_EQ(loss_of(svm, {}, {1e9, 0.0}, 0), 0.0);
  EXPECT_GE(loss_of(svm, {}, {1e9, 0.0}, 1), 1e9);
  EXPECT_GE(loss_of(softmax, {}, {1e9, 0.0}, 1), 1e9);
  EXPECT_GT(loss_of(softmax, {{"form", "log1p"}}, {700.0, 0.0}, 0), 0.0);
}

TEST(Lecture2, CrossEntropyTellsTheThreeScoreSetsApart) {
  const Settings exact = {{"form", "log1p"}};
  const auto relative = [&](const std::vector<double>& scores) {
    return loss_of(softmax, exact, scores, 0);
  };
  EXPECT_NEAR(relative({10, -2, 3}), 9.18e-4, 0.005e-4);
  EXPECT_NEAR(relative({10, 9, 9}), 0.5514, 0.00005);
  EXPECT_NEAR(relative({10, -100, -100}), 3.38e-48, 0.005e-48);
  EXPECT_NEAR(relative({20, -2, 3}), 4.17e-8, 0.005e-8);
  EXPECT_NEAR(relative({20, 9, 9}), 3.34e-5, 0.005e-5);
  EXPECT_NEAR(relative({20, -100, -100}), 1.53e-52, 0.01e-52);
}

TEST(Lecture2, SvmIsZeroOnTheThreeScoreSetsOneOfThemOnTheKink) {
  for (const double right : {10.0, 20.0}) {
    EXPECT_EQ(loss_of(svm, {}, {right, -2, 3}, 0), 0.0);
    EXPECT_EQ(loss_of(svm, {}, {right, 9, 9}, 0), 0.0);
    EXPECT_EQ(loss_of(svm, {}, {right, -100, -100}, 0), 0.0);
  }
  const auto kink = test::evaluate(svm, {}, {10, 9, 9}, certain(0, 3));
  EXPECT_EQ(kink.gradient, (std::vector<double>{0.0, 0.0, 0.0}));
  EXPECT_GT(loss_of(svm, {}, {10, 9 + 1e-9, 9}, 0), 0.0);
}

// Slip S2.1: "cross-entropy will change" when the last scores are nudged.
TEST(Lecture2, OnlyLog1pSeesTheLastScoreSetOrItsNudges) {
  for (const char* form : {"naive", "stable"}) {
    for (const double nudge : {-1.0, 0.0, 1.0}) {
      EXPECT_EQ(loss_of(softmax, {{"form", form}}, {10 + nudge, -100, -100}, 0), 0.0) << form;
      EXPECT_EQ(loss_of(softmax, {{"form", form}}, {10, -100 + nudge, -100}, 0), 0.0) << form;
    }
  }
  const double scores[] = {10, -100, -100};
  EXPECT_EQ(log_sum_exp(scores, 3) - 10.0, 0.0);
  const Settings log1p = {{"form", "log1p"}};
  const double before = loss_of(softmax, log1p, {10, -100, -100}, 0);
  EXPECT_NEAR(loss_of(softmax, log1p, {11, -100, -100}, 0) / before, std::exp(-1.0), 1e-12);
  EXPECT_NEAR(loss_of(softmax, log1p, {9, -100, -100}, 0) / before, std::exp(1.0), 1e-12);
}

TEST(Lecture2, Log1pKeepsTheGradientOfTheLastScoreSet) {
  const auto gradient =
      test::evaluate(softmax, {{"form", "log1p"}}, {10, -100, -100}, certain(0, 3)).gradient;
  EXPECT_NEAR(gradient[0] / -3.38e-48, 1.0, 0.002);
  EXPECT_NEAR(gradient[1] / 1.69e-48, 1.0, 0.002);
  EXPECT_EQ(gradient[0] + gradient[1] + gradient[2], 0.0);
}

// Slip S2.7: doubling W only helps what is right already.
TEST(Lecture2, DoublingTheWeightsMakesWrongImagesWorse) {
  const auto doubled = loss_of_images(svm, {}, 2.0);
  expect_near(column(doubled, "example_loss"), {4.8, 0.0, 23.8}, 1e-12);
  EXPECT_NEAR(doubled.total, 9.53, 0.005);
}

TEST(Lecture2, PollsLossVanishesWhenTheWeightsAreDoubled) {
  EXPECT_NEAR(loss_of(svm, {}, {1.3, 2.5, 2.0}, 1), 0.5, 1e-15);
  EXPECT_EQ(loss_of(svm, {}, {2.6, 5.0, 4.0}, 1), 0.0);
  EXPECT_NEAR(loss_of(softmax, {}, {1.3, 2.5, 2.0}, 1), 0.646, 0.0005);
  EXPECT_NEAR(loss_of(softmax, {}, {2.6, 5.0, 4.0}, 1), 0.377, 0.0005);
}

TEST(Lecture2, DoubledPollSitsOnTheKink) {
  const auto kink = test::evaluate(svm, {}, {2.6, 5.0, 4.0}, certain(1, 3));
  EXPECT_EQ(kink.gradient, (std::vector<double>{0.0, 0.0, 0.0}));
}

std::vector<double> smoothed(Smoothing form, double epsilon, Index classes) {
  const auto target = certain(0, classes);
  const SmoothedTarget q(form, epsilon, target.data(), classes);
  std::vector<double> entries;
  for (Index k = 0; k < classes; ++k) entries.push_back(q[k]);
  return entries;
}

TEST(Lecture3, LabelSmoothingOfThreeClasses) {
  expect_near(smoothed(Smoothing::others, 0.1, 3), {0.9, 0.05, 0.05}, 1e-16);
}

TEST(Lecture3, LabelSmoothingOfAThousandClasses) {
  EXPECT_NEAR(smoothed(Smoothing::others, 0.1, 1000)[1], 1.001e-4, 0.0005e-4);
}

// The smoothed loss is least where the probabilities are the smoothed target.
TEST(Lecture3, BestLogitGapUnderSmoothing) {
  const auto gradient_at_gap = [](double gap, Index classes) {
    std::vector<double> scores(static_cast<std::size_t>(classes), 0.0);
    scores[0] = gap;
    return test::evaluate(softmax, {{"smoothing", "0.1"}}, scores, certain(0, classes)).gradient[0];
  };
  const double gap3 = std::log(0.9 / (0.1 / 2)), gap1000 = std::log(0.9 / (0.1 / 999));
  EXPECT_NEAR(gap3, 2.89, 0.005);
  EXPECT_NEAR(gap1000, 9.10, 0.005);
  EXPECT_NEAR(gradient_at_gap(gap3, 3), 0.0, 1e-15);
  EXPECT_NEAR(gradient_at_gap(gap1000, 1000), 0.0, 1e-13);
  EXPECT_LT(gradient_at_gap(gap3 - 0.01, 3), -1e-4);
  EXPECT_GT(gradient_at_gap(gap3 + 0.01, 3), 1e-4);
}

TEST(Lecture3, WithoutSmoothingNoLogitGapIsEnough) {
  for (const double gap : {1.0, 10.0, 30.0}) {
    EXPECT_LT(
        test::evaluate(softmax, {{"form", "log1p"}}, {gap, 0.0, 0.0}, certain(0, 3)).gradient[0],
        0.0);
  }
}

}  // namespace fall_line::curriculum_losses_test
