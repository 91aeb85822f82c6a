// Races from many starts, their standings, and the search for a learning rate.

#include <gtest/gtest.h>

#include <cmath>

#include "core/catalog/invalid_argument.hpp"
#include "core/run/run.hpp"
#include "core/trace/step_quantities.hpp"
#include "tests/core/analysis_table.hpp"
#include "tests/core/support.hpp"

namespace fall_line::race_test {

using test::AnalysisTable;

constexpr const char* two = "gradient_descent,learning_rate=0.1;adam,learning_rate=0.1";

std::string race(const std::string& more) { return "problem=booth\nstart=0,0\n" + more; }

/// The first step at which a run is within `target` of 0, counted by hand.
double steps_until(const std::string& method, double target) {
  Run run(parse_run_spec("problem=booth\nstart=0,0\n" + method));
  run.advance(2000);
  for (Index row = 0; row <= run.steps(); ++row) {
    if (run.trace().at(step_quantity::loss, row)[0] <= target) return static_cast<double>(row);
  }
  return -1.0;
}

TEST(Race, StartZeroIsTheSubjectsOwn) {
  const AnalysisTable table("race", race("analysis.first=0\nanalysis.count=1\nanalysis.budget=50\n"
                                         "analysis.entrants=" +
                                         std::string(two)));
  ASSERT_EQ(table.rows(), 1);
  EXPECT_EQ(table.at("x", 0), 0.0);
  EXPECT_EQ(table.at("y", 0), 0.0);
  const double alone = steps_until("method=gradient_descent\nmethod.learning_rate=0.1\n", 0.01);
  EXPECT_EQ(table.at("cost", 0, 0), alone);
  EXPECT_TRUE(std::isnan(table.at("cost", 0, 1)));  // f = 1.0 after 50 steps, lecture 2
  EXPECT_EQ(table.at("winner", 0), 1.0);
}

TEST(Race, LossOfWhoDoesNotArriveIsThatOfTheSpentBudget) {
  const AnalysisTable table("race", race("analysis.first=0\nanalysis.count=1\nanalysis.budget=50\n"
                                         "analysis.target=0\nanalysis.entrants=" +
                                         std::string(two)));
  EXPECT_EQ(table.at("winner", 0), 0.0);
  EXPECT_NEAR(table.at("loss", 0, 0), 1.5e-8, 0.05e-8);
  EXPECT_NEAR(table.at("loss", 0, 1), 1.0, 0.05);
}

TEST(Race, ALineSearchPaysForItsGradients) {
  const std::string methods = "analysis.entrants=bfgs;newton\nanalysis.first=0\nanalysis.count=1\n";
  const AnalysisTable steps("race", race(methods));
  const AnalysisTable gradients("race", race(methods + "analysis.cost=evaluations\n"));
  EXPECT_GT(gradients.at("cost", 0, 0), steps.at("cost", 0, 0));
  EXPECT_EQ(gradients.at("cost", 0, 1), 1.0);  // one gradient beside the Hessian
  EXPECT_EQ(steps.at("cost", 0, 1), 1.0);
}

TEST(Race, TimeIsStepsTimesTheirPrice) {
  const std::string text =
      "analysis.first=0\nanalysis.count=1\nanalysis.entrants=" + std::string(two) +
      ";momentum,learning_rate=0.01\n";
  const AnalysisTable steps("race", race(text + "analysis.budget=1000\n"));
  const AnalysisTable time("race", race(text + "analysis.budget=1000\nanalysis.cost=time\n"
                                               "analysis.step_times=0.5,0.25,2\n"));
  EXPECT_EQ(time.at("cost", 0, 0), 0.5 * steps.at("cost", 0, 0));
  EXPECT_EQ(time.at("cost", 0, 1), 0.25 * steps.at("cost", 0, 1));
}

TEST(Race, ASliceHasTheStartsOfTheWhole) {
  const std::string text = "analysis.seed=7\nanalysis.entrants=" + std::string(two) + "\n";
  const AnalysisTable whole("race", race(text + "analysis.first=1\nanalysis.count=12\n"));
  const AnalysisTable slice("race", race(text + "analysis.first=9\nanalysis.count=4\n"));
  for (Index row = 0; row < 4; ++row) {
    for (const char* column : {"number", "x", "y", "winner"}) {
      EXPECT_EQ(slice.at(column, row), whole.at(column, row + 8)) << column;
    }
  }
  EXPECT_NE(whole.at("x", 0), whole.at("x", 1));
  EXPECT_NE(whole.at("x", 0),
            AnalysisTable("race", race("analysis.seed=8\nanalysis.entrants=adam\n")).at("x", 0));
}

TEST(Race, StartsLieInTheWindow) {
  const AnalysisTable table("race", "problem=plateau\nmethod=adam\nanalysis.count=300\n");
  double x_most = -100.0, y_most = -100.0;
  for (Index row = 0; row < table.rows(); ++row) {
    EXPECT_LE(std::abs(table.at("x", row)), 10.0);
    EXPECT_LE(std::abs(table.at("y", row)), 4.0);
    x_most = std::max(x_most, table.at("x", row));
    y_most = std::max(y_most, table.at("y", row));
  }
  EXPECT_GT(x_most, 9.5);
  EXPECT_GT(y_most, 3.8);
}

TEST(Race, EqualCostGoesToTheLowerLossThenToWhoIsNamedFirst) {
  const std::string text =
      "analysis.first=0\nanalysis.count=1\nanalysis.target=100\nstart=0,0\n"
      "problem=booth\nanalysis.entrants=";
  // f(0,0) = 74: all of them have arrived before the first step
  EXPECT_EQ(AnalysisTable("race", text + two).at("winner", 0), 1.0);
  const std::string slow = "gradient_descent,learning_rate=0.01", quick = "newton";
  const std::string near =
      "analysis.first=0\nanalysis.count=1\nanalysis.target=70\nstart=0,0\n"
      "problem=booth\nanalysis.entrants=";
  EXPECT_EQ(AnalysisTable("race", near + slow + ";" + quick).at("cost", 0, 0), 1.0);
  EXPECT_EQ(AnalysisTable("race", near + slow + ";" + quick).at("winner", 0), 2.0);
}

TEST(Race, WhoLeavesTheFiniteNumbersHasNoLoss) {
  const AnalysisTable table("race",
                            race("analysis.first=0\nanalysis.count=1\nanalysis.budget=9000\n"
                                 "analysis.entrants=gradient_descent,learning_rate=1\n"));
  EXPECT_TRUE(std::isnan(table.at("cost", 0)));
  EXPECT_TRUE(std::isnan(table.at("loss", 0)));
  EXPECT_EQ(table.at("winner", 0), 0.0);
}

TEST(Race, RefusesWhatCannotRun) {
  const auto message = [](const std::string& text) {
    try {
      AnalysisTable("race", text);
    } catch (const InvalidArgument& error) {
      return error.argument();
    }
    return std::string();
  };
  EXPECT_EQ(message("problem=parabola\nmethod=adam\n"), "problem");
  EXPECT_EQ(message(race("analysis.entrants=none\n")), "method");
  EXPECT_EQ(message(race("analysis.entrants=adam,learning_rate=-1\n")), "method.learning_rate");
  EXPECT_EQ(message(race("analysis.entrants=adam,learning_rate\n")), "analysis.entrants");
  EXPECT_EQ(message(race("analysis.entrants=adam;;adam\n")), "method");
  EXPECT_EQ(message("problem=ackley\nanalysis.entrants=gauss_newton\n"), "method");
  EXPECT_EQ(message(race("method=adam\nanalysis.cost=time\n")), "analysis.step_times");
  EXPECT_EQ(message(race("method=adam\nanalysis.cost=time\nanalysis.step_times=1,2\n")),
            "analysis.step_times");
  EXPECT_EQ(message(race("method=adam\nanalysis.cost=time\nanalysis.step_times=0\n")),
            "analysis.step_times");
}

TEST(Standings, CountsWinsArrivalsAndTheMedianOverAllStarts) {
  const AnalysisTable table("standings",
                            "analysis.winners=1,2,1,0,2\n"
                            "analysis.costs=3,5;-1,4;2,-1;-1,-1;9,8\n");
  ASSERT_EQ(table.rows(), 2);
  EXPECT_EQ(table.at("wins", 0), 2.0);
  EXPECT_EQ(table.at("wins", 1), 2.0);
  EXPECT_EQ(table.at("arrivals", 0), 3.0);
  EXPECT_EQ(table.at("arrivals", 1), 3.0);
  EXPECT_EQ(table.at("median_cost", 0), 9.0);  // 2 3 9 ∞ ∞, not the 3 of those that arrived
  EXPECT_EQ(table.at("median_cost", 1), 8.0);
  EXPECT_EQ(table.at("win_share", 0), 0.4);
  EXPECT_NEAR(table.at("standard_error", 0), std::sqrt(0.4 * 0.6 / 5.0), 1e-15);
}

TEST(Standings, HalfWithoutArrivalHasNoMedian) {
  const AnalysisTable table("standings", "analysis.winners=1,0\nanalysis.costs=3;-1\n");
  EXPECT_TRUE(std::isnan(table.at("median_cost", 0)));
  EXPECT_EQ(
      AnalysisTable("standings", "analysis.winners=1,1\nanalysis.costs=3;4\n").at("median_cost", 0),
      3.5);
}

TEST(Standings, RefusesTextsThatDoNotFit) {
  for (const char* text :
       {"analysis.winners=1\nanalysis.costs=1,2;3,4\n",
        "analysis.winners=1,1\nanalysis.costs=1,2;3\n", "analysis.winners=3\nanalysis.costs=1,2\n",
        "analysis.winners=1.5\nanalysis.costs=1,2\n", "analysis.winners=2\nanalysis.costs=1,-1\n",
        "analysis.winners=1\nanalysis.costs=\n", "analysis.winners=\nanalysis.costs=1\n"}) {
    EXPECT_THROW(AnalysisTable("standings", text), InvalidArgument) << text;
  }
}

double best_rate(const AnalysisTable& table) {
  for (Index row = 0; row < table.rows(); ++row) {
    if (table.at("best", row) == 1.0) return table.at("learning_rate", row);
  }
  return not_yet;
}

TEST(LearningRateSearch, FindsTheBestFixedStepOfBooth) {
  // 2/(18 + 2) = 0.1 is best in the long run (lecture 2), and on the grid
  const AnalysisTable table("learning_rate_search",
                            race("method=gradient_descent\nanalysis.target=1e-8\n"));
  EXPECT_EQ(best_rate(table), 0.1);
  EXPECT_EQ(table.at("learning_rate", 0), 1e-4);
  EXPECT_EQ(table.last("learning_rate"), 10.0);
  EXPECT_EQ(table.rows(), 51);
  EXPECT_TRUE(std::isnan(table.last("loss")));  // diverged
}

TEST(LearningRateSearch, WhoOnlyPassesByHasNotArrived) {
  // Nesterov at 0.04 on Beale is low after 10 steps, and far away after 20
  const std::string beale = "problem=beale\nstart=1,1\n";
  const AnalysisTable race("race", beale +
                                       "analysis.first=0\nanalysis.count=1\n"
                                       "analysis.entrants=nesterov,learning_rate=0.04\n");
  EXPECT_EQ(race.at("cost", 0), 10.0);
  const AnalysisTable table("learning_rate_search", beale + "method=nesterov\n");
  for (Index row = 0; row < table.rows(); ++row) {
    if (table.at("learning_rate", row) == 0.04) EXPECT_TRUE(std::isnan(table.at("cost", row)));
    if (table.at("best", row) == 1.0) EXPECT_LE(table.at("loss", row), 0.01);
  }
}

TEST(LearningRateSearch, WhereNoneArrivesTheLowestLossIsBest) {
  const AnalysisTable table(
      "learning_rate_search",
      race("method=gradient_descent\nanalysis.target=0\nanalysis.budget=5\n"));
  const double best = best_rate(table);
  double lowest = 1e300, at = 0.0;
  for (Index row = 0; row < table.rows(); ++row) {
    EXPECT_TRUE(std::isnan(table.at("cost", row)));
    if (table.at("loss", row) < lowest) {
      lowest = table.at("loss", row);
      at = table.at("learning_rate", row);
    }
  }
  EXPECT_EQ(best, at);
}

TEST(LearningRateSearch, WhereTheRateMakesNoDifferenceItStays) {
  // at the saddle (0, 0) the gradient is 0, whatever the rate
  const AnalysisTable table("learning_rate_search",
                            "problem=saddle\nmethod=newton\nstart=0,0\n"
                            "analysis.target=-1\n");
  EXPECT_EQ(best_rate(table), 1.0);
  const AnalysisTable other("learning_rate_search",
                            "problem=saddle\nmethod=newton\nmethod.learning_rate=0.5\n"
                            "start=0,0\nanalysis.target=-1\n");
  EXPECT_EQ(best_rate(other), 0.5);
}

TEST(LearningRateSearch, RefusesMethodsWithoutALearningRate) {
  EXPECT_THROW(AnalysisTable("learning_rate_search", race("method=bfgs\n")), InvalidArgument);
  EXPECT_THROW(AnalysisTable("learning_rate_search", race("")), InvalidArgument);
  EXPECT_THROW(AnalysisTable("learning_rate_search",
                             race("method=adam\nanalysis.lowest=1\nanalysis.highest=0.1\n")),
               InvalidArgument);
}

/// Lecture 3 says of AdaGrad that it does not require tuning.
TEST(LearningRateSearch, AdaGradOnBoothDependsOnItsLearningRate) {
  const AnalysisTable table("learning_rate_search",
                            race("method=adagrad\nanalysis.target=0\nanalysis.budget=1000\n"));
  const std::pair<double, double> known[] = {{0.001, 69.6}, {0.01, 38.2}, {0.1, 0.375}};
  for (const auto& [rate, value] : known) {
    for (Index row = 0; row < table.rows(); ++row) {
      if (table.at("learning_rate", row) != rate) continue;
      EXPECT_NEAR(table.at("loss", row), value, 0.005 * value) << rate;
    }
  }
}

}  // namespace fall_line::race_test
