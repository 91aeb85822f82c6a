#include "core/problems/spectral_quadratic.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/analysis/evaluation.hpp"
#include "core/catalog/catalog.hpp"
#include "tests/core/derivative_check.hpp"
#include "tests/core/support.hpp"

namespace fall_line::spectral_quadratic_test {

std::unique_ptr<AnyProblem> quadratic(const Settings& settings) {
  return find_problem("spectral_quadratic").create(settings);
}

std::vector<double> hessian(const Settings& settings) {
  const auto problem = quadratic(settings);
  const auto n = static_cast<std::size_t>(problem->dimension());
  std::vector<double> h(n * n, not_yet);
  problem->hessian(problem->start().data(), h.data());
  return h;
}

std::vector<double> diagonal(const Settings& settings) {
  const auto h = hessian(settings);
  const auto n = static_cast<std::size_t>(std::sqrt(static_cast<double>(h.size())));
  std::vector<double> entries;
  for (std::size_t i = 0; i < n; ++i) entries.push_back(h[i * n + i]);
  return entries;
}

Settings in(const char* dimension, const char* smallest, const char* condition, const char* spread,
            const char* rotation = "none") {
  return {{"dimension", dimension},
          {"smallest", smallest},
          {"condition", condition},
          {"spread", spread},
          {"rotation", rotation}};
}

TEST(SpectralQuadratic, SpreadsItsCurvaturesAsChosen) {
  EXPECT_EQ(diagonal(in("4", "0.5", "7", "linear")), (std::vector<double>{0.5, 1.5, 2.5, 3.5}));
  EXPECT_EQ(diagonal(in("4", "0.5", "8", "two_clusters")),
            (std::vector<double>{0.5, 0.5, 4.0, 4.0}));
  EXPECT_EQ(diagonal(in("4", "0.5", "8", "outlier")), (std::vector<double>{0.5, 0.5, 0.5, 4.0}));
  const auto ratios = diagonal(in("5", "3", "10000", "logarithmic"));
  for (std::size_t i = 0; i < 5; ++i) {
    const double expected = 3.0 * std::pow(10.0, static_cast<double>(i));
    EXPECT_NEAR(ratios[i], expected, 1e-14 * expected) << i;
  }
}

TEST(SpectralQuadratic, UnrotatedHasExactlyTheEndsThatWereAskedFor) {
  for (const char* spread : {"logarithmic", "linear", "two_clusters", "outlier"}) {
    for (const char* dimension : {"2", "7", "1000"}) {
      const auto all = diagonal(in(dimension, "0.3", "12345.678", spread));
      EXPECT_EQ(all.front(), 0.3) << spread << dimension;
      EXPECT_EQ(all.back(), 0.3 * 12345.678) << spread << dimension;
      EXPECT_TRUE(std::is_sorted(all.begin(), all.end())) << spread << dimension;
    }
  }
}

TEST(SpectralQuadratic, OfConditionOneIsABall) {
  for (const char* spread : {"logarithmic", "linear", "two_clusters", "outlier"}) {
    EXPECT_EQ(diagonal(in("3", "2", "1", spread)), std::vector<double>(3, 2.0)) << spread;
  }
}

TEST(SpectralQuadratic, KeepsItsSpectrumWhenTurned) {
  for (const char* spread : {"logarithmic", "linear", "two_clusters", "outlier"}) {
    for (const char* dimension : {"2", "3", "10", "64"}) {
      const auto expected = diagonal(in(dimension, "0.3", "1000", spread));
      const auto problem = quadratic(in(dimension, "0.3", "1000", spread, "random"));
      const auto found = evaluate(*problem, problem->start()).eigenvalues;
      ASSERT_EQ(found.size(), expected.size());
      for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_NEAR(found[i], expected[i], 1e-10) << spread << dimension << " " << i;
      }
    }
  }
}

TEST(SpectralQuadratic, TurnedHasASymmetricHessianWithoutAZero) {
  const auto h = hessian(in("37", "1", "100", "linear", "random"));
  for (std::size_t i = 0; i < 37; ++i) {
    for (std::size_t k = 0; k < 37; ++k) {
      ASSERT_EQ(h[i * 37 + k], h[k * 37 + i]) << i << " " << k;
      ASSERT_NE(h[i * 37 + k], 0.0) << i << " " << k;
    }
  }
}

// what every problem must pass, which the catalog's defaults do not turn
TEST(SpectralQuadratic, TurnedHasTheDerivativesOfItsValue) {
  for (const char* dimension : {"2", "3", "9"}) {
    const auto problem = quadratic(in(dimension, "0.5", "30", "logarithmic", "random"));
    const auto x = problem->start();
    EXPECT_LT(test::gradient_error(*problem, x), 1e-8) << dimension;
    EXPECT_LT(test::hessian_error(*problem, x), 1e-8) << dimension;
    std::vector<double> apart(x.size()), together(x.size()), product(x.size());
    problem->gradient(x.data(), apart.data());
    EXPECT_EQ(problem->value_and_gradient(x.data(), together.data()), problem->value(x.data()));
    EXPECT_EQ(together, apart) << dimension;
    problem->hessian_vector(apart.data(), x.data(), product.data());
    EXPECT_EQ(product, apart) << dimension << ": the gradient is H·x";
  }
}

TEST(SpectralQuadratic, TurnsAnotherWayForAnotherSeed) {
  Settings turned = in("5", "1", "100", "linear", "random");
  const auto by_default = hessian(turned);
  turned.emplace_back("rotation_seed", "1");
  EXPECT_EQ(hessian(turned), by_default);
  turned.back().second = "2";
  EXPECT_NE(hessian(turned), by_default);
}

TEST(SpectralQuadratic, InTwoDimensionsAlongTheAxesIsTheStretchedQuadratic) {
  const auto problem = quadratic(in("2", "1", "20", "linear"));
  const auto plane = find_problem("quadratic").create({});
  EXPECT_EQ(problem->start(), plane->start());
  const double x[] = {1.7, -0.4};
  EXPECT_DOUBLE_EQ(problem->value(x), plane->value(x));
}

// α = 2/(λ₁ + λₙ) multiplies both ends by (κ − 1)/(κ + 1), and the rest by less
TEST(SpectralQuadratic, ContractsAtTheBestFixedRate) {
  for (const char* rotation : {"none", "random"}) {
    for (const char* spread : {"logarithmic", "linear", "two_clusters", "outlier"}) {
      const auto run = test::run_of(test::lines({{"problem", "spectral_quadratic"},
                                                 {"problem.smallest", "2"},
                                                 {"problem.condition", "49"},
                                                 {"problem.spread", spread},
                                                 {"problem.rotation", rotation},
                                                 {"method", "gradient_descent"},
                                                 {"method.learning_rate", "0.02"}}),
                                    600);
      const auto distance = [&](Index step) {
        return norm(run.trace().at(step_quantity::theta, step).data(), 10);
      };
      for (Index step = 1; step <= 600; ++step) {
        ASSERT_LE(distance(step), 48.0 / 50.0 * (1.0 + 1e-12) * distance(step - 1))
            << rotation << " " << spread << " " << step;
      }
      EXPECT_NEAR(distance(600) / distance(599), 48.0 / 50.0, 1e-9) << rotation << " " << spread;
    }
  }
}

// Conjugate gradients need as many steps as there are different curvatures.
TEST(SpectralQuadratic, WithTwoCurvaturesTakesConjugateGradientsTwoSteps) {
  const auto left_after_two = [](const char* spread) {
    const auto run = test::run_of(test::lines({{"problem", "spectral_quadratic"},
                                               {"problem.dimension", "30"},
                                               {"problem.rotation", "random"},
                                               {"problem.spread", spread},
                                               {"method", "conjugate_gradient"},
                                               {"method.curvature_condition", "0.001"}}),
                                  2);
    return test::at(run, "loss", 2) / test::at(run, "loss", 0);
  };
  EXPECT_LT(left_after_two("two_clusters"), 1e-12);
  EXPECT_LT(left_after_two("outlier"), 1e-12);
  EXPECT_GT(left_after_two("linear"), 1e-3);
  EXPECT_GT(left_after_two("logarithmic"), 1e-3);
}

TEST(SpectralQuadratic, RefusesWhatIsNoSpectrum) {
  const auto refused = [](const char* name, const char* value) {
    const auto refusal = test::refusal_of([&] { quadratic({{name, value}}); });
    EXPECT_NE(refusal.message.find(value), std::string::npos) << refusal.message;
    return refusal.argument;
  };
  for (const char* dimension : {"1", "0", "-2", "2.5", "1001", "many"}) {
    EXPECT_EQ(refused("dimension", dimension), "problem.dimension") << dimension;
  }
  for (const char* condition : {"0.5", "0", "-3", "2e8", "nan"}) {
    EXPECT_EQ(refused("condition", condition), "problem.condition") << condition;
  }
  for (const char* smallest : {"0", "-1", "1e-7", "1e7"}) {
    EXPECT_EQ(refused("smallest", smallest), "problem.smallest") << smallest;
  }
  EXPECT_EQ(refused("rotation_seed", "-1"), "problem.rotation_seed");
  EXPECT_EQ(refused("spread", "uniform"), "problem.spread");
  EXPECT_EQ(refused("rotation", "full"), "problem.rotation");
}

}  // namespace fall_line::spectral_quadratic_test
