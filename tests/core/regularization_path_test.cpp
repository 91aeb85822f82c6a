// The best weights under a penalty: the course's table, and the conditions that make them best.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/analysis/analysis.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/run/problem_of.hpp"

namespace fall_line::regularization_path_test {

constexpr const char* table_of_lecture =
    "problem=linear_regression\nproblem.penalty=l2\nproblem.reduction=sum\n";

double entry(const Trace& table, const char* name, Index row, std::size_t i = 0) {
  return table.at(table.find(name), row)[i];
}

Trace fit(const std::string& settings) {
  return analyse(std::string("analysis=fitted_examples\n") + table_of_lecture + settings);
}

TEST(FittedExamples, AreTheFirstColumnOfLectureTwoWithoutPenalty) {
  const Trace table = fit("");
  const double said[] = {31.96, 39.38, 61.65, 88.87, 113.62};
  for (Index i = 0; i < 5; ++i) EXPECT_NEAR(entry(table, "prediction", i), said[i], 5e-3) << i;
}

TEST(FittedExamples, AreTheSecondColumnOnlyWhereTheBiasIsPenalisedToo) {
  const Trace table = fit("problem.bias_penalty=penalised\nproblem.regularization_strength=0.02\n");
  const double said[] = {36.04, 40.62, 54.34, 71.11, 86.35};
  for (Index i = 0; i < 5; ++i) EXPECT_NEAR(entry(table, "prediction", i), said[i], 5e-3) << i;
  const Trace free = fit("problem.regularization_strength=0.02\n");
  EXPECT_NEAR(entry(free, "prediction", 4), entry(fit(""), "prediction", 4), 0.05);
}

TEST(RegularizationPath, GivesUpTrainingErrorForTestError) {
  const Trace path = analyse(std::string("analysis=regularization_path\nanalysis.lowest=0.0001\n") +
                             "analysis.highest=1\nanalysis.points=401\n" + table_of_lecture +
                             "problem.bias_penalty=penalised\n");
  ASSERT_EQ(path.rows(), 402);
  EXPECT_NEAR(entry(path, "weights", 0, 0), -2.4744, 5e-5);
  EXPECT_NEAR(entry(path, "weights", 0, 1), 135.885, 5e-4);
  EXPECT_NEAR(entry(path, "training_error", 0), 3.12, 5e-3);
  EXPECT_NEAR(entry(path, "test_error", 0), 1415.7, 0.05);
  Index best = 0;
  for (Index i = 1; i < path.rows(); ++i) {
    EXPECT_GE(entry(path, "training_error", i), entry(path, "training_error", i - 1));
    if (entry(path, "test_error", i) < entry(path, "test_error", best)) best = i;
  }
  EXPECT_NEAR(entry(path, "strength", best), 0.0245, 5e-4);
  EXPECT_NEAR(entry(path, "test_error", best), 2.6, 0.05);
  EXPECT_EQ(entry(path, "strength", path.rows() - 1), 1.0);
}

/// Eight examples of three features, two of which say almost the same; the last is mere noise.
constexpr const char* three_features =
    "data=table\ndata.rows=1,1.1,0.3,2.2;-1,-0.8,0.5,-2.1;2,2.1,-0.4,4.3;0.5,0.4,0.9,1.1;"
    "-1.5,-1.6,-0.2,-2.9;0,0.2,-0.7,0.1;1.5,1.3,0.1,3.2;-0.5,-0.6,-0.5,-1.2\n"
    "data.target=numbers\nproblem=linear_regression\n";

TEST(RegularizationPath, OfL1MeetsTheConditionsOfAMinimum) {
  for (const char* penalty : {"l1", "elastic_net"}) {
    for (const char* bias : {"free", "penalised"}) {
      const std::string settings = three_features + std::string("problem.penalty=") + penalty +
                                   "\nproblem.bias_penalty=" + bias + "\n";
      const Trace path = analyse("analysis=regularization_path\nanalysis.points=41\n" + settings);
      Index left_out = 0;
      for (Index row = 0; row < path.rows(); ++row) {
        const double lambda = entry(path, "strength", row);
        RunSpec spec = parse_run_spec(settings + "method=adam\n");
        spec.problem_settings.emplace_back("regularization_strength", shortest_text(lambda));
        const auto problem = problem_of(spec);
        const auto w = path.at(path.find("weights"), row);
        std::vector<double> slope(w.size());
        problem->gradient(w.data(), slope.data());
        for (std::size_t j = 0; j < w.size(); ++j) {
          const bool pays = j + 1 < w.size() || std::string(bias) == "penalised";
          if (w[j] == 0.0 && pays) {
            EXPECT_LE(std::abs(slope[j]), lambda * (1.0 + 1e-6) + 1e-9);
            ++left_out;
          } else {
            EXPECT_NEAR(slope[j], 0.0, 2e-5 * (1.0 + lambda)) << penalty << " row " << row;
          }
        }
      }
      EXPECT_GT(left_out, 10) << penalty;
      EXPECT_EQ(entry(path, "zeros", path.rows() - 1), 3.0) << "everything is let go in the end";
      EXPECT_EQ(entry(path, "zeros", 0), 0.0);
    }
  }
}

TEST(RegularizationPath, OfL2LetsNoWeightReachZero) {
  const Trace path =
      analyse(std::string("analysis=regularization_path\nanalysis.highest=1e6\n") + three_features);
  for (Index row = 0; row < path.rows(); ++row) EXPECT_EQ(entry(path, "zeros", row), 0.0);
}

TEST(RegularizationPath, RefusesWhatHasNoBestWeights) {
  const auto path = [](const std::string& text) {
    return analyse("analysis=regularization_path\n" + text);
  };
  EXPECT_THROW(path("problem=booth\n"), InvalidArgument);
  EXPECT_THROW(path("problem=linear_regression\nanalysis.lowest=2\nanalysis.highest=1\n"),
               InvalidArgument);
  EXPECT_THROW(path("problem=linear_regression\ndata=blobs\n"), InvalidArgument);
  // one example: every line through it fits
  EXPECT_THROW(path("problem=linear_regression\ndata=table\ndata.rows=1,2\ndata.target=numbers\n"),
               InvalidArgument);
}

TEST(RegularizationPath, OfL1IsGivenEvenWhereTheDataLeaveTheWeightsOpen) {
  // two equal features: only their sum matters to the squares, L1 does not mind how it is shared
  const std::string settings =
      "data=table\ndata.rows=1,1,2;2,2,4.1;3,3,5.9\ndata.target=numbers\n"
      "problem=linear_regression\nproblem.penalty=l1\nproblem.regularization_strength=0.1\n";
  const Trace table = analyse("analysis=fitted_examples\n" + settings);
  for (Index i = 0; i < 3; ++i) EXPECT_LT(std::abs(entry(table, "residual", i)), 0.3);
}

}  // namespace fall_line::regularization_path_test
