#include <gtest/gtest.h>

#include <cmath>

#include "core/catalog/catalog.hpp"
#include "core/numerics/symmetric_eigen.hpp"
#include "core/problems/accuracy.hpp"
#include "tests/core/support.hpp"

namespace fall_line::linear_classifiers_test {

// `count` points of the plane in `classes` classes that lines cannot quite separate.
std::shared_ptr<const Dataset> stripes(Index count, Index classes) {
  test::Inputs inputs(9);
  Dataset data{.count = count, .features = 2, .classes = classes, .inputs = {}, .targets = {}};
  for (Index i = 0; i < count; ++i) {
    const double label = static_cast<double>(i % classes);
    const double x = label + inputs.between(-0.7, 0.7);
    data.inputs.insert(data.inputs.end(), {x, x * x + inputs.between(-0.7, 0.7)});
    data.targets.push_back(label);
  }
  return std::make_shared<Dataset>(data);
}

std::unique_ptr<AnyProblem> classifier(const char* name, std::shared_ptr<const Dataset> data,
                                       const Settings& settings = {}) {
  return find_problem(name).create_over(settings, std::move(data));
}

std::vector<double> point(Index count, std::uint64_t seed) {
  test::Inputs inputs(seed);
  std::vector<double> x(static_cast<std::size_t>(count));
  for (double& entry : x) entry = inputs.between(-2.0, 2.0);
  return x;
}

double smallest_eigenvalue(const AnyProblem& problem, const std::vector<double>& x) {
  std::vector<double> hessian(x.size() * x.size());
  problem.hessian(x.data(), hessian.data());
  const Index n = problem.dimension();
  return symmetric_eigen(Eigen::Map<const Matrix>(hessian.data(), n, n)).values[0];
}

TEST(SoftmaxRegression, WithZeroWeightsIsTheLogarithmOfTheNumberOfClasses) {
  for (const Index classes : {2, 3, 7}) {
    const auto problem = classifier("softmax_regression", stripes(20, classes));
    EXPECT_NEAR(problem->value(problem->start().data()), std::log(static_cast<double>(classes)),
                1e-14);
  }
}

TEST(SoftmaxRegression, OfTwoClassesIsLogisticRegressionOfTheDifference) {
  const auto data = stripes(30, 2);
  const auto softmax = classifier("softmax_regression", data);
  const auto logistic = classifier("logistic_regression", data);
  const auto x = point(softmax->dimension(), 3);  // W row by row, then b
  const double difference[] = {x[2] - x[0], x[3] - x[1], x[5] - x[4]};
  double g[6], h[3];
  EXPECT_NEAR(softmax->value_and_gradient(x.data(), g), logistic->value_and_gradient(difference, h),
              1e-14);
  EXPECT_NEAR(g[2], h[0], 1e-14);
  EXPECT_NEAR(g[3], h[1], 1e-14);
  EXPECT_NEAR(g[5], h[2], 1e-14);
  EXPECT_NEAR(g[0], -h[0], 1e-14);
}

TEST(SoftmaxRegression, DoesNotChangeWhenAllScoresRise) {
  const auto problem = classifier("softmax_regression", stripes(20, 3));
  auto x = point(problem->dimension(), 4);
  const double before = problem->value(x.data());
  for (std::size_t i = x.size() - 3; i < x.size(); ++i) x[i] += 5.0;
  EXPECT_NEAR(problem->value(x.data()), before, 1e-14);
}

TEST(LinearClassifiers, HessianIsPositiveSemidefiniteSoTheProblemIsConvex) {
  for (const char* name : {"softmax_regression", "logistic_regression", "linear_svm"}) {
    const auto problem = classifier(name, stripes(20, 2));
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
      EXPECT_GT(smallest_eigenvalue(*problem, point(problem->dimension(), seed)), -1e-13) << name;
    }
  }
}

TEST(LinearClassifiers, PenaltyOfL2RaisesEveryCurvatureOfTheWeights) {
  const auto problem =
      classifier("softmax_regression", stripes(20, 3),
                 {{"regularization_strength", "0.25"}, {"bias_penalty", "penalised"}});
  EXPECT_GT(smallest_eigenvalue(*problem, point(problem->dimension(), 2)), 0.5 - 1e-13);
}

TEST(LogisticRegression, WithZeroWeightsIsTheLogarithmOfTwo) {
  const auto problem = classifier("logistic_regression", stripes(20, 2));
  EXPECT_NEAR(problem->value(problem->start().data()), std::log(2.0), 1e-14);
}

TEST(LinearSvm, WithZeroWeightsIsOneOrTheNumberOfOtherClasses) {
  for (const Index classes : {2, 3, 10}) {
    const auto problem = classifier("linear_svm", stripes(40, classes));
    EXPECT_DOUBLE_EQ(problem->value(problem->start().data()), static_cast<double>(classes - 1));
  }
}

TEST(LinearSvm, OfTwoClassesHasOneScoreAndOfMoreAScoreEach) {
  EXPECT_EQ(classifier("linear_svm", stripes(20, 2))->output_count(), 1);
  EXPECT_EQ(classifier("linear_svm", stripes(20, 3))->output_count(), 3);
}

TEST(LogisticRegression, RefusesThreeClasses) {
  const auto refusal = test::refusal_of([] { classifier("logistic_regression", stripes(20, 3)); });
  EXPECT_EQ(refusal.argument, "data");
}

TEST(LinearClassifiers, SeparateStripesWithAdam) {
  for (const char* name : {"softmax_regression", "logistic_regression", "linear_svm"}) {
    const auto data = stripes(60, 2);
    const auto problem = classifier(name, data);
    auto x = problem->start();
    std::vector<double> g(x.size());
    const auto adam = find_method("adam").create_for({{"learning_rate", "0.05"}}, std::ssize(x));
    for (int step = 0; step < 300; ++step) {
      problem->gradient(x.data(), g.data());
      ASSERT_EQ(adam->step(x, g), StepStatus::ok);
    }
    EXPECT_GE(accuracy(*problem, x.data(), *data), 0.9) << name;
  }
}

TEST(Accuracy, IsTheShareOfExamplesWhoseHighestScoreIsTheLabels) {
  Dataset data{
      .count = 4, .features = 1, .classes = 2, .inputs = {-2, -1, 1, 2}, .targets = {0, 1, 1, 1}};
  const auto problem = classifier("logistic_regression", std::make_shared<Dataset>(data));
  const double x[] = {1.0, 0.0};
  EXPECT_EQ(accuracy(*problem, x, data), 0.75);
}

TEST(Accuracy, RefusesWhatIsNoModelAndDataOfOtherInputs) {
  const double x[] = {0.0, 0.0};
  const auto data = stripes(4, 2);
  EXPECT_EQ(
      test::refusal_of([&] { accuracy(*find_problem("booth").create({}), x, *data); }).argument,
      "problem");
  const auto line = find_problem("linear_regression").create({});
  EXPECT_EQ(test::refusal_of([&] { accuracy(*line, x, *data); }).argument, "data");
}

TEST(PredictedClass, IsTheFirstOfTheHighestScoresOrTheSignOfAnOnlyOne) {
  const double tie[] = {1.0, 3.0, 3.0}, positive = 0.5, zero = 0.0;
  EXPECT_EQ(predicted_class(tie, 3), 1);
  EXPECT_EQ(predicted_class(&positive, 1), 1);
  EXPECT_EQ(predicted_class(&zero, 1), 0);
}

}  // namespace fall_line::linear_classifiers_test
