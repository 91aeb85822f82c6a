// Curvature, rates and convexity: what the tables of core/analysis say of whole functions and
// whole runs.

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "core/analysis/critical_point.hpp"
#include "tests/core/analysis_table.hpp"
#include "tests/core/support.hpp"

namespace fall_line::convergence_test {

using test::AnalysisTable;
using test::refusal_of;

TEST(Spectrum, OfBoothIsThatOfTheLecture) {
  const AnalysisTable booth("spectrum", "problem=booth\nanalysis.learning_rate=0.01\n");
  ASSERT_EQ(booth.rows(), 2);
  EXPECT_NEAR(booth.at("eigenvalue", 0), 2.0, 1e-14);
  EXPECT_NEAR(booth.at("eigenvalue", 1), 18.0, 1e-14);
  EXPECT_NEAR(booth.at("condition_number", 0), 9.0, 1e-13);
  EXPECT_NEAR(booth.at("largest_learning_rate", 0), 0.1111, 5e-5);
  EXPECT_NEAR(booth.at("best_learning_rate", 0), 0.1, 1e-15);
  EXPECT_NEAR(booth.at("best_rate", 0), 0.8, 1e-15);
  EXPECT_NEAR(booth.at("factor", 0), 0.98, 1e-15);
  EXPECT_NEAR(booth.at("factor", 1), 0.82, 1e-15);
}

// learning rate, factor of the flat and of the steep direction
class BoothFactors : public ::testing::TestWithParam<std::tuple<const char*, double, double>> {};

TEST_P(BoothFactors, AreThoseOfTheLecture) {
  const auto& [learning_rate, flat, steep] = GetParam();
  const AnalysisTable booth(
      "spectrum", "problem=booth\nanalysis.learning_rate=" + std::string(learning_rate) + "\n");
  EXPECT_NEAR(booth.at("factor", 0), flat, 5e-4);
  EXPECT_NEAR(booth.at("factor", 1), steep, 5e-4);
}

INSTANTIATE_TEST_SUITE_P(Spectrum, BoothFactors,
                         ::testing::Values(std::tuple{"0.098", 0.804, -0.764},
                                           std::tuple{"0.1", 0.8, -0.8},
                                           std::tuple{"0.11", 0.78, -0.98},
                                           std::tuple{"0.1111111111111111", 0.778, -1.0},
                                           std::tuple{"0.12", 0.76, -1.16}));

TEST(Spectrum, HeavyBallIsBestAtTheRateItPromises) {
  const AnalysisTable booth("spectrum",
                            "problem=booth\nanalysis.learning_rate=0.125\nanalysis.beta=0.25\n");
  // both directions at √β = 0.5: the double root
  EXPECT_NEAR(booth.at("rate", 0), 0.5, 1e-7);
  EXPECT_NEAR(booth.at("rate", 1), 0.5, 1e-7);
}

TEST(Spectrum, RateWithMomentumIsThatOfTheRun) {
  for (const char* beta : {"0", "0.3", "0.9"}) {
    const std::string booth = "problem=quadratic\nproblem.curvature1=1\nproblem.curvature2=1\n";
    const AnalysisTable predicted(
        "spectrum",
        booth + "analysis.learning_rate=0.05\nanalysis.beta=" + std::string(beta) + "\n");
    const AnalysisTable measured(
        "measured_rate", booth + "method=momentum\nmethod.learning_rate=0.05\nmethod.beta=" +
                             std::string(beta) + "\nanalysis.steps=400\nanalysis.from=100\n");
    EXPECT_NEAR(measured.last("fitted_rate"), predicted.at("rate", 0), 2e-3) << beta;
  }
}

TEST(Spectrum, GivesNoLimitWhereTheFunctionIsNoBowl) {
  const AnalysisTable saddle("spectrum", "problem=quadratic\nproblem.curvature1=-1\n");
  EXPECT_TRUE(std::isnan(saddle.at("largest_learning_rate", 0)));
  EXPECT_NEAR(saddle.at("factor", 0), 1.01, 1e-15);
}

// [[1, 2], [2, 1]]: curvatures 3 and −1, turned by 45 degrees.
TEST(CriticalPointTest, DiagonalTakesTheSaddleOfLecture0ForAMinimum) {
  const AnalysisTable test("critical_point",
                           "problem=quadratic\nproblem.curvature1=3\nproblem.curvature2=-1\n"
                           "problem.angle=45\nstart=0,0\n");
  EXPECT_NEAR(test.at("smallest_diagonal", 0), 1.0, 1e-15);
  EXPECT_NEAR(test.at("largest_diagonal", 0), 1.0, 1e-15);
  EXPECT_NEAR(test.at("smallest_eigenvalue", 0), -1.0, 1e-15);
  EXPECT_NEAR(test.at("largest_eigenvalue", 0), 3.0, 1e-15);
  EXPECT_EQ(test.at("kind", 0), CriticalPointTest::saddle);
  EXPECT_EQ(test.at("kind_by_diagonal", 0), CriticalPointTest::minimum);
}

TEST(CriticalPointTest, TellsTheKindsApart) {
  const auto kind = [](const std::string& text) {
    return AnalysisTable("critical_point", text).at("kind", 0);
  };
  EXPECT_EQ(kind("problem=booth\nstart=1,3\n"), CriticalPointTest::minimum);
  EXPECT_EQ(kind("problem=booth\nstart=1,2\n"), CriticalPointTest::not_critical);
  EXPECT_EQ(kind("problem=parabola\nproblem.curvature=-1\nstart=0\n"), CriticalPointTest::maximum);
  EXPECT_EQ(kind("problem=quadratic\nproblem.curvature2=0\nstart=0,0\n"),
            CriticalPointTest::degenerate);
}

double smallest(const AnalysisTable& table, const char* column) {
  double least = INFINITY;
  for (Index row = 0; row < table.rows(); ++row) least = std::min(least, table.at(column, row));
  return least;
}

TEST(ConvexityTest, FindsNothingAgainstConvexFunctions) {
  for (const char* problem : {"booth", "exponential", "quadratic"}) {
    const AnalysisTable test("convexity", "problem=" + std::string(problem) + "\n");
    EXPECT_EQ(test.rows(), 200);
    EXPECT_GE(smallest(test, "chord_gap"), -1e-12) << problem;
    EXPECT_GE(smallest(test, "first_order_gap"), -1e-12) << problem;
    EXPECT_GE(smallest(test, "smallest_eigenvalue"), 0.0) << problem;
  }
}

TEST(ConvexityTest, FindsASaddleOutInAllThreeWays) {
  const AnalysisTable test("convexity", "problem=quadratic\nproblem.curvature1=-1\n");
  EXPECT_LT(smallest(test, "chord_gap"), -0.01);
  EXPECT_LT(smallest(test, "first_order_gap"), -0.01);
  EXPECT_NEAR(smallest(test, "smallest_eigenvalue"), -1.0, 1e-12);
}

TEST(ConvexityTest, SameSeedDrawsTheSamePoints) {
  const AnalysisTable first("convexity", "problem=booth\nanalysis.seed=4\n");
  const AnalysisTable again("convexity", "problem=booth\nanalysis.seed=4\n");
  const AnalysisTable other("convexity", "problem=booth\nanalysis.seed=5\n");
  EXPECT_EQ(first.at("point_a", 7), again.at("point_a", 7));
  EXPECT_NE(first.at("point_a", 7), other.at("point_a", 7));
}

TEST(MeasuredRate, OfGradientDescentIsItsSlowestFactor) {
  const AnalysisTable rate("measured_rate",
                           "problem=booth\nmethod=gradient_descent\nmethod.learning_rate=0.05\n"
                           "start=3,3.5\nanalysis.steps=80\nanalysis.from=40\n");
  EXPECT_NEAR(rate.last("fitted_rate"), 0.9, 1e-9);
  EXPECT_NEAR(rate.at("distance_ratio", 60), 0.9, 1e-9);
  EXPECT_NEAR(rate.at("gap_ratio", 60), 0.81, 1e-9);
}

TEST(MeasuredRate, HasNoRatioBeforeTheFirstStep) {
  const AnalysisTable rate("measured_rate", "problem=booth\nmethod=gradient_descent\n");
  EXPECT_TRUE(std::isnan(rate.at("gap_ratio", 0)));
  EXPECT_EQ(rate.rows(), 51);
}

TEST(MeasuredRate, RefusesAFitWithoutSteps) {
  const auto refusal = refusal_of([] {
    analyse(
        "analysis=measured_rate\nproblem=booth\nmethod=gradient_descent\nanalysis.steps=5\n"
        "analysis.from=4\n");
  });
  EXPECT_EQ(refusal.argument, "analysis.from");
}

// Lecture 3: η = 1/18 on Booth from (0, 0), ‖x₀ − x*‖² = 10, bound 90/T.
TEST(ConvergenceProof, BoundOnBoothIsThatOfTheLecture) {
  const AnalysisTable proof("convergence_proof", "problem=booth\nstart=0,0\n");
  EXPECT_NEAR(proof.at("learning_rate", 0), 1.0 / 18.0, 1e-16);
  EXPECT_EQ(proof.at("first_distance_square", 0), 10.0);
  EXPECT_NEAR(proof.at("bound", 1), 90.0, 1e-12);
  EXPECT_NEAR(proof.at("bound", 10), 9.0, 1e-13);
  EXPECT_NEAR(proof.at("bound", 50), 1.8, 1e-13);
  EXPECT_NEAR(proof.at("gap", 1), 1.58, 0.005);
  EXPECT_NEAR(proof.at("gap", 10), 0.190, 0.0005);
  EXPECT_NEAR(proof.at("gap", 50), 1.5e-5, 0.05e-5);
}

TEST(ConvergenceProof, FirstInequalityFailsBeyondTheStableLearningRate) {
  const AnalysisTable proof("convergence_proof",
                            "problem=booth\nstart=0,0\nanalysis.share=2.2\nanalysis.steps=20\n");
  EXPECT_GT(proof.at("gap", 20), proof.at("gap", 19));
}

TEST(ConvergenceProof, NeedsAKnownMinimumAndAnUpwardCurvature) {
  EXPECT_EQ(
      refusal_of([] { analyse("analysis=convergence_proof\nproblem=exponential\n"); }).argument,
      "problem");
  EXPECT_EQ(refusal_of([] {
              analyse("analysis=convergence_proof\nproblem=parabola\nproblem.curvature=-1\n");
            }).argument,
            "analysis.lipschitz");
}

// what Rosenbrock declares is the minimum in two dimensions
TEST(ConvergenceProof, RefusesAMinimumOfAnotherDimension) {
  const auto refusal = refusal_of(
      [] { analyse("analysis=convergence_proof\nproblem=rosenbrock\nproblem.dimension=3\n"); });
  EXPECT_EQ(refusal.argument, "problem");
}

TEST(RandomSymmetric, DefiniteMatricesAreRarerThanCoinsSay) {
  constexpr double samples = 200'000.0;
  const AnalysisTable shares("random_symmetric", "analysis.largest=5\nanalysis.samples=200000\n");
  ASSERT_EQ(shares.rows(), 5);
  EXPECT_EQ(shares.at("definite", 0), 1.0);
  // exactly 1 − 1/√2 and ½ − √2/π; the others from three million samples with other seeds
  const double known[] = {1.0 - std::sqrt(0.5), 0.5 - std::sqrt(2.0) / std::numbers::pi, 0.00490,
                          0.00029};
  for (Index n = 2; n <= 5; ++n) {
    const double expected = known[n - 2];
    EXPECT_NEAR(shares.at("definite", n - 1), expected,
                4.0 * std::sqrt(expected * (1.0 - expected) / samples))
        << n;
    EXPECT_LT(shares.at("definite", n - 1), shares.at("coin_flips", n - 1));
  }
}

TEST(RandomSymmetric, DiagonalsAreCoins) {
  constexpr double samples = 200'000.0;
  const AnalysisTable shares("random_symmetric", "analysis.largest=5\nanalysis.samples=200000\n");
  for (Index n = 2; n <= 5; ++n) {
    const double coins = std::pow(2.0, 1.0 - static_cast<double>(n));
    EXPECT_EQ(shares.at("coin_flips", n - 1), coins);
    EXPECT_NEAR(shares.at("diagonal_of_one_sign", n - 1), coins,
                4.0 * std::sqrt(coins * (1.0 - coins) / samples));
  }
}

TEST(RandomSymmetric, TenCoinsShowOneSideTwiceInAThousand) {
  const AnalysisTable shares("random_symmetric", "analysis.largest=10\nanalysis.samples=1\n");
  EXPECT_NEAR(shares.at("coin_flips", 9), 0.00195, 5e-6);
}

// x⁴/4 is strictly convex though its curvature vanishes at 0.
TEST(Convexity, StrictNeedsNoCurvature) {
  const AnalysisTable quartic("convexity", "problem=quartic\n");
  EXPECT_GT(smallest(quartic, "chord_gap"), 0.0);
  EXPECT_GT(smallest(quartic, "first_order_gap"), 0.0);
}

}  // namespace fall_line::convergence_test
