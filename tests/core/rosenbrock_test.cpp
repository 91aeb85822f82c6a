#include <gtest/gtest.h>

#include "core/analysis/evaluation.hpp"
#include "core/catalog/catalog.hpp"
#include "tests/core/support.hpp"

namespace fall_line::rosenbrock_test {

double value_at(std::vector<double> x) {
  return find_problem("rosenbrock").create({})->value(x.data());
}

TEST(Rosenbrock, IsOneAtTheOriginAndZeroAtOnes) {
  EXPECT_EQ(value_at({0.0, 0.0}), 1.0);
  EXPECT_EQ(value_at({1.0, 1.0}), 0.0);
  EXPECT_NEAR(value_at({-1.2, 1.0}), 24.2, 1e-14);
}

TEST(Rosenbrock, ConditionNumberAtTheMinimumIs2508) {
  const auto found = evaluate(*find_problem("rosenbrock").create({}), {1.0, 1.0});
  EXPECT_NEAR(found.eigenvalues[1] / found.eigenvalues[0], 2508.0096012772, 1e-6);
}

TEST(Rosenbrock, ChainAddsTheFunctionOfEachNeighbouringPair) {
  const std::vector<double> x = {-1.2, 0.7, 0.3, 1.1, -0.4};
  const auto chain = find_problem("rosenbrock").create({{"dimension", "5"}});
  const auto pair = find_problem("rosenbrock").create({});
  double sum = 0.0;
  std::vector<double> gradients(5), gradient(5);
  for (std::size_t i = 0; i < 4; ++i) {
    double g[2];
    sum += pair->value_and_gradient(&x[i], g);
    gradients[i] += g[0];
    gradients[i + 1] += g[1];
  }
  EXPECT_NEAR(chain->value_and_gradient(x.data(), gradient.data()), sum, 1e-12);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(gradient[i], gradients[i], 1e-12) << i;
}

TEST(Rosenbrock, OfTenThousandCoordinatesVanishesAtOnes) {
  const auto problem = find_problem("rosenbrock").create({{"dimension", "10000"}});
  const std::vector<double> ones(10'000, 1.0);
  std::vector<double> gradient(10'000, 7.0);
  EXPECT_EQ(problem->start().size(), ones.size());
  EXPECT_EQ(problem->value_and_gradient(ones.data(), gradient.data()), 0.0);
  EXPECT_EQ(gradient, std::vector<double>(10'000, 0.0));
}

TEST(Rosenbrock, OfTenThousandCoordinatesHasNoSpectrumToShow) {
  const auto problem = find_problem("rosenbrock").create({{"dimension", "10000"}});
  const auto refusal = test::refusal_of([&] { evaluate(*problem, problem->start()); });
  EXPECT_EQ(refusal.argument, "problem");
}

TEST(Rosenbrock, RefusesPartsOfADimension) {
  const auto refusal = test::refusal_of([] {
    find_problem("rosenbrock").create({{"dimension", "2.5"}});
  });
  EXPECT_EQ(refusal.argument, "problem.dimension");
}

}  // namespace fall_line::rosenbrock_test
