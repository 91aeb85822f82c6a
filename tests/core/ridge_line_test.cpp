// The best line from its two equations, against the fit of any regression.

#include <gtest/gtest.h>

#include "core/catalog/invalid_argument.hpp"
#include "tests/core/analysis_table.hpp"
#include "tests/core/support.hpp"

namespace fall_line::ridge_line_test {

using test::AnalysisTable;
using test::refusal_of;

const std::string regression = "problem=linear_regression\n";
const std::string range = "analysis.lowest=0.001\nanalysis.highest=10\nanalysis.points=21\n";

TEST(RidgeLine, IsTheFitOfTheRegressionUnderEveryStrength) {
  for (const std::string bias : {"free", "penalised"}) {
    const AnalysisTable line("ridge_line",
                             range + regression + "analysis.bias_penalty=" + bias + "\n");
    const AnalysisTable path("regularization_path",
                             range + regression +
                                 "problem.penalty=l2\nproblem.reduction=sum\n"
                                 "problem.bias_penalty=" +
                                 bias + "\n");
    ASSERT_EQ(line.rows(), path.rows());
    for (Index row = 0; row < line.rows(); ++row) {
      EXPECT_EQ(line.at("strength", row), path.at("strength", row));
      EXPECT_NEAR(line.at("slope", row), path.at("weights", row, 0), 1e-9) << row;
      EXPECT_NEAR(line.at("intercept", row), path.at("weights", row, 1), 1e-8) << row;
      EXPECT_NEAR(line.at("training_error", row), path.at("training_error", row), 1e-6) << row;
      EXPECT_NEAR(line.at("test_error", row), path.at("test_error", row), 1e-5) << row;
    }
  }
}

TEST(RidgeLine, GivesTheTableOfLectureTwoOnlyWithTheBiasPenalised) {
  const std::string at = "analysis.lowest=0.02\nanalysis.highest=0.02\nanalysis.points=2\n";
  const AnalysisTable table("ridge_line", at + regression + "analysis.bias_penalty=penalised\n");
  const double without[] = {31.96, 39.38, 61.65, 88.87, 113.62};
  const double with[] = {36.04, 40.62, 54.34, 71.11, 86.35};
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_NEAR(table.at("prediction", 0, i), without[i], 5e-3);
    EXPECT_NEAR(table.at("prediction", 1, i), with[i], 5e-3);
    EXPECT_EQ(table.at("set_aside", 1, i), i < 3 ? 0.0 : 1.0);
  }
  const AnalysisTable fair("ridge_line", at + regression);
  EXPECT_NEAR(fair.at("slope", 1), -2.4737, 5e-5);
}

TEST(RidgeLine, RefusesMoreFeaturesOtherProblemsAndWhatLeavesTheLineOpen) {
  const auto refused = [](const std::string& text) {
    return refusal_of([&] { analyse("analysis=ridge_line\n" + text); }).argument;
  };
  EXPECT_EQ(refused(regression + "data=unequal_scales\n"), "data");
  EXPECT_EQ(refused("problem=booth\n"), "problem");
  EXPECT_EQ(refused(regression + "data=points\ndata.points=1,2,0; 1,3,1\n"), "data");
  EXPECT_EQ(refused(regression + "analysis.lowest=2\nanalysis.highest=1\n"), "analysis.lowest");
}

}  // namespace fall_line::ridge_line_test
