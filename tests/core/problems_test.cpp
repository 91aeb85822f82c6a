#include <gtest/gtest.h>

#include "core/analysis/evaluation.hpp"
#include "core/catalog/catalog.hpp"
#include "core/numerics/sum.hpp"
#include "tests/core/derivative_check.hpp"
#include "tests/core/support.hpp"

namespace fall_line::problems_test {

// A problem as declared or with every parameter moved, at its start or at a seeded point.
struct Case {
  std::unique_ptr<AnyProblem> problem;
  std::vector<double> point;
};

// in the window where a picture shows it; beyond two dimensions near the start
std::vector<double> sample_point(const Domain& window, const AnyProblem& problem,
                                 test::Inputs& inputs) {
  std::vector<double> point = problem.start();
  if (point.size() > 2) {
    for (double& coordinate : point) coordinate += inputs.between(-1.0, 1.0);
    return point;
  }
  point[0] = inputs.between(window.x_low, window.x_high);
  if (point.size() == 2) point[1] = inputs.between(window.y_low, window.y_high);
  return point;
}

Settings moved_settings(const ProblemDeclaration& declaration, test::Inputs& inputs) {
  Settings settings;
  for (const auto& parameter : declaration.settings.parameters) {
    const auto [low, high] = std::pair(parameter.slider.low, parameter.slider.high);
    const double value = inputs.between(low, std::max(low, high / 10.0));
    settings.emplace_back(parameter.name,
                          std::to_string(parameter.whole ? std::floor(value) : value));
  }
  return settings;
}

class EveryProblem : public ::testing::TestWithParam<const ProblemDeclaration*> {
 protected:
  const ProblemDeclaration& declaration() const { return *GetParam(); }

  std::vector<Case> cases() const {
    std::vector<Case> all;
    test::Inputs inputs(2026);
    auto first = declaration().create({});
    auto start = first->start();
    all.push_back({std::move(first), std::move(start)});
    for (int i = 1; i < 8; ++i) {
      const auto settings = i < 4 ? Settings{} : moved_settings(declaration(), inputs);
      auto problem = declaration().create(settings);
      auto point = sample_point(declaration().domain, *problem, inputs);
      all.push_back({std::move(problem), std::move(point)});
    }
    return all;
  }
};

TEST_P(EveryProblem, GradientIsTheSlopeOfTheValue) {
  for (const auto& [problem, x] : cases()) {
    EXPECT_LT(test::gradient_error(*problem, x), 1e-8) << ::testing::PrintToString(x);
  }
}

TEST_P(EveryProblem, HessianIsTheSlopeOfTheGradientAndSymmetric) {
  for (const auto& [problem, x] : cases()) {
    EXPECT_LT(test::hessian_error(*problem, x), 1e-8) << ::testing::PrintToString(x);
  }
}

TEST_P(EveryProblem, HessianTimesAVectorIsTheirProduct) {
  for (const auto& [problem, x] : cases()) {
    const std::size_t n = x.size();
    std::vector<double> hessian(n * n), v(n), product(n);
    for (std::size_t i = 0; i < n; ++i) v[i] = 1.0 - 0.3 * static_cast<double>(i);
    problem->hessian(x.data(), hessian.data());
    problem->hessian_vector(x.data(), v.data(), product.data());
    for (std::size_t i = 0; i < n; ++i) {
      const double* row = &hessian[i * n];
      const double size = norm(row, std::ssize(x)) * norm(v.data(), std::ssize(x));
      EXPECT_NEAR(product[i], dot(row, v.data(), std::ssize(x)), 1e-12 * size)
          << ::testing::PrintToString(x);
    }
  }
}

TEST_P(EveryProblem, ValueAndGradientTogetherAreThoseApart) {
  for (const auto& [problem, x] : cases()) {
    std::vector<double> apart(x.size()), together(x.size());
    problem->gradient(x.data(), apart.data());
    EXPECT_EQ(problem->value_and_gradient(x.data(), together.data()), problem->value(x.data()));
    EXPECT_EQ(together, apart);
  }
}

TEST_P(EveryProblem, RowOfAPictureHoldsTheValues) {
  for (const auto& [problem, x] : cases()) {
    if (problem->dimension() > 2) continue;
    std::vector<double> row(7), columns(7);
    for (std::size_t i = 0; i < 7; ++i) columns[i] = x[0] + 0.37 * static_cast<double>(i);
    problem->values_in_row(columns.data(), 7, x.back(), row.data());
    for (std::size_t i = 0; i < 7; ++i) {
      const double point[] = {columns[i], x.back()};
      EXPECT_EQ(row[i], problem->value(point)) << ::testing::PrintToString(x) << ", " << i;
    }
  }
}

// f = ‖r‖², ∇f = 2·Jᵀr; nothing to see where m = 0
TEST_P(EveryProblem, ResidualsAndJacobianGiveValueAndGradient) {
  for (const auto& [problem, x] : cases()) {
    const auto m = static_cast<std::size_t>(problem->residual_count()), n = x.size();
    if (m == 0) continue;
    std::vector<double> r(m), j(m * n), gradient(n);
    problem->residuals(x.data(), r.data());
    problem->jacobian(x.data(), j.data());
    problem->gradient(x.data(), gradient.data());
    const double value = problem->value(x.data());
    EXPECT_NEAR(dot(r.data(), r.data(), std::ssize(r)), value, 1e-14 * (1.0 + value));
    for (std::size_t k = 0; k < n; ++k) {
      double sum = 0.0, size = 1.0;
      for (std::size_t i = 0; i < m; ++i) {
        sum += 2.0 * j[i * n + k] * r[i];
        size += std::abs(2.0 * j[i * n + k] * r[i]);
      }
      EXPECT_NEAR(sum, gradient[k], 1e-14 * size) << k;
    }
  }
}

TEST_P(EveryProblem, JacobianIsTheSlopeOfTheResiduals) {
  for (const auto& [problem, x] : cases()) {
    EXPECT_LT(test::jacobian_error(*problem, x), 1e-8) << ::testing::PrintToString(x);
  }
}

std::vector<const ProblemDeclaration*> all_problems() {
  std::vector<const ProblemDeclaration*> all;
  for (const auto& declaration : problems()) all.push_back(&declaration);
  return all;
}

INSTANTIATE_TEST_SUITE_P(Problems, EveryProblem, ::testing::ValuesIn(all_problems()),
                         [](const auto& info) { return std::string(info.param->name); });

// A coordinate is known to half an ulp, which the curvature turns into a gradient.
void expect_no_gradient(const ProblemDeclaration& declaration, std::vector<double> x) {
  const auto problem = declaration.create({});
  x.resize(static_cast<std::size_t>(problem->dimension()));
  const auto found = evaluate(*problem, x);
  const double curvature = std::max(std::abs(found.eigenvalues.front()), found.eigenvalues.back());
  const double size = norm(x.data(), std::ssize(x));
  for (const double entry : found.gradient) {
    EXPECT_NEAR(entry, 0.0, 4e-16 * curvature * size) << declaration.name << " at " << x[0];
  }
}

TEST(Problems, GradientVanishesAtTheDeclaredMinimizer) {
  for (const auto& declaration : problems()) {
    if (declaration.minimizer.empty()) continue;
    expect_no_gradient(declaration, {declaration.minimizer.begin(), declaration.minimizer.end()});
  }
}

TEST(Problems, GradientVanishesAtTheDeclaredCriticalPoints) {
  for (const auto& declaration : problems()) {
    for (const auto& point : declaration.critical_points) {
      expect_no_gradient(declaration, {point.x, point.y});
    }
  }
}

CriticalKind kind_by(const std::vector<double>& eigenvalues) {
  if (std::find(eigenvalues.begin(), eigenvalues.end(), 0.0) != eigenvalues.end()) {
    return CriticalKind::degenerate;
  }
  if (eigenvalues.front() > 0.0) return CriticalKind::minimum;
  return eigenvalues.back() < 0.0 ? CriticalKind::maximum : CriticalKind::saddle;
}

TEST(Problems, EigenvaluesGiveCriticalPointsTheirDeclaredKind) {
  for (const auto& declaration : problems()) {
    for (const auto& point : declaration.critical_points) {
      std::vector<double> x = {point.x, point.y};
      const auto problem = declaration.create({});
      x.resize(static_cast<std::size_t>(problem->dimension()));
      const auto found = evaluate(*problem, x);
      EXPECT_EQ(kind_by(found.eigenvalues), point.kind) << declaration.name << " at " << x[0];
    }
  }
}

TEST(Problems, NoDeclaredMinimumLiesBelowTheMinimizer) {
  for (const auto& declaration : problems()) {
    if (declaration.minimizer.empty()) continue;
    const auto problem = declaration.create({});
    const double lowest = problem->value(declaration.minimizer.data());
    for (const auto& point : declaration.critical_points) {
      const double x[] = {point.x, point.y};
      EXPECT_GE(problem->value(x), lowest - 1e-28) << declaration.name << " at " << x[0];
    }
  }
}

TEST(Problems, DeclaredCriticalPointsLieInTheDeclaredWindow) {
  for (const auto& declaration : problems()) {
    const Domain& window = declaration.domain;
    for (const auto& point : declaration.critical_points) {
      EXPECT_TRUE(window.x_low <= point.x && point.x <= window.x_high) << declaration.name;
      EXPECT_TRUE(window.y_low <= point.y && point.y <= window.y_high) << declaration.name;
    }
  }
}

TEST(Problems, DeclaredPointsHaveTheProblemsDimension) {
  for (const auto& declaration : problems()) {
    const auto problem = declaration.create({});
    EXPECT_EQ(std::ssize(problem->start()), problem->dimension()) << declaration.name;
    EXPECT_TRUE(declaration.minimizer.empty() ||
                std::ssize(declaration.minimizer) == problem->dimension())
        << declaration.name;
  }
}

TEST(Problems, StartLiesInTheDeclaredWindow) {
  for (const auto& declaration : problems()) {
    const Domain& window = declaration.domain;
    const auto start = declaration.create({})->start();
    EXPECT_GE(start[0], window.x_low) << declaration.name;
    EXPECT_LE(start[0], window.x_high) << declaration.name;
    if (start.size() < 2) continue;
    EXPECT_GE(start[1], window.y_low) << declaration.name;
    EXPECT_LE(start[1], window.y_high) << declaration.name;
  }
}

TEST(Problems, GradientsOfManyCoordinatesAreSlopesAlongRandomDirections) {
  const std::pair<const char*, Settings> many[] = {
      {"rosenbrock", {{"dimension", "10000"}}},
      {"spectral_quadratic", {{"dimension", "300"}, {"rotation", "random"}}},
      {"mlp", {{"hidden1", "40"}, {"hidden2", "30"}, {"activation", "tanh"}}}};
  test::Inputs inputs(29);
  for (const auto& [name, settings] : many) {
    const auto problem = find_problem(name).create(settings);
    std::vector<double> x(static_cast<std::size_t>(problem->dimension())), u(x.size());
    for (int draw = 0; draw < 3; ++draw) {
      for (double& entry : x) entry = inputs.between(-1.0, 1.0);
      for (double& entry : u) entry = inputs.between(-1.0, 1.0);
      EXPECT_LT(test::directional_error(*problem, x, u), 1e-6) << name;
    }
  }
}

TEST(Problems, OnlyThoseWithAFixedDistributionHaveGradientMoments) {
  double mean[2], mean_square[2];
  EXPECT_FALSE(find_problem("booth").create({})->gradient_moments(mean, mean_square));
  EXPECT_TRUE(find_problem("constant_gradient").create({})->gradient_moments(mean, mean_square));
}

}  // namespace fall_line::problems_test
