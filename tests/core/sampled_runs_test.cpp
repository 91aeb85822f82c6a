// Epochs counted, training under many seeds, and what minibatches gain.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/analysis/regression_gap.hpp"
#include "core/run/run.hpp"
#include "core/trace/step_quantities.hpp"
#include "tests/core/analysis_table.hpp"
#include "tests/core/support.hpp"

namespace fall_line::sampled_runs_test {

using test::AnalysisTable;
using test::refusal_of;

const std::string line = "problem=linear_regression\ndata=line\ndata.count=64\ndata.noise=1\n";
const std::string descent = line + "method=gradient_descent\nmethod.learning_rate=0.05\n";

TEST(ExamplesSeen, CountsTheEpochOfTheCurriculum) {
  const AnalysisTable epoch("examples_seen",
                            "analysis.examples=1500000\nanalysis.size=256\nanalysis.epochs=0\n");
  EXPECT_EQ(epoch.rows(), 1);
  EXPECT_EQ(epoch.at("whole_batches", 0), 5859.0);
  EXPECT_EQ(epoch.at("left_over", 0), 96.0);
  EXPECT_EQ(epoch.at("steps_per_epoch", 0), 5860.0);
}

TEST(ExamplesSeen, SeesAllInAnEpochOnlyWhenShuffled) {
  const AnalysisTable seen("examples_seen",
                           "analysis.examples=1000\nanalysis.size=7\nanalysis.epochs=2\n");
  EXPECT_EQ(seen.at("steps_per_epoch", 0), 143.0);
  EXPECT_EQ(seen.at("drawn", 143), 1000.0);
  EXPECT_EQ(seen.at("epoch", 143), 1.0);
  EXPECT_EQ(seen.at("epoch", 286), 2.0);
  EXPECT_EQ(seen.at("shuffled", 142), 994.0);
  EXPECT_EQ(seen.at("shuffled", 143), 1000.0);
  EXPECT_NEAR(seen.at("expected", 143), 1000.0 * (1.0 - std::pow(0.999, 1000.0)), 1e-9);
  // 632.3 ± four standard deviations of √(1000·e⁻¹·(1 − 2e⁻¹))
  EXPECT_NEAR(seen.at("with_replacement", 143), 632.3, 4.0 * 9.86);
}

TEST(ExamplesSeen, RefusesTooLargeBatchesAndTooLongTables) {
  const auto refused = [](const std::string& text) {
    return refusal_of([&] { analyse("analysis=examples_seen\n" + text); }).argument;
  };
  EXPECT_EQ(refused("analysis.examples=10\nanalysis.size=11\n"), "analysis.size");
  EXPECT_EQ(refused("analysis.examples=1000000\nanalysis.epochs=11\n"), "analysis.epochs");
  EXPECT_EQ(refused("analysis.examples=100000\nanalysis.size=1\nanalysis.epochs=2\n"),
            "analysis.epochs");
}

TEST(RegressionGap, IsTheLossAboveTheLowest) {
  const auto spec = parse_run_spec(descent);
  const RegressionGap gap(spec);
  fall_line::Run run(spec);
  run.advance(20);
  const double lowest = run.problem().value(gap.best().data());
  for (Index t = 0; t <= 20; ++t) {
    const double loss = run.trace().at(step_quantity::loss, t)[0];
    EXPECT_NEAR(gap(run.trace().at(step_quantity::theta, t)), loss - lowest, 1e-12);
  }
}

TEST(LossTrace, OfNoneChangesNothingElse) {
  for (const char* rate : {"0.05", "40"}) {
    auto spec = parse_run_spec(descent + "batch.size=4\n");
    spec.method_settings = {{"learning_rate", rate}};
    fall_line::Run seen(spec), unseen(spec, LossTrace::none);
    EXPECT_EQ(seen.advance(300), unseen.advance(300));
    EXPECT_EQ(seen.status().reason, unseen.status().reason) << rate;
    EXPECT_EQ(seen.status().step, unseen.status().step) << rate;
    for (Index t = 0; t <= seen.steps(); ++t) {
      const auto one = seen.trace().at(step_quantity::theta, t);
      const auto other = unseen.trace().at(step_quantity::theta, t);
      EXPECT_TRUE(std::equal(one.begin(), one.end(), other.begin(), other.end()))
          << rate << ", step " << t;
      EXPECT_TRUE(std::isnan(unseen.trace().at(step_quantity::loss, t)[0]));
    }
  }
}

TEST(SeedBand, HasTheQuantilesOfItsRuns) {
  const std::string text = descent + "batch.size=4\nseed=5\n";
  const AnalysisTable band("seed_band", text + "analysis.steps=40\nanalysis.seeds=11\n");
  ASSERT_EQ(band.rows(), 41);
  const RegressionGap gap(parse_run_spec(text));
  for (const Index t : {0, 7, 40}) {
    std::vector<double> gaps;
    double mean = 0.0;
    for (Index s = 0; s < 11; ++s) {
      fall_line::Run run(with_seed(parse_run_spec(text), s));
      run.advance(40);
      gaps.push_back(gap(run.trace().at(step_quantity::theta, t)));
      mean += gaps.back() / 11.0;
    }
    std::sort(gaps.begin(), gaps.end());
    EXPECT_EQ(band.at("low", t), gaps[1]);  // of eleven, these three are quantiles themselves
    EXPECT_EQ(band.at("median", t), gaps[5]);
    EXPECT_EQ(band.at("high", t), gaps[9]);
    EXPECT_NEAR(band.at("mean", t), mean, 1e-12);
  }
}

TEST(SeedBand, StopsWhereTheGradientsAreUsedUp) {
  const std::string budget = "analysis.steps=5000\nanalysis.budget=3\nanalysis.seeds=3\n";
  const AnalysisTable single("seed_band", descent + "batch.size=1\n" + budget);
  EXPECT_NEAR(single.last("evaluations"), 3.0, 1e-9);
  EXPECT_EQ(single.last("step"), 192.0);
  EXPECT_EQ(single.last("epoch"), 3.0);
  const AnalysisTable whole("seed_band", descent + budget);
  EXPECT_EQ(whole.last("step"), 3.0);
  EXPECT_EQ(whole.last("low"), whole.last("high"));
  EXPECT_EQ(whole.last("floor"), 0.05 * whole.last("example_variance") / (4.0 * 64.0));
}

TEST(SeedBand, CountsAFullGradientOfSvrgAndTwoOfItsMinibatches) {
  const AnalysisTable band("seed_band", line +
                                            "method=svrg\nmethod.learning_rate=0.05\n"
                                            "method.snapshot_interval=64\nbatch.size=1\n"
                                            "analysis.steps=64\nanalysis.seeds=2\n");
  EXPECT_NEAR(band.last("evaluations"), 1.0 + 2.0, 1e-12);
}

// With replacement and a small learning rate the mean settles at α·σ²/(4B).
TEST(SeedBand, SettlesAtItsFloor) {
  for (const std::string size : {"1", "4"}) {
    const AnalysisTable band(
        "seed_band", line +
                         "method=gradient_descent\nmethod.learning_rate=0.01\nbatch.size=" + size +
                         "\nbatch.order=with_replacement\nanalysis.steps=1200\n"
                         "analysis.seeds=200\nanalysis.points=13\n");
    EXPECT_NEAR(band.last("mean") / band.last("floor"), 1.0, 0.15) << size;
  }
}

TEST(SeedBand, OfSvrgHasNoFloorBelowWhichItDoesNotGet) {
  const AnalysisTable band("seed_band", line +
                                            "method=svrg\nmethod.learning_rate=0.02\n"
                                            "method.snapshot_interval=64\nbatch.size=1\n"
                                            "analysis.steps=6400\nanalysis.seeds=5\n");
  EXPECT_LT(band.last("high"), 1e-20);
}

TEST(SeedBand, KeepsARunThatDivergesAboveAllOthers) {
  const AnalysisTable band("seed_band", line +
                                            "method=gradient_descent\nmethod.learning_rate=5\n"
                                            "batch.size=1\nanalysis.steps=2000\n"
                                            "analysis.seeds=5\nanalysis.points=1000\n");
  EXPECT_GT(band.at("median", 1), band.at("median", 0));
  EXPECT_TRUE(std::isnan(band.last("median")));
  EXPECT_EQ(band.last("step"), 2000.0);
}

TEST(SeedBand, RefusesOtherProblemsKinksAndTooMuchWork) {
  const auto refused = [](const std::string& text) {
    return refusal_of([&] { analyse("analysis=seed_band\n" + text); }).argument;
  };
  EXPECT_EQ(refused("problem=booth\nmethod=gradient_descent\n"), "problem");
  EXPECT_EQ(refused(descent + "problem.penalty=l1\nproblem.regularization_strength=1\n"),
            "problem.penalty");
  EXPECT_EQ(refused(descent + "analysis.seeds=500\nanalysis.steps=20000\n"), "analysis.seeds");
  EXPECT_EQ(refused(descent + "batch.size=65\n"), "batch.size");
}

TEST(EpochGain, IsTwentyInUpdatesAndLessInLoss) {
  const std::string twenty =
      "problem=linear_regression\ndata=line\ndata.count=20\ndata.noise=1\n"
      "start=-3,4\nanalysis.learning_rate=0.03\nanalysis.epochs=60\n";
  const AnalysisTable printed("epoch_gain", twenty + "analysis.counting=printed\n");
  const AnalysisTable measured("epoch_gain", twenty);
  for (Index row = 0; row < 60; ++row) EXPECT_EQ(printed.at("gain", row), 20.0);
  EXPECT_EQ(printed.last("batch_updates"), 1200.0);
  EXPECT_GT(measured.at("gain", 0), 1.0);
  EXPECT_LT(measured.at("gain", 0), 20.0);
  EXPECT_LT(measured.last("gain"), 1.0);  // the full steps have overtaken
}

TEST(EpochGain, RefusesAStartAtTheMinimumAndRunsThatDiverge) {
  const auto refused = [](const std::string& text) {
    return refusal_of([&] { analyse("analysis=epoch_gain\n" + text); }).argument;
  };
  EXPECT_EQ(refused(line + "analysis.learning_rate=50\nanalysis.epochs=1000\n"),
            "analysis.learning_rate");
  EXPECT_EQ(
      refused("problem=linear_regression\nproblem.bias=none\ndata=points\ndata.task=regression\n"
              "data.points=1,0; 2,0\n"),
      "start");
}

}  // namespace fall_line::sampled_runs_test
