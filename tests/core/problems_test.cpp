#include <gtest/gtest.h>

#include "core/analysis/evaluation.hpp"
#include "core/catalog/catalog.hpp"
#include "tests/core/derivative_check.hpp"
#include "tests/core/support.hpp"

namespace fall_line {
namespace {

// Each problem as declared and with every parameter moved, at its start and at seeded points.
struct Case {
  const ProblemDeclaration* declaration;
  Settings settings;
  std::vector<double> point;
};

void PrintTo(const Case& one, std::ostream* out) {
  *out << one.declaration->name;
  for (const auto& [name, value] : one.settings) *out << " " << name << "=" << value;
  for (const double coordinate : one.point) *out << " " << coordinate;
}

std::vector<Case> cases() {
  std::vector<Case> all;
  test::Inputs inputs(2026);
  for (const auto& problem : problems()) {
    for (int i = 0; i < 8; ++i) {
      Case one{&problem, {}, {problem.start.begin(), problem.start.end()}};
      if (i > 0) {
        for (double& coordinate : one.point) coordinate = inputs.between(-9.0, 9.0);
      }
      for (const auto& parameter : problem.settings.parameters) {
        if (i < 4) break;
        const double value = inputs.between(parameter.slider.low, parameter.slider.high / 10.0);
        one.settings.emplace_back(parameter.name, std::to_string(value));
      }
      all.push_back(one);
    }
  }
  return all;
}

class EveryProblem : public ::testing::TestWithParam<Case> {};

TEST_P(EveryProblem, GradientIsTheSlopeOfTheValue) {
  const auto problem = GetParam().declaration->create(GetParam().settings);
  EXPECT_LT(test::gradient_error(*problem, GetParam().point), 1e-8);
}

TEST_P(EveryProblem, HessianIsTheSlopeOfTheGradientAndSymmetric) {
  const auto problem = GetParam().declaration->create(GetParam().settings);
  EXPECT_LT(test::hessian_error(*problem, GetParam().point), 1e-8);
}

INSTANTIATE_TEST_SUITE_P(Problems, EveryProblem, ::testing::ValuesIn(cases()),
                         [](const auto& info) {
                           return std::string(info.param.declaration->name) + "_" +
                                  std::to_string(info.index);
                         });

TEST(Problems, GradientVanishesAtTheDeclaredMinimizer) {
  for (const auto& declaration : problems()) {
    if (declaration.minimizer.empty()) continue;
    const auto problem = declaration.create({});
    std::vector<double> gradient(static_cast<std::size_t>(declaration.dimension));
    problem->gradient(declaration.minimizer.data(), gradient.data());
    for (const double entry : gradient) EXPECT_EQ(entry, 0.0) << declaration.name;
  }
}

TEST(Problems, DeclaredPointsHaveTheProblemsDimension) {
  for (const auto& declaration : problems()) {
    EXPECT_EQ(std::ssize(declaration.start), declaration.dimension) << declaration.name;
    EXPECT_TRUE(declaration.minimizer.empty() ||
                std::ssize(declaration.minimizer) == declaration.dimension)
        << declaration.name;
    EXPECT_EQ(declaration.create({})->dimension(), declaration.dimension) << declaration.name;
  }
}

TEST(Problems, DeclaredStartLiesInTheDeclaredWindow) {
  for (const auto& declaration : problems()) {
    const Domain& window = declaration.domain;
    EXPECT_GE(declaration.start[0], window.x_low) << declaration.name;
    EXPECT_LE(declaration.start[0], window.x_high) << declaration.name;
    if (declaration.dimension < 2) continue;
    EXPECT_GE(declaration.start[1], window.y_low) << declaration.name;
    EXPECT_LE(declaration.start[1], window.y_high) << declaration.name;
  }
}

TEST(Booth, MinimumIsZero) {
  const double minimizer[] = {1.0, 3.0};
  EXPECT_EQ(find_problem("booth").create({})->value(minimizer), 0.0);
}

TEST(Booth, ValueIsTheSumOfTwoSquares) {
  const double origin[] = {0.0, 0.0};
  EXPECT_EQ(find_problem("booth").create({})->value(origin), 74.0);
}

TEST(Booth, EigenvaluesAre2And18) {
  const auto found = evaluate(*find_problem("booth").create({}), {0.0, 0.0});
  EXPECT_NEAR(found.eigenvalues[0], 2.0, 1e-14);
  EXPECT_NEAR(found.eigenvalues[1], 18.0, 1e-14);
}

TEST(Quadratic, EigenvaluesAreTheChosenCurvaturesAtAnyAngle) {
  for (const char* angle : {"0", "30", "45", "90", "-137.5"}) {
    const auto problem =
        find_problem("quadratic")
            .create({{"curvature1", "50"}, {"curvature2", "0.25"}, {"angle", angle}});
    const auto found = evaluate(*problem, {1.0, 2.0});
    EXPECT_NEAR(found.eigenvalues[0], 0.25, 1e-12) << angle;
    EXPECT_NEAR(found.eigenvalues[1], 50.0, 1e-12) << angle;
  }
}

TEST(Quadratic, FirstAxisPointsAlongTheAngle) {
  const auto problem = find_problem("quadratic").create({{"angle", "30"}});
  const double along[] = {std::sqrt(3.0) / 2.0, 0.5};
  double gradient[2];
  problem->gradient(along, gradient);
  EXPECT_NEAR(gradient[0], along[0], 1e-14) << "curvature1 is 1 by default";
  EXPECT_NEAR(gradient[1], along[1], 1e-14);
}

TEST(Parabola, IsXSquaredByDefault) {
  const double x[] = {1.5};
  EXPECT_EQ(find_problem("parabola").create({})->value(x), 2.25);
}

TEST(NoisyGradient, SamplesHaveTheDeclaredMoments) {
  const auto problem = find_problem("noisy_gradient").create({{"slope", "2"}, {"noise", "3"}});
  double mean = 0.0, mean_square = 0.0;
  ASSERT_TRUE(problem->gradient_moments(&mean, &mean_square));
  EXPECT_EQ(mean, 2.0);
  EXPECT_EQ(mean_square, 13.0);
  Random random(5);
  constexpr int count = 200'000;
  double sum = 0.0, sum_of_squares = 0.0;
  for (int i = 0; i < count; ++i) {
    double g = 0.0;
    const double x = 0.0;
    problem->sample_gradient(&x, random, &g);
    sum += g;
    sum_of_squares += g * g;
  }
  // four standard errors: 4·3/√n and 4·√(Var g²)/√n with Var g² = 4·2²·3² + 2·3⁴
  EXPECT_NEAR(sum / count, mean, 0.027);
  EXPECT_NEAR(sum_of_squares / count, mean_square, 0.16);
}

TEST(NoisyGradient, WithoutNoiseIsTheConstantGradient) {
  const auto noiseless = test::run_of("problem=noisy_gradient\nproblem.noise=0\nmethod=adam\n", 50);
  const auto constant = test::run_of("problem=constant_gradient\nmethod=adam\n", 50);
  EXPECT_EQ(test::at(noiseless, "theta", 50), test::at(constant, "theta", 50));
}

TEST(Problems, OnlyThoseWithAFixedDistributionHaveGradientMoments) {
  double mean[2], mean_square[2];
  EXPECT_FALSE(find_problem("booth").create({})->gradient_moments(mean, mean_square));
  EXPECT_TRUE(find_problem("constant_gradient").create({})->gradient_moments(mean, mean_square));
}

}  // namespace
}  // namespace fall_line
