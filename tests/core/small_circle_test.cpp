#include "core/analysis/small_circle.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "tests/core/analysis_table.hpp"
#include "tests/core/support.hpp"

namespace fall_line::small_circle_test {

using test::AnalysisTable;
using test::refusal_of;

AnalysisTable circle(const std::string& subject, double radius, const std::string& more = "") {
  return {"small_circle", subject + "\nanalysis.radius=" + std::to_string(radius) + "\n" + more};
}

// Booth at (0, 0): f = 7² + 5² = 74, g = (−34, −38), ‖g‖ = √2600.
TEST(SmallCircle, AtTheOriginOfBoothTheNumbersAreThoseOnPaper) {
  const auto table = circle("problem=booth\nstart=0,0", 0.5);
  const double steepness = std::sqrt(2600.0);
  ASSERT_EQ(table.rows(), 360);
  EXPECT_EQ(table.at("value_here", 0), 74.0);
  EXPECT_EQ(table.at("gradient_here", 0, 0), -34.0);
  EXPECT_EQ(table.at("gradient_here", 0, 1), -38.0);
  EXPECT_NEAR(table.at("implied_rate", 0), 0.5 / steepness, 1e-17);
  EXPECT_NEAR(table.at("best_step", 0, 0), 17.0 / steepness, 1e-15);
  EXPECT_NEAR(table.at("best_step", 0, 1), 19.0 / steepness, 1e-15);
  EXPECT_NEAR(table.at("best_model", 0), 74.0 - 0.5 * steepness, 1e-13);
  // 90 degrees: straight up
  EXPECT_EQ(table.at("angle", 90), 90.0);
  EXPECT_EQ(table.at("displacement", 90, 0), 0.0);
  EXPECT_EQ(table.at("displacement", 90, 1), 0.5);
  EXPECT_EQ(table.at("model", 90), 74.0 - 19.0);
  EXPECT_EQ(table.at("value_there", 90), 36.0 + 20.25);
  EXPECT_EQ(table.at("model_error", 90), 1.25) << "½·10·0.5²";
  EXPECT_NEAR(table.at("alignment", 90), -38.0 / steepness, 1e-15);
}

TEST(SmallCircle, NoDirectionIsPromisedMoreThanTheOneAgainstTheGradient) {
  for (const char* subject : {"problem=booth\nstart=-4,2", "problem=rosenbrock\nstart=-1,1.5",
                              "problem=himmelblau\nstart=0.5,-3"}) {
    const auto table = circle(subject, 0.25);
    for (Index i = 0; i < table.rows(); ++i) {
      EXPECT_GE(table.at("model", i), table.at("best_model", i) - 1e-12) << subject << " " << i;
      EXPECT_GE(table.at("value_there", i), table.at("lowest_value", i)) << subject << " " << i;
    }
    EXPECT_LE(table.at("lowest_value", 0), table.at("value_at_best", 0)) << subject;
  }
}

// On a round bowl the gradient points at the minimum: the model and the bowl choose alike.
TEST(SmallCircle, OnARoundBowlBothChooseTheSameStep) {
  const auto table =
      circle("problem=quadratic\nproblem.curvature1=3\nproblem.curvature2=3\nstart=1.5,-2", 0.4);
  for (std::size_t k = 0; k < 2; ++k) {
    EXPECT_NEAR(table.at("lowest_step", 0, k), table.at("best_step", 0, k), 1e-7) << k;
  }
  EXPECT_NEAR(table.at("lowest_value", 0), table.at("value_at_best", 0), 1e-12);
}

// The lowest point of the circle has a gradient along its radius.
TEST(SmallCircle, AtTheLowestPointTheGradientHasNoPartAlongTheCircle) {
  const auto table = circle("problem=booth\nstart=-4,2", 1.5);
  const double x = -4.0 + table.at("lowest_step", 0, 0), y = 2.0 + table.at("lowest_step", 0, 1);
  const double a = x + 2.0 * y - 7.0, b = 2.0 * x + y - 5.0;
  const double gx = 2.0 * a + 4.0 * b, gy = 4.0 * a + 2.0 * b;
  const double across = (gx * (y - 2.0) - gy * (x + 4.0)) / 1.5;
  EXPECT_NEAR(across / std::hypot(gx, gy), 0.0, 1e-6);
}

// Across the valley of Booth: a long step against the gradient climbs the other side.
TEST(SmallCircle, TheShareOfTheDescentIsNegativeWhereTheStepClimbs) {
  const auto small = circle("problem=booth\nstart=0,0", 0.01);
  EXPECT_NEAR(small.at("descent_share", 0), 1.0, 1e-4);
  const auto large = circle("problem=booth\nstart=0,0", 8.0);
  EXPECT_LT(large.at("descent_share", 0), 0.0);
  EXPECT_GT(large.at("value_at_best", 0), large.at("value_here", 0));
  EXPECT_NEAR(large.at("lowest_model", 0),
              74.0 - 34.0 * large.at("lowest_step", 0, 0) - 38.0 * large.at("lowest_step", 0, 1),
              1e-12);
}

TEST(SmallCircle, TheErrorOfThePlaneShrinksWithTheSquareOfTheRadius) {
  const auto large = circle("problem=himmelblau\nstart=0.5,-3", 0.02);
  const auto small = circle("problem=himmelblau\nstart=0.5,-3", 0.01);
  for (Index i = 0; i < 360; i += 30) {
    EXPECT_NEAR(large.at("model_error", i) / small.at("model_error", i), 4.0, 0.1) << i;
  }
}

TEST(SmallCircle, WhereItIsFlatThePlaneHasNoFavourite) {
  const auto table = circle("problem=booth\nstart=1,3", 2.0);
  EXPECT_TRUE(std::isnan(table.at("best_step", 0)));
  EXPECT_TRUE(std::isnan(table.at("implied_rate", 0)));
  EXPECT_TRUE(std::isnan(table.at("best_model", 7)));
  EXPECT_EQ(table.at("model", 7), 0.0);
  // along the eigenvector of 2: ½·2·2²
  EXPECT_NEAR(table.at("lowest_value", 0), 4.0, 1e-12);
  EXPECT_TRUE(std::isnan(table.at("descent_share", 0)));
}

TEST(SmallCircle, RefusesOtherDimensionsAndBadSettings) {
  EXPECT_EQ(refusal_of([] { circle("problem=parabola", 1.0); }).argument, "problem");
  EXPECT_EQ(refusal_of([] { circle("problem=booth", 0.0); }).argument, "analysis.radius");
  EXPECT_EQ(refusal_of([] { circle("problem=booth", 1.0, "analysis.count=3\n"); }).argument,
            "analysis.count");
}

}  // namespace fall_line::small_circle_test
