#include <gtest/gtest.h>

#include <cmath>

#include "core/catalog/catalog.hpp"
#include "core/problems/accuracy.hpp"
#include "tests/core/support.hpp"

namespace fall_line::mlp_test {

std::shared_ptr<const Dataset> one_example(std::vector<double> input, double target) {
  return std::make_shared<Dataset>(Dataset{.count = 1,
                                           .features = std::ssize(input),
                                           .classes = 0,
                                           .inputs = std::move(input),
                                           .targets = {target}});
}

std::unique_ptr<AnyProblem> mlp(const Settings& settings, std::shared_ptr<const Dataset> data) {
  return find_problem("mlp").create_over(settings, std::move(data));
}

// `count` points of the plane: class 1 inside the unit circle.
std::shared_ptr<const Dataset> disc(Index count) {
  test::Inputs inputs(5);
  Dataset data{.count = count, .features = 2, .classes = 2, .inputs = {}, .targets = {}};
  for (Index i = 0; i < count; ++i) {
    const double x = inputs.between(-1.6, 1.6), y = inputs.between(-1.6, 1.6);
    data.inputs.insert(data.inputs.end(), {x, y});
    data.targets.push_back(x * x + y * y < 1.0 ? 1.0 : 0.0);
  }
  return std::make_shared<Dataset>(data);
}

TEST(Mlp, ReluNetworkAgreesWithOneWorkedOutByHand) {
  const auto problem = mlp({{"hidden1", "2"}}, one_example({1.0, 2.0}, 1.0));
  // W1 = [[1, −1], [½, ½]], b1 = (½, 0): sums (−½, 1½), so the first unit is off.
  // W2 = [2, −1], b2 = ¼: score −1¼, residual −2¼.
  const std::vector<double> x = {1.0, -1.0, 0.5, 0.5, 0.5, 0.0, 2.0, -1.0, 0.25};
  std::vector<double> g(x.size());
  EXPECT_EQ(problem->value_and_gradient(x.data(), g.data()), 5.0625);
  EXPECT_EQ(g, (std::vector<double>{0.0, 0.0, 4.5, 9.0, 0.0, 4.5, 0.0, -6.75, -4.5}));
}

TEST(Mlp, TanhNetworkAgreesWithOneWorkedOutByHand) {
  const auto problem = mlp({{"hidden1", "1"}, {"activation", "tanh"}}, one_example({2.0}, 0.5));
  // z = ¼·2 + ½ = 1, score 3·tanh 1 − 1
  const double x[] = {0.25, 0.5, 3.0, -1.0};
  const double a = std::tanh(1.0), residual = 3.0 * a - 1.5, back = 6.0 * residual * (1.0 - a * a);
  double g[4];
  EXPECT_NEAR(problem->value_and_gradient(x, g), residual * residual, 1e-14);
  EXPECT_NEAR(g[0], 2.0 * back, 1e-14);
  EXPECT_NEAR(g[1], back, 1e-14);
  EXPECT_NEAR(g[2], 2.0 * residual * a, 1e-14);
  EXPECT_NEAR(g[3], 2.0 * residual, 1e-14);
}

TEST(Mlp, UnitAtItsKinkPassesNoGradient) {
  const auto problem = mlp({{"hidden1", "1"}}, one_example({1.0}, 1.0));
  const double x[] = {1.0, -1.0, 1.0, 0.0};  // z = 1 − 1 = 0
  double g[4];
  problem->gradient(x, g);
  EXPECT_EQ(g[0], 0.0);
  EXPECT_EQ(g[1], 0.0);
}

TEST(Mlp, WithoutHiddenLayersIsLinearRegression) {
  const auto network = mlp({{"hidden1", "0"}}, find_dataset("latitude_temperature").create({}));
  const auto line = find_problem("linear_regression").create({});
  const double x[] = {-2.0, 120.0};
  double a[2], b[2];
  EXPECT_DOUBLE_EQ(network->value_and_gradient(x, a), line->value_and_gradient(x, b));
  EXPECT_DOUBLE_EQ(a[0], b[0]);
  EXPECT_DOUBLE_EQ(a[1], b[1]);
}

TEST(Mlp, HasAWeightForEachPairOfUnitsAndABiasForEachUnit) {
  const auto problem = mlp({{"hidden1", "64"}, {"hidden2", "64"}}, disc(3));
  EXPECT_EQ(problem->dimension(), 64 * 3 + 64 * 65 + 2 * 65);
}

TEST(Mlp, StartDependsOnItsSeedAlone) {
  const auto start = [](const char* seed) {
    return find_problem("mlp").create({{"init_seed", seed}})->start();
  };
  EXPECT_EQ(start("3"), start("3"));
  EXPECT_NE(start("3"), start("4"));
}

TEST(Mlp, StartHasTheSpreadOfHeBeforeReluAndOfGlorotBeforeTanh) {
  const auto spread = [](const char* activation) {
    const auto x =
        mlp({{"hidden1", "100"}, {"hidden2", "50"}, {"activation", activation}}, disc(1))->start();
    double sum = 0.0;  // of the 50 × 100 weights between the hidden layers
    for (std::size_t i = 300; i < 5300; ++i) sum += x[i] * x[i];
    return sum / 5000.0;
  };
  // the sample variance of 5000 normals is within 4·√(2/5000) = 8 % of the true one
  EXPECT_NEAR(spread("relu"), 2.0 / 100.0, 0.08 * 2.0 / 100.0);
  EXPECT_NEAR(spread("tanh"), 2.0 / 150.0, 0.08 * 2.0 / 150.0);
}

TEST(Mlp, GroupsOfExamplesAddUpToTheMeanOfAll) {
  const auto data = disc(150);  // groups of 64, 64 and 22
  const auto problem = mlp({}, data);
  const auto x = problem->start();
  std::vector<double> g(x.size()), one(x.size()), mean(x.size());
  double sum = 0.0;
  for (Index i = 0; i < data->count; ++i) {
    sum += problem->batch_value_and_gradient(x.data(), &i, 1, one.data());
    for (std::size_t k = 0; k < x.size(); ++k) mean[k] += one[k] / 150.0;
  }
  EXPECT_NEAR(problem->value_and_gradient(x.data(), g.data()), sum / 150.0, 1e-13);
  for (std::size_t k = 0; k < x.size(); ++k) EXPECT_NEAR(g[k], mean[k], 1e-13) << k;
}

TEST(Mlp, NanInAWeightReachesTheValue) {
  const auto problem = mlp({}, disc(3));
  auto x = problem->start();
  x[0] = std::nan("");
  EXPECT_TRUE(std::isnan(problem->value(x.data())));
}

TEST(Mlp, OfNumbersIsASumOfSquaresWhereThePenaltyIsOne) {
  const auto data = one_example({1.0, 2.0}, 1.0);
  const Settings penalised = {{"hidden1", "2"}, {"regularization_strength", "0.1"}};
  EXPECT_EQ(mlp({}, data)->residual_count(), 1);
  EXPECT_EQ(mlp(penalised, data)->residual_count(), 1 + 2 * 2 + 2);
  Settings lasso = penalised;
  lasso.emplace_back("penalty", "l1");
  EXPECT_EQ(mlp(lasso, data)->residual_count(), 0);
}

TEST(Mlp, LearnsADiscFromItsStartWithAdam) {
  const auto data = disc(200);
  for (const char* activation : {"relu", "tanh"}) {
    const auto problem = mlp({{"activation", activation}}, data);
    auto x = problem->start();
    std::vector<double> g(x.size());
    const auto adam = find_method("adam").create_for({{"learning_rate", "0.05"}}, std::ssize(x));
    for (int step = 0; step < 300; ++step) {
      problem->gradient(x.data(), g.data());
      ASSERT_EQ(adam->step(x, g), StepStatus::ok);
    }
    EXPECT_GE(accuracy(*problem, x.data(), *data), 0.97) << activation;
  }
}

}  // namespace fall_line::mlp_test
