// A regression of two weights without a bias, and what penalties make of it in closed form.

#include "core/data/two_inputs.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/catalog/catalog.hpp"
#include "core/catalog/number_text.hpp"
#include "tests/core/analysis_table.hpp"
#include "tests/core/support.hpp"

namespace fall_line::two_inputs_test {

using test::AnalysisTable;

constexpr double first = 1.75, second = -0.5;

std::string regression(double rho, const std::string& settings) {
  return "problem=linear_regression\nproblem.bias=none\ndata=two_inputs\ndata.noise=0.4\n"
         "data.weight_1=1.75\ndata.weight_2=-0.5\ndata.correlation=" +
         shortest_text(rho) + "\n" + settings;
}

AnalysisTable path(double rho, const std::string& settings) {
  return {"regularization_path", regression(rho, settings)};
}

double soft(double x, double threshold) {
  return std::copysign(std::max(0.0, std::abs(x) - threshold), x);
}

TEST(TwoInputs, HaveTheCorrelationAndTheLossTheyPromise) {
  for (const double rho : {0.0, 0.5, -0.8, 0.999}) {
    for (const char* count : {"5", "6", "8", "20", "101"}) {
      const auto data =
          find_dataset("two_inputs")
              .create({{"correlation", shortest_text(rho)}, {"count", count}, {"noise", "0.3"}});
      const auto problem = find_problem("linear_regression").create_over({{"bias", "none"}}, data);
      ASSERT_EQ(problem->dimension(), 2);
      const double w[] = {0.25, 1.5}, d1 = 2.0 - w[0], d2 = 0.75 - w[1];
      EXPECT_NEAR(problem->value(w), d1 * d1 + 2.0 * rho * d1 * d2 + d2 * d2 + 0.09, 1e-13)
          << rho << " " << count;
      double hessian[4];
      problem->hessian(w, hessian);
      const double expected[] = {2.0, 2.0 * rho, 2.0 * rho, 2.0};
      for (int i = 0; i < 4; ++i) EXPECT_NEAR(hessian[i], expected[i], 1e-13) << count;
      double at_best[2];
      const double best[] = {2.0, 0.75};
      problem->gradient(best, at_best);
      EXPECT_NEAR(at_best[0], 0.0, 1e-13);
      EXPECT_NEAR(at_best[1], 0.0, 1e-13);
    }
  }
}

TEST(RegularizationPath, OfL2DividesOrthogonalWeightsByOnePlusLambda) {
  const auto table = path(0.0, "problem.penalty=l2\n");
  for (Index i = 0; i < table.rows(); ++i) {
    const double shrunk = 1.0 / (1.0 + table.at("strength", i));
    EXPECT_NEAR(table.at("weights", i, 0), first * shrunk, 1e-13);
    EXPECT_NEAR(table.at("weights", i, 1), second * shrunk, 1e-13);
    const double lost = (1.0 - shrunk) * (1.0 - shrunk) * (first * first + second * second);
    EXPECT_NEAR(table.at("training_error", i), lost + 0.16, 1e-12);
  }
}

TEST(RegularizationPath, OfL1SoftThresholdsOrthogonalWeightsByHalfOfLambda) {
  const auto table = path(0.0, "problem.penalty=l1\nanalysis.highest=10\n");
  for (Index i = 0; i < table.rows(); ++i) {
    const double half = 0.5 * table.at("strength", i);
    EXPECT_NEAR(table.at("weights", i, 0), soft(first, half), 1e-13);
    EXPECT_NEAR(table.at("weights", i, 1), soft(second, half), 1e-13);
    const double gone = (half >= std::abs(first)) + (half >= std::abs(second));
    EXPECT_EQ(table.at("zeros", i), gone) << "exactly zero";
  }
}

TEST(RegularizationPath, OfTheElasticNetDoesBoth) {
  const auto table = path(0.0, "problem.penalty=elastic_net\nproblem.square_share=0.25\n");
  for (Index i = 0; i < table.rows(); ++i) {
    const double lambda = table.at("strength", i), shrunk = 1.0 / (1.0 + 0.25 * lambda);
    EXPECT_NEAR(table.at("weights", i, 0), soft(first, 0.5 * lambda) * shrunk, 1e-13);
    EXPECT_NEAR(table.at("weights", i, 1), soft(second, 0.5 * lambda) * shrunk, 1e-13);
  }
}

TEST(RegularizationPath, OfL2SolvesTheTwoEquationsOfAlikeInputs) {
  constexpr double rho = 0.8;
  const auto table = path(rho, "problem.penalty=l2\n");
  for (Index i = 0; i < table.rows(); ++i) {
    // (1+λ ρ; ρ 1+λ)·w = (1 ρ; ρ 1)·w*, by Cramer's rule
    const double a = 1.0 + table.at("strength", i), det = a * a - rho * rho;
    const double b1 = first + rho * second, b2 = rho * first + second;
    EXPECT_NEAR(table.at("weights", i, 0), (a * b1 - rho * b2) / det, 1e-12);
    EXPECT_NEAR(table.at("weights", i, 1), (a * b2 - rho * b1) / det, 1e-12);
  }
}

TEST(RegularizationPath, HasOnlyTheWeightsWhereThereIsNoBias) {
  for (const char* bias_penalty : {"free", "penalised"}) {
    const auto table =
        path(0.5, std::string("problem.penalty=l1\nproblem.bias_penalty=") + bias_penalty + "\n");
    EXPECT_EQ(table.trace().values(table.trace().find("weights")).size(),
              2u * static_cast<std::size_t>(table.rows()));
    EXPECT_EQ(table.last("zeros"), 2.0);
    EXPECT_EQ(table.last("penalty"), 0.0);
  }
}

TEST(FittedExamples, HaveNoBiasWhereThereIsNone) {
  const AnalysisTable table("fitted_examples", regression(0.5, ""));
  const auto data = find_dataset("two_inputs").create({{"correlation", "0.5"}});
  for (Index i = 0; i < table.rows(); ++i) {
    const double* x = data->input(i);
    EXPECT_NEAR(table.at("prediction", i), first * x[0] + second * x[1], 1e-13);
  }
}

TEST(LinearRegression, WithoutABiasIsAsWithOneHeldAtZero) {
  const auto data = find_dataset("unequal_scales").create({});
  const Settings with = {{"penalty", "elastic_net"}, {"regularization_strength", "0.3"}};
  Settings without = with;
  without.emplace_back("bias", "none");
  const auto shifted = find_problem("linear_regression").create_over(with, data);
  const auto plain = find_problem("linear_regression").create_over(without, data);
  const double w[] = {1.2, 0.03, 0.0};
  EXPECT_EQ(plain->dimension(), 2);
  EXPECT_EQ(plain->value(w), shifted->value(w));
  double g[3], g_plain[2], h[9], h_plain[4];
  shifted->gradient(w, g);
  plain->gradient(w, g_plain);
  shifted->hessian(w, h);
  plain->hessian(w, h_plain);
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(g_plain[i], g[i]);
    for (int k = 0; k < 2; ++k) EXPECT_EQ(h_plain[2 * i + k], h[3 * i + k]);
  }
}

TEST(LinearRegression, WithoutABiasHasItsRowsOfResiduals) {
  const auto data = find_dataset("two_inputs").create({{"count", "5"}});
  const auto problem =
      find_problem("linear_regression")
          .create_over(
              {{"bias", "none"}, {"bias_penalty", "penalised"}, {"regularization_strength", "0.5"}},
              data);
  ASSERT_EQ(problem->residual_count(), 7);
  const double w[] = {0.5, -1.0};
  double r[7], j[14], g[2];
  problem->residuals(w, r);
  problem->jacobian(w, j);
  problem->gradient(w, g);
  double sum = 0.0, slope[2] = {0.0, 0.0};
  for (int i = 0; i < 7; ++i) {
    sum += r[i] * r[i];
    for (int k = 0; k < 2; ++k) slope[k] += 2.0 * r[i] * j[2 * i + k];
  }
  EXPECT_NEAR(problem->value(w), sum, 1e-14);
  for (int k = 0; k < 2; ++k) EXPECT_NEAR(g[k], slope[k], 1e-13);
}

}  // namespace fall_line::two_inputs_test
