// Gradients of minibatches at a point: unbiased, their spread, and how it falls with the size.

#include <gtest/gtest.h>

#include <cmath>

#include "core/analysis/example_gradients.hpp"
#include "tests/core/analysis_table.hpp"
#include "tests/core/support.hpp"

namespace fall_line::minibatch_gradients_test {

using test::AnalysisTable;
using test::refusal_of;

// f_1 = (1 − w)², f_2 = (3 − w)² at w = 0: gradients −2 and −6, mean −4, variance 4
const std::string two_points =
    "problem=linear_regression\nproblem.bias=none\n"
    "data=points\ndata.task=regression\ndata.points=1,1; 1,3\n";
const std::string line =
    "problem=linear_regression\ndata=line\ndata.count=256\ndata.noise=1\nstart=-1,2\n";

TEST(ExampleGradients, AreThoseOfTheDefinition) {
  const AnalysisTable spread("gradient_spread", line + "analysis.draws=1:0\n");
  // 256 gradients by hand: −2·(y − w·x − b)·(x, 1)
  const Subject subject(parse_run_spec(line + "method=gradient_descent\n"));
  double mean[2] = {}, square = 0.0;
  for (Index i = 0; i < 256; ++i) {
    double g[2];
    subject.problem->batch_value_and_gradient(subject.at.data(), &i, 1, g);
    for (int k = 0; k < 2; ++k) mean[k] += g[k] / 256.0, square += g[k] * g[k] / 256.0;
  }
  EXPECT_NEAR(spread.at("gradient", 0, 0), mean[0], 1e-12);
  EXPECT_NEAR(spread.at("gradient", 0, 1), mean[1], 1e-12);
  EXPECT_NEAR(spread.at("mean_square", 0), square, 1e-10);
  EXPECT_NEAR(spread.at("example_variance", 0), square - mean[0] * mean[0] - mean[1] * mean[1],
              1e-10);
  EXPECT_TRUE(std::isnan(spread.at("measured", 0)));
}

TEST(GradientSpread, IsThatOfTheCurriculumWithReplacement) {
  const AnalysisTable spread("gradient_spread", line +
                                                    "analysis.replacement=with\n"
                                                    "analysis.draws=1:1, 32:1, 128:1, 256:1\n");
  const double relative[] = {1.0, 0.177, 0.088, 0.0625};
  for (Index row = 0; row < 4; ++row) EXPECT_NEAR(spread.at("relative", row), relative[row], 5e-4);
  EXPECT_EQ(spread.at("relative", 3), 0.0625);
}

TEST(GradientSpread, VanishesWithAllExamplesInABatchThatDrawsNoneTwice) {
  const AnalysisTable spread("gradient_spread", line + "analysis.draws=64:50, 256:50\n");
  // √(192/255/64)
  EXPECT_NEAR(spread.at("relative", 0), std::sqrt(192.0 / 255.0) / 8.0, 1e-14);
  EXPECT_EQ(spread.at("spread", 1), 0.0);
  EXPECT_LT(spread.at("measured", 1), 1e-12);
}

// Two draws out of two points: each of the four pairs, or the only one.
TEST(GradientSpread, IsThatOfAllBatchesThereAre) {
  const auto at = [](const std::string& replacement) {
    return AnalysisTable("gradient_spread", two_points + "analysis.replacement=" + replacement +
                                                "\nanalysis.draws=1:1, 2:1\n");
  };
  EXPECT_NEAR(at("with").at("variance", 0), 4.0, 1e-13);
  EXPECT_NEAR(at("with").at("variance", 1), (4.0 + 0.0 + 0.0 + 4.0) / 4.0, 1e-13);
  EXPECT_NEAR(at("without").at("variance", 0), 4.0, 1e-13);
  EXPECT_EQ(at("without").at("variance", 1), 0.0);
}

TEST(MinibatchGradients, AverageToTheGradientWithinFourStandardErrors) {
  for (const std::string replacement : {"with", "without"}) {
    for (const std::string size : {"1", "8", "64"}) {
      const AnalysisTable draws("minibatch_gradients",
                                line + "analysis.draws=4000\nanalysis.size=" + size +
                                    "\nanalysis.replacement=" + replacement + "\n");
      EXPECT_LT(draws.last("mean_error"), 4.0 * draws.last("expected_error")) << size;
      EXPECT_GT(draws.last("mean_error"), 0.0);
      EXPECT_NEAR(draws.last("spread") / draws.last("expected_spread"), 1.0, 0.06)
          << size << replacement;
    }
  }
}

TEST(MinibatchGradients, KeepTheirDrawsWhenMoreAreMade) {
  const std::string size = "analysis.size=16\n";
  const AnalysisTable few("minibatch_gradients", line + size + "analysis.draws=5\n");
  const AnalysisTable many("minibatch_gradients", line + size + "analysis.draws=50\n");
  for (Index row = 0; row < 5; ++row) {
    EXPECT_EQ(few.at("sample", row, 0), many.at("sample", row, 0));
    EXPECT_EQ(few.at("spread", row), many.at("spread", row));
  }
  const AnalysisTable other("minibatch_gradients",
                            line + size + "analysis.draws=5\nanalysis.seed=2\n");
  EXPECT_NE(few.at("sample", 0, 0), other.at("sample", 0, 0));
}

TEST(MinibatchGradients, OfAnotherProblemOverExamples) {
  const AnalysisTable draws("minibatch_gradients",
                            "problem=softmax_regression\ndata=blobs\nanalysis.size=6\n"
                            "analysis.draws=3000\n");
  EXPECT_LT(draws.last("mean_error"), 4.0 * draws.last("expected_error"));
  EXPECT_NEAR(draws.last("spread") / draws.last("expected_spread"), 1.0, 0.06);
}

TEST(GradientSpread, MeasuresTheDrawsOfMinibatchGradients) {
  const AnalysisTable draws("minibatch_gradients", line + "analysis.size=4\nanalysis.draws=37\n");
  const AnalysisTable spread("gradient_spread", line + "analysis.draws=1:5, 4:37\n");
  EXPECT_EQ(spread.at("measured", 1), draws.last("spread"));
  EXPECT_EQ(spread.at("spread", 1), draws.last("expected_spread"));
}

// Every one of the six pairs of four examples, equally often: χ² with 5 degrees of freedom.
TEST(BatchSampler, TakesEveryBatchEquallyOften) {
  BatchSampler batches(4, 2, Replacement::without, 11);
  double counts[4][4] = {};
  constexpr int draws = 60'000;
  for (int i = 0; i < draws; ++i) {
    const auto batch = batches.next();
    ASSERT_NE(batch[0], batch[1]);
    counts[std::min(batch[0], batch[1])][std::max(batch[0], batch[1])] += 1.0;
  }
  double chi_square = 0.0;
  for (int a = 0; a < 4; ++a) {
    for (int b = a + 1; b < 4; ++b) {
      const double off = counts[a][b] - draws / 6.0;
      chi_square += off * off / (draws / 6.0);
    }
  }
  EXPECT_LT(chi_square, 20.5);  // 99.9 %
}

TEST(MinibatchGradients, RefuseWhatIsNoMeanTooLargeBatchesAndBadDraws) {
  const auto refused = [](const std::string& text) {
    return refusal_of([&] { analyse("analysis=" + text); }).argument;
  };
  EXPECT_EQ(refused("minibatch_gradients\nproblem=booth\n"), "problem");
  EXPECT_EQ(refused("minibatch_gradients\nanalysis.size=257\n" + line), "analysis.size");
  EXPECT_EQ(refused("minibatch_gradients\nanalysis.size=0\n" + line), "analysis.size");
  for (const char* draws :
       {"", "1", "1:2,1:3", "1.5:3", "0:3", "257:1", "1:10001", "1:2.5", "x:1"}) {
    EXPECT_EQ(refused("gradient_spread\nanalysis.draws=" + std::string(draws) + "\n" + line),
              "analysis.draws")
        << draws;
  }
}

}  // namespace fall_line::minibatch_gradients_test
