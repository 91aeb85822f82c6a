#include "core/analysis/penalty_level.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/losses/regularizer.hpp"
#include "tests/core/analysis_table.hpp"
#include "tests/core/support.hpp"

namespace fall_line::penalty_level_test {

using test::AnalysisTable;

AnalysisTable level(const std::string& penalty, const std::string& settings) {
  return {"penalty_level", "analysis.penalty=" + penalty + "\n" + settings};
}

TEST(PenaltyLevel, CostsEverywhereWhatTheGivenWeightsCost) {
  for (const char* penalty : {"l2", "half_l2", "l1", "elastic_net"}) {
    const auto table =
        level(penalty, "analysis.through=-1.5,0.25\nanalysis.regularization_strength=0.3\n");
    const AnalysisTable given("penalty", std::string("analysis.weights=-1.5,0.25\n") +
                                             "analysis.penalty=" + penalty +
                                             "\nanalysis.regularization_strength=0.3\n");
    ASSERT_EQ(table.rows(), 97);
    for (Index i = 0; i < table.rows(); ++i) {
      EXPECT_NEAR(table.at("price", i), given.last("total"), 1e-15) << penalty << " " << i;
    }
    EXPECT_EQ(table.at("weight_1", 96), table.at("weight_1", 0)) << "it ends where it began";
    EXPECT_EQ(table.at("weight_2", 96), table.at("weight_2", 0));
  }
}

TEST(PenaltyLevel, HasItsCornersOnTheAxes) {
  // |w| = 2: the diamond through (1.5, -0.5); w² = 2.5: the circle
  const auto diamond = level("l1", "analysis.through=1.5,-0.5\nanalysis.quarter_points=7\n");
  const double corners[][2] = {{2, 0}, {0, 2}, {-2, 0}, {0, -2}};
  for (Index k = 0; k < 4; ++k) {
    EXPECT_EQ(diamond.at("weight_1", 7 * k), corners[k][0]) << k;
    EXPECT_EQ(diamond.at("weight_2", 7 * k), corners[k][1]) << k;
  }
  // its sides are straight
  for (Index i = 0; i < 7; ++i) {
    EXPECT_NEAR(diamond.at("weight_1", i) + diamond.at("weight_2", i), 2.0, 1e-15) << i;
  }
  const auto circle = level("l2", "analysis.through=1.5,-0.5\n");
  for (Index i = 0; i < circle.rows(); ++i) {
    EXPECT_NEAR(std::hypot(circle.at("weight_1", i), circle.at("weight_2", i)), std::sqrt(2.5),
                1e-15)
        << i;
  }
}

TEST(PenaltyLevel, OfTheElasticNetLiesBetweenDiamondAndCircle) {
  // β·r² + r = 1.5 has its root in r = 1 where β = 1/2
  const auto table = level("elastic_net", "analysis.through=1,0\nanalysis.square_share=0.5\n");
  EXPECT_NEAR(table.at("weight_1", 0), 1.0, 1e-15);
  const double half = table.at("weight_1", 12);
  EXPECT_DOUBLE_EQ(half, table.at("weight_2", 12));
  EXPECT_GT(half, 0.5) << "the diamond's side";
  EXPECT_LT(half, std::sqrt(0.5)) << "the circle";
  const auto without = level("elastic_net", "analysis.through=1,0\nanalysis.square_share=0\n");
  EXPECT_NEAR(without.at("weight_1", 12), 0.5, 1e-15);
}

TEST(PenaltyLevel, OfNothingIsAPoint) {
  for (const char* penalty : {"l2", "l1", "elastic_net"}) {
    const auto table = level(penalty, "analysis.through=0,0\n");
    for (Index i = 0; i < table.rows(); ++i) {
      EXPECT_EQ(table.at("weight_1", i), 0.0) << penalty;
      EXPECT_EQ(table.at("weight_2", i), 0.0) << penalty;
    }
  }
}

TEST(PenaltyLevel, RefusesWhatAreNotTwoWeights) {
  for (const char* through : {"1", "1,2,3", "1e101,0", "one,two"}) {
    const auto refusal =
        test::refusal_of([&] { level("l1", "analysis.through=" + std::string(through) + "\n"); });
    EXPECT_EQ(refusal.argument, "analysis.through") << through;
  }
}

}  // namespace fall_line::penalty_level_test
