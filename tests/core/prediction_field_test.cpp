#include "core/analysis/prediction_field.hpp"

#include <cmath>

#include "core/catalog/catalog.hpp"
#include "tests/core/support.hpp"

namespace fall_line::prediction_field_test {

using test::refusal_of;

const GridAxis x_axis = {-2.0, 2.0, 5}, y_axis = {-1.0, 3.0, 4};
const std::vector<double> weights = {1.0, 2.0, -1.0, 0.5, 0.0, -2.0, 0.1, -0.2, 0.3};
const std::vector<double> two_class_weights = {1.0, -1.0, 0.25};

std::unique_ptr<AnyProblem> classifier(const char* name, const char* classes) {
  const auto data = find_dataset("blobs").create({{"classes", classes}});
  return find_problem(name).create_over({}, data);
}

TEST(PredictionField, RefusesAProblemThatIsNoModelOfThePlane) {
  const auto booth = find_problem("booth").create({});
  const auto refusal = refusal_of([&] { prediction_field(*booth, {0.0, 0.0}, x_axis, y_axis); });
  EXPECT_EQ(refusal.argument, "problem");
}

TEST(PredictionField, RefusesWeightsOfAnotherLength) {
  const auto softmax = classifier("softmax_regression", "3");
  EXPECT_EQ(refusal_of([&] { prediction_field(*softmax, {1.0}, x_axis, y_axis); }).argument, "at");
}

TEST(DecisionField, LeadIsTheScoreMinusTheBestOfTheOthers) {
  const auto softmax = classifier("softmax_regression", "3");
  const auto scores = prediction_field(*softmax, weights, x_axis, y_axis);
  const auto leads = decision_field(*softmax, weights, x_axis, y_axis, Decision::lead);
  ASSERT_EQ(leads.size(), scores.size());
  for (std::size_t i = 0; i < scores.size(); i += 3) {
    const double* s = &scores[i];
    EXPECT_EQ(leads[i], s[0] - std::max(s[1], s[2]));
    EXPECT_EQ(leads[i + 1], s[1] - std::max(s[0], s[2]));
    EXPECT_EQ(leads[i + 2], s[2] - std::max(s[0], s[1]));
  }
}

TEST(DecisionField, ProbabilitiesSumToOneAlsoWhereExpWouldOverflow) {
  const auto softmax = classifier("softmax_regression", "3");
  std::vector<double> large = weights;
  for (double& weight : large) weight *= 1e4;
  const auto shares = decision_field(*softmax, large, x_axis, y_axis, Decision::probability);
  for (std::size_t i = 0; i < shares.size(); i += 3) {
    EXPECT_NEAR(shares[i] + shares[i + 1] + shares[i + 2], 1.0, 1e-15);
  }
}

TEST(DecisionField, OfASingleScoreIsThatOfTwoClasses) {
  const auto logistic = classifier("logistic_regression", "2");
  const auto scores = prediction_field(*logistic, two_class_weights, x_axis, y_axis);
  const auto leads = decision_field(*logistic, two_class_weights, x_axis, y_axis, Decision::lead);
  const auto shares =
      decision_field(*logistic, two_class_weights, x_axis, y_axis, Decision::probability);
  ASSERT_EQ(leads.size(), 2 * scores.size());
  for (std::size_t i = 0; i < scores.size(); ++i) {
    EXPECT_EQ(leads[2 * i], -scores[i]);
    EXPECT_EQ(leads[2 * i + 1], scores[i]);
    EXPECT_NEAR(shares[2 * i + 1], 1.0 / (1.0 + std::exp(-scores[i])), 1e-15);
  }
}

TEST(DecisionField, OfZeroWeightsIsUndecided) {
  const auto svm = classifier("linear_svm", "3");
  const std::vector<double> zeros(9, 0.0);
  for (const double lead : decision_field(*svm, zeros, x_axis, y_axis, Decision::lead)) {
    EXPECT_EQ(lead, 0.0);
  }
}

}  // namespace fall_line::prediction_field_test
