#include "core/losses/dataset_loss.hpp"

#include <gtest/gtest.h>

#include "core/catalog/catalog.hpp"
#include "core/losses/example_quantities.hpp"
#include "core/run/run_spec.hpp"
#include "tests/core/loss_support.hpp"

namespace fall_line::dataset_loss_test {

using test::refusal_of;

DatasetLoss of(const std::string& text) { return dataset_loss(parse_loss_request(text)); }

const std::string two_images = "loss=multiclass_svm\nscores=3.2,5.1,-1.7;1.3,4.9,2\nlabels=0,1\n";

TEST(DatasetLoss, HasARowAnExample) {
  const auto result = of(two_images);
  ASSERT_EQ(result.table.rows(), 2);
  EXPECT_EQ(result.table.at(example_quantity::score, 1)[1], 4.9);
  EXPECT_EQ(result.table.at(example_quantity::target, 1)[1], 1.0);
  EXPECT_EQ(result.table.at(example_quantity::entries, 1)[0], 3.0);
  EXPECT_NEAR(result.table.at(example_quantity::loss, 0)[0], 2.9, 1e-15);
  EXPECT_EQ(result.table.at(example_quantity::score_gradient, 0)[1], 1.0);
  EXPECT_NEAR(result.table.at(result.table.find("margins"), 0)[1], 2.9, 1e-15);
}

TEST(DatasetLoss, IsTheMeanUnlessTheSumIsAskedFor) {
  EXPECT_NEAR(of(two_images).total, 1.45, 1e-15);
  EXPECT_NEAR(of(two_images + "reduction=mean\n").total, 1.45, 1e-15);
  EXPECT_NEAR(of(two_images + "reduction=sum\n").total, 2.9, 1e-15);
}

TEST(DatasetLoss, GradientIsThatOfTheTotal) {
  EXPECT_EQ(of(two_images).gradient[1], 0.5);
  EXPECT_EQ(of(two_images + "reduction=sum\n").gradient[1], 1.0);
}

TEST(DatasetLoss, OfBatchesWeightedByTheirSizesIsThatOfAll) {
  test::Inputs inputs(81);
  LossRequest all{"softmax_cross_entropy", {}, Reduction::mean, 4, {}, {}};
  for (int i = 0; i < 23; ++i) {
    for (const double s : test::random_scores(inputs, 4, 5.0)) all.scores.push_back(s);
    for (const double y : test::random_distribution(inputs, 4)) all.targets.push_back(y);
  }
  double weighted = 0.0;
  for (int first = 0; first < 23; first += 8) {  // 8, 8 and 7
    const int size = std::min(8, 23 - first);
    LossRequest batch = all;
    batch.scores.assign(all.scores.begin() + 4 * first, all.scores.begin() + 4 * (first + size));
    batch.targets.assign(all.targets.begin() + 4 * first, all.targets.begin() + 4 * (first + size));
    weighted += size / 23.0 * dataset_loss(batch).total;
  }
  EXPECT_NEAR(weighted, dataset_loss(all).total, 1e-13);
}

TEST(DatasetLoss, TakesDistributionsAsTargets) {
  const auto result =
      of("loss=softmax_cross_entropy\nscores=0,0\ntargets=0.25,0.75\nloss.smoothing=0.1\n");
  EXPECT_NEAR(result.total, 0.69314718055994531, 1e-15);
}

TEST(DatasetLoss, TakesLabelsOfPlusAndMinusOneForABinaryLoss) {
  EXPECT_EQ(of("loss=hinge\nscores=0.5;0.5\nlabels=1,-1\nreduction=sum\n").total, 2.0);
}

TEST(DatasetLoss, TakesNumbersForARegression) {
  EXPECT_EQ(of("loss=squared_error\nscores=3;5\ntargets=1;4\n").total, 2.5);
}

TEST(DatasetLoss, IsTheLossOfTheWholeBatch) {
  const LossRequest request = parse_loss_request(two_images);
  const auto table = dataset_loss(request);
  const auto loss = find_loss(request.loss).create(request.settings);
  const double weight = request.reduction == Reduction::mean ? 0.5 : 1.0;
  Vector gradient(6);
  EXPECT_EQ(loss->batch_value_and_gradient(request.scores.data(), request.targets.data(), 2, 3,
                                           weight, gradient.data()),
            table.total);
  EXPECT_TRUE(gradient == table.gradient);
}

TEST(DatasetLoss, RefusesAnUnknownLoss) {
  EXPECT_EQ(refusal_of([] { of("loss=none\nscores=1\nlabels=0\n"); }).argument, "loss");
}

struct Bad {
  const char* text;
  const char* argument;
  const char* part;  ///< of the message
};

void PrintTo(const Bad& bad, std::ostream* out) { *out << bad.text; }

class BadRequest : public ::testing::TestWithParam<Bad> {};

TEST_P(BadRequest, IsRefusedByNameWithWhatIsAllowed) {
  const auto refusal = refusal_of([] { of(GetParam().text); });
  EXPECT_EQ(refusal.argument, GetParam().argument);
  EXPECT_NE(refusal.message.find(GetParam().part), std::string::npos) << refusal.message;
}

INSTANTIATE_TEST_SUITE_P(
    DatasetLoss, BadRequest,
    ::testing::Values(
        Bad{"loss=none\nscores=1,2\nlabels=0\n", "loss", "softmax_cross_entropy"},
        Bad{"scores=1,2\nlabels=0\n", "loss", "softmax_cross_entropy"},
        Bad{"loss=hinge\nlabels=1\n", "scores", "nothing"},
        Bad{"loss=hinge\nscores=1\n", "labels", "either labels or targets"},
        Bad{"loss=hinge\nscores=1\nlabels=1\ntargets=1\n", "labels", "targets as well"},
        Bad{"loss=multiclass_svm\nscores=1,2;3\nlabels=0,0\n", "scores", "2 in every row"},
        Bad{"loss=multiclass_svm\nscores=1,x\nlabels=0\n", "scores", "'x'"},
        Bad{"loss=multiclass_svm\nscores=1,2\nlabels=2\n", "labels", "from 0 to 1"},
        Bad{"loss=multiclass_svm\nscores=1,2\nlabels=0.5\n", "labels", "0.5"},
        Bad{"loss=multiclass_svm\nscores=1,2\nlabels=-1\n", "labels", "from 0 to 1"},
        Bad{"loss=multiclass_svm\nscores=1,2\nlabels=0,1\n", "targets", "4 numbers"},
        Bad{"loss=multiclass_svm\nscores=1,2\ntargets=1\n", "targets", "1 numbers in a row"},
        Bad{"loss=softmax_cross_entropy\nscores=1,2\ntargets=0.5,0.6\n", "targets", "1.1"},
        Bad{"loss=softmax_cross_entropy\nscores=1,2\ntargets=-0.5,1.5\n", "targets", "≥ 0"},
        Bad{"loss=hinge\nscores=1,2\ntargets=1,1\n", "scores", "one score an example"},
        Bad{"loss=hinge\nscores=1;2\nlabels=0,1\n", "labels", "-1 or 1"},
        Bad{"loss=hinge\nscores=1\nlabels=1\nreduction=max\n", "reduction", "mean, sum"},
        Bad{"loss=hinge\nscores=1\nscores=1\nlabels=1\n", "loss", "each key once"},
        Bad{"loss=hinge\nscores=1\nlabels=1\ncolour=red\n", "loss", "'colour'"},
        Bad{"loss=hinge\nscores=1\nlabels=1\nloss.power=3\n", "loss.power", "linear, squared"},
        Bad{"loss=softmax_cross_entropy\nscores=1,2\nlabels=0\nloss.smoothing=1\n",
            "loss.smoothing", "(1 excluded)"},
        Bad{"loss=softmax_cross_entropy\nscores=1,2\nlabels=0\nloss.temperature=0\n",
            "loss.temperature", "1e-06"}));

TEST(DatasetLoss, RefusesTextsWithoutEnd) {
  EXPECT_EQ(refusal_of([] { of(std::string(longest_spec_text + 1, '\n')); }).argument, "loss");
}

}  // namespace fall_line::dataset_loss_test
