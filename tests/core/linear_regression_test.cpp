#include <gtest/gtest.h>

#include "core/catalog/catalog.hpp"
#include "core/numerics/cholesky.hpp"
#include "tests/core/support.hpp"

namespace fall_line::linear_regression_test {

const Settings lecture = {{"reduction", "sum"}, {"bias_penalty", "penalised"}};

std::unique_ptr<AnyProblem> ridge_problem(Settings settings, double strength) {
  settings.emplace_back("regularization_strength", std::to_string(strength));
  return find_problem("linear_regression").create(settings);
}

// Where the gradient of a quadratic vanishes: ∇²f·x = −∇f(0), by Cholesky.
std::vector<double> minimizer_of(const AnyProblem& problem) {
  const Index n = problem.dimension();
  std::vector<double> x(static_cast<std::size_t>(n), 0.0), hessian(static_cast<std::size_t>(n * n));
  std::vector<double> gradient(x.size());
  problem.hessian(x.data(), hessian.data());
  problem.gradient(x.data(), gradient.data());
  for (std::size_t i = 0; i < x.size(); ++i) x[i] = -gradient[i];
  EXPECT_TRUE(cholesky_factor(hessian.data(), n));
  cholesky_solve(hessian.data(), n, x.data());
  return x;
}

std::vector<double> ridge_line(const Settings& settings, double strength) {
  return minimizer_of(*ridge_problem(settings, strength));
}

// Sum of squared errors of the line (w, b) over one part of the cities.
double squared_errors(const char* part, const std::vector<double>& line) {
  const auto data = find_dataset("latitude_temperature").create({{"part", part}});
  return find_problem("linear_regression")
      .create_over({{"reduction", "sum"}}, data)
      ->value(line.data());
}

TEST(LinearRegression, MeanIsTheSumOverN) {
  const double line[] = {-2.0, 120.0};
  const auto problem = find_problem("linear_regression");
  EXPECT_DOUBLE_EQ(3.0 * problem.create({})->value(line),
                   problem.create({{"reduction", "sum"}})->value(line));
}

TEST(LinearRegression, AMeanOverNCountsThePenaltyNTimesMore) {
  const auto of_sum = ridge_line(lecture, 0.03);
  const auto of_mean = ridge_line({{"reduction", "mean"}, {"bias_penalty", "penalised"}}, 0.01);
  for (std::size_t i = 0; i < 2; ++i) EXPECT_NEAR(of_mean[i], of_sum[i], 1e-9);
}

TEST(LinearRegression, CurvatureOfSquaredErrorsIsTwiceTheProductsOfInputs) {
  const auto problem = ridge_problem({{"reduction", "sum"}}, 0.0);
  const double line[] = {0.0, 0.0};
  std::vector<double> hessian(4);
  problem->hessian(line, hessian.data());
  EXPECT_EQ(hessian, (std::vector<double>{8370.0, 222.0, 222.0, 6.0}));
}

TEST(LinearRegression, WithoutPenaltyIsTheLeastSquaresLineOfLecture2) {
  const auto line = ridge_line(lecture, 0.0);
  EXPECT_NEAR(line[0], -2.4744, 5e-5);
  EXPECT_NEAR(line[1], 135.885, 5e-4);
}

TEST(LinearRegression, PenaltyOfTwoHundredthsOnWeightAndBiasIsLecture2sLine) {
  const auto line = ridge_line(lecture, 0.02);
  EXPECT_NEAR(line[0], -1.5245, 5e-5);
  EXPECT_NEAR(line[1], 100.07, 5e-3);
}

TEST(LinearRegression, PenaltyOfTwoHundredthsOnTheWeightAloneChangesNothingToSee) {
  const auto line = ridge_line({{"reduction", "sum"}}, 0.02);
  EXPECT_NEAR(line[0], -2.4737, 5e-5);
}

TEST(LinearRegression, PenaltyOnTheWeightAloneNeeds48ForLecture2sSlope) {
  EXPECT_NEAR(ridge_line({{"reduction", "sum"}}, 48.6)[0], -1.5245, 5e-4);
}

TEST(LinearRegression, PredictsTheTableOfLecture2) {
  const auto data = find_dataset("latitude_temperature").create({{"part", "all"}});
  const double free[] = {31.96, 39.38, 61.65, 88.87, 113.62};
  const double drawn[] = {36.04, 40.62, 54.34, 71.11, 86.35};
  for (const bool penalised : {false, true}) {
    const auto problem = ridge_problem(lecture, penalised ? 0.02 : 0.0);
    double predicted[5];
    problem->predict(minimizer_of(*problem).data(), data->inputs.data(), 5, predicted);
    for (int i = 0; i < 5; ++i) {
      EXPECT_NEAR(predicted[i], (penalised ? drawn : free)[i], 0.005) << i;
      if (!penalised) continue;
      const double errors[] = {3.04, 2.62, 7.66, 4.11, 3.35};
      EXPECT_NEAR(std::abs(predicted[i] - data->target(i)), errors[i], 0.005) << i;
    }
  }
}

TEST(LinearRegression, PenaltyTradesSquaredErrorInTrainingForTesting) {
  EXPECT_NEAR(squared_errors("train", ridge_line(lecture, 0.0)), 3.12, 0.005);
  EXPECT_NEAR(squared_errors("train", ridge_line(lecture, 0.02)), 74.8, 0.05);
  EXPECT_NEAR(squared_errors("test", ridge_line(lecture, 0.0)), 1415.7, 0.05);
  EXPECT_NEAR(squared_errors("test", ridge_line(lecture, 0.02)), 28.1, 0.05);
}

TEST(LinearRegression, BestPenaltyOnTheTestCitiesIsNear245Thousandths) {
  double best = 0.0, least = 1e300;
  for (int i = 0; i <= 400; ++i) {
    const double strength = 0.0001 * i;
    const double error = squared_errors("test", ridge_line(lecture, strength));
    if (error < least) {
      least = error;
      best = strength;
    }
  }
  EXPECT_NEAR(best, 0.0245, 0.0002);
  EXPECT_NEAR(least, 2.6, 0.05);
}

TEST(LinearRegression, TrainingCitiesWantNoPenaltyAtAll) {
  double before = -1.0;
  for (int i = 0; i <= 400; ++i) {
    const double error = squared_errors("train", ridge_line(lecture, 0.0001 * i));
    EXPECT_GT(error, before) << i;
    before = error;
  }
}

TEST(LinearRegression, LassoHoldsAUselessWeightAtZero) {
  // targets do not depend on the second input: the slope of the data there stays below λ
  auto data = std::make_shared<Dataset>(Dataset{.count = 4,
                                                .features = 2,
                                                .classes = 0,
                                                .inputs = {1, 1, 1, -1, -1, 1, -1, -1},
                                                .targets = {3, 3.1, -3, -3.1}});
  const auto problem =
      find_problem("linear_regression")
          .create_over({{"penalty", "l1"}, {"regularization_strength", "0.2"}}, data);
  const double x[] = {2.95, 0.0, 0.0}, above[] = {2.95, 1e-3, 0.0}, below[] = {2.95, -1e-3, 0.0};
  EXPECT_LT(problem->value(x), problem->value(above));
  EXPECT_LT(problem->value(x), problem->value(below));
  EXPECT_EQ(problem->residual_count(), 0) << "not a sum of squares";
}

TEST(LinearRegression, NewtonArrivesInOneStep) {
  const auto run = test::run_of(
      "problem=linear_regression\nproblem.reduction=sum\nproblem.bias_penalty=penalised\n"
      "problem.regularization_strength=0.02\nmethod=newton\n",
      1);
  EXPECT_NEAR(test::at(run, "theta", 1, 0), -1.5245, 5e-5);
  EXPECT_NEAR(test::at(run, "theta", 1, 1), 100.07, 5e-3);
}

TEST(LinearRegression, RefusesClasses) {
  Dataset classes = *find_dataset("latitude_temperature").create({});
  classes.classes = 100;
  const auto data = std::make_shared<const Dataset>(classes);
  const auto refusal =
      test::refusal_of([&] { find_problem("linear_regression").create_over({}, data); });
  EXPECT_EQ(refusal.argument, "data");
}

}  // namespace fall_line::linear_regression_test
