// Momentum along eigenvectors: regimes, rates, the best settings, and the runs they speak of.

#include "core/analysis/heavy_ball.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/analysis_table.hpp"
#include "tests/core/support.hpp"

namespace fall_line::heavy_ball_test {

using test::AnalysisTable;
using test::refusal_of;

double regime(double step_curvature, double beta) {
  return static_cast<double>(heavy_ball_mode(step_curvature, beta).regime);
}
constexpr double code(DampingRegime regime) { return static_cast<double>(regime); }

TEST(HeavyBallMode, RegimesMeetWhereTheRootsMeet) {
  // β = 0.25: critical at (1 − ½)² = 0.25, flips from (1 + ½)² = 2.25, diverges from 2.5
  EXPECT_EQ(regime(0.2, 0.25), code(DampingRegime::overdamped));
  EXPECT_EQ(regime(0.25, 0.25), code(DampingRegime::critically_damped));
  EXPECT_EQ(regime(0.3, 0.25), code(DampingRegime::underdamped));
  EXPECT_EQ(regime(2.2, 0.25), code(DampingRegime::underdamped));
  EXPECT_EQ(regime(2.25, 0.25), code(DampingRegime::critically_damped));
  EXPECT_EQ(regime(2.3, 0.25), code(DampingRegime::alternating));
  EXPECT_EQ(regime(2.5, 0.25), code(DampingRegime::divergent));
  EXPECT_EQ(regime(3.0, 0.25), code(DampingRegime::divergent));
}

TEST(HeavyBallMode, WithoutMomentumIsGradientDescent) {
  EXPECT_EQ(regime(0.5, 0.0), code(DampingRegime::overdamped));
  EXPECT_EQ(regime(1.0, 0.0), code(DampingRegime::critically_damped)) << "there in one step";
  EXPECT_EQ(regime(1.5, 0.0), code(DampingRegime::alternating));
  EXPECT_EQ(regime(2.0, 0.0), code(DampingRegime::divergent));
  for (const double a : {0.3, 1.0, 1.7, 2.4}) {
    EXPECT_NEAR(heavy_ball_mode(a, 0.0).rate, std::abs(1.0 - a), 1e-15);
  }
}

TEST(HeavyBallMode, OnFlatGroundAndHillsNothingConverges) {
  EXPECT_EQ(regime(0.0, 0.9), code(DampingRegime::divergent));
  EXPECT_EQ(regime(-0.1, 0.9), code(DampingRegime::divergent));
  EXPECT_GT(heavy_ball_mode(-0.1, 0.9).rate, 1.0);
  EXPECT_EQ(regime(NAN, 0.9), code(DampingRegime::divergent));
}

TEST(HeavyBallMode, UnderdampedRateIsTheRootOfBeta) {
  for (const double a : {0.1, 1.0, 3.5}) {
    EXPECT_NEAR(heavy_ball_mode(a, 0.81).rate, 0.9, 1e-15);
  }
}

TEST(Damping, OfBoothAtItsBestIsCriticalInBothDirections) {
  const AnalysisTable booth("damping",
                            "problem=booth\nanalysis.learning_rate=0.125\nanalysis.beta=0.25\n");
  ASSERT_EQ(booth.rows(), 2);
  EXPECT_NEAR(booth.at("step_curvature", 0), 0.25, 1e-15);
  EXPECT_NEAR(booth.at("step_curvature", 1), 2.25, 1e-14);
  for (const Index row : {0, 1}) {
    EXPECT_EQ(booth.at("regime", row), code(DampingRegime::critically_damped));
    EXPECT_NEAR(booth.at("rate", row), 0.5, 1e-7);
  }
}

TEST(Damping, RateIsThatOfTheRunInEveryRegime) {
  // overdamped, underdamped, alternating
  for (const char* learning_rate : {"0.02", "0.5", "2.4"}) {
    const std::string bowl = "problem=quadratic\nproblem.curvature1=1\nproblem.curvature2=1\n";
    const AnalysisTable predicted(
        "damping", bowl + "analysis.learning_rate=" + learning_rate + "\nanalysis.beta=0.25\n");
    const AnalysisTable measured("measured_rate",
                                 bowl + "method=momentum\nmethod.beta=0.25\nmethod.learning_rate=" +
                                     learning_rate + "\nanalysis.steps=300\nanalysis.from=100\n");
    EXPECT_NEAR(measured.last("fitted_rate"), predicted.at("rate", 0), 2e-3) << learning_rate;
  }
}

TEST(DampingPlane, CellsAreWhatTheirCentresAre) {
  const AnalysisTable plane("damping_plane",
                            "analysis.largest=4\nanalysis.columns=8\nanalysis.rows=5\n");
  ASSERT_EQ(plane.rows(), 40);
  EXPECT_EQ(plane.at("step_curvature", 0), 0.25);
  EXPECT_EQ(plane.at("decay", 0), 0.1);
  EXPECT_EQ(plane.at("step_curvature", 39), 3.75);
  EXPECT_EQ(plane.at("decay", 39), 0.9);
  for (Index row = 0; row < plane.rows(); ++row) {
    const double a = plane.at("step_curvature", row), b = plane.at("decay", row);
    EXPECT_EQ(plane.at("regime", row), regime(a, b));
    EXPECT_EQ(a >= plane.at("stable_curvature", row),
              plane.at("regime", row) == code(DampingRegime::divergent));
    const bool swings =
        a > plane.at("critical_curvature", row) && a < plane.at("flip_curvature", row);
    EXPECT_EQ(swings, plane.at("regime", row) == code(DampingRegime::underdamped));
  }
}

TEST(BestMomentum, OfBoothIsThatOfTheLecture) {
  const AnalysisTable booth("best_momentum", "problem=booth\n");
  ASSERT_EQ(booth.rows(), 1);
  EXPECT_NEAR(booth.at("condition_number", 0), 9.0, 1e-13);
  EXPECT_NEAR(booth.at("best_learning_rate", 0), 0.125, 1e-15);
  EXPECT_NEAR(booth.at("best_beta", 0), 0.25, 1e-15);
  EXPECT_NEAR(booth.at("best_rate", 0), 0.5, 1e-15);
  EXPECT_NEAR(booth.at("descent_rate", 0), 0.8, 1e-15);
}

TEST(BestMomentum, OfConditionHundredTakesATenthOfTheSteps) {
  const AnalysisTable bowl("best_momentum",
                           "problem=quadratic\nproblem.curvature1=1\nproblem.curvature2=100\n");
  EXPECT_NEAR(bowl.at("descent_steps", 0), 691.0, 0.5);
  EXPECT_NEAR(bowl.at("best_steps", 0), 69.0, 0.5);
}

TEST(BestMomentum, NoOtherSettingsAreFaster) {
  const auto rate = [](double learning_rate, double beta) {
    double worst = 0.0;
    for (const double curvature : {2.0, 18.0}) {
      worst = std::max(worst, heavy_ball_mode(learning_rate * curvature, beta).rate);
    }
    return worst;
  };
  double least = INFINITY;
  for (int i = 1; i <= 200; ++i) {
    for (int k = 0; k < 200; ++k) least = std::min(least, rate(0.001 * i, 0.005 * k));
  }
  EXPECT_GE(least, 0.5 - 1e-7);
  EXPECT_NEAR(rate(0.125, 0.25), 0.5, 1e-7);
}

TEST(BestMomentum, OfARoundBowlIsOneStep) {
  const AnalysisTable round("best_momentum",
                            "problem=quadratic\nproblem.curvature1=4\nproblem.curvature2=4\n");
  EXPECT_EQ(round.at("best_learning_rate", 0), 0.25);
  EXPECT_EQ(round.at("best_beta", 0), 0.0);
  EXPECT_EQ(round.at("best_rate", 0), 0.0);
}

TEST(BestMomentum, RefusesWhatIsNoBowl) {
  const auto refusal =
      refusal_of([] { analyse("analysis=best_momentum\nproblem=saddle\nstart=1,1\n"); });
  EXPECT_EQ(refusal.argument, "problem");
}

TEST(BestMomentum, RefusesAGoalThatIsNone) {
  for (const char* goal : {"0", "1", "-1", "x"}) {
    const auto refusal = refusal_of([&] {
      analyse("analysis=best_momentum\nproblem=booth\nanalysis.goal=" + std::string(goal));
    });
    EXPECT_EQ(refusal.argument, "analysis.goal") << goal;
  }
}

// From (0, 0): f = 0.0176 after ten steps.
TEST(BestMomentum, BringsBoothDownAsTheLectureHasIt) {
  const auto run = test::run_of(
      "problem=booth\nmethod=momentum\nmethod.learning_rate=0.125\nmethod.beta=0.25\nstart=0,0\n",
      10);
  EXPECT_NEAR(run.trace().at(step_quantity::loss, 10)[0], 0.0176, 5e-5);
}

TEST(EigenModes, EachGoesItsOwnWayByTheRecurrence) {
  const AnalysisTable modes("eigen_modes",
                            "problem=booth\nmethod=momentum\nmethod.learning_rate=0.05\n"
                            "method.beta=0.8\nstart=-4,6\nanalysis.steps=40\n");
  ASSERT_EQ(modes.rows(), 41);
  const double curvatures[] = {2.0, 18.0};
  for (const std::size_t i : {0u, 1u}) {
    const double root_sum = 1.0 + 0.8 - 0.05 * curvatures[i];
    EXPECT_GT(modes.at("mode", 0, i), 0.0) << "points to the side of the start";
    for (Index t = 2; t <= 40; ++t) {
      const double expected =
          root_sum * modes.at("mode", t - 1, i) - 0.8 * modes.at("mode", t - 2, i);
      EXPECT_NEAR(modes.at("mode", t, i), expected, 1e-12) << "mode " << i << ", step " << t;
    }
  }
}

TEST(EigenModes, StopWithTheRun) {
  const AnalysisTable modes("eigen_modes",
                            "problem=booth\nmethod=momentum\nmethod.learning_rate=1e10\n"
                            "analysis.steps=200\n");
  EXPECT_LT(modes.rows(), 201);
  for (Index row = 0; row < modes.rows(); ++row) {
    EXPECT_TRUE(std::isfinite(modes.at("mode", row, 0)));
  }
}

TEST(EigenModes, RefuseAProblemWhoseMinimumIsNotKnown) {
  const auto refusal = refusal_of(
      [] { analyse("analysis=eigen_modes\nproblem=constant_gradient\nmethod=momentum\n"); });
  EXPECT_EQ(refusal.argument, "problem");
}

}  // namespace fall_line::heavy_ball_test
