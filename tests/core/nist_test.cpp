// NIST's Statistical Reference Datasets, nonlinear regression: the certified parameters, reached by
// Levenberg–Marquardt with its defaults from both starts.

#include <gtest/gtest.h>

#include <cmath>

#include "core/catalog/catalog.hpp"
#include "tests/core/nist/nist_problems.hpp"

namespace fall_line::nist_test {

using test::NistProblem;

struct Case {
  const NistProblem* table;
  int start;  ///< 0: the hard one, 1: the easier one
};

void PrintTo(const Case& one, std::ostream* out) {
  *out << one.table->name << " from start " << one.start + 1;
}

class Nist : public ::testing::TestWithParam<Case> {};

struct Solution {
  std::vector<double> parameters;
  StepStatus status = StepStatus::ok;
};

Solution solved(const Case& one, const Settings& settings) {
  const auto problem = one.table->create();
  Random random(1);
  Objective objective(*problem, random);
  const auto method = find_method("levenberg_marquardt").create(settings, objective);
  Solution solution{.parameters = one.table->starts[one.start]};
  for (int i = 0; i < 5000 && solution.status == StepStatus::ok; ++i) {
    solution.status = method->step(solution.parameters, {}, &objective);
  }
  return solution;
}

// Six digits are asked for; nine leave room for the last bits of another platform's exp and pow.
constexpr double digits_asked = 9.0;

TEST_P(Nist, MarquardtsDiagonalFindsTheCertifiedDigits) {
  const auto solution = solved(GetParam(), {});
  EXPECT_EQ(solution.status, StepStatus::converged);
  EXPECT_GE(certified_digits(*GetParam().table, solution.parameters), digits_asked);
}

TEST_P(Nist, LevenbergsIdentityFindsTheCertifiedDigits) {
  const auto solution = solved(GetParam(), {{"damping", "levenberg"}});
  EXPECT_EQ(solution.status, StepStatus::converged);
  EXPECT_GE(certified_digits(*GetParam().table, solution.parameters), digits_asked);
}

TEST_P(Nist, ResidualSumOfSquaresIsTheCertifiedOne) {
  const auto solution = solved(GetParam(), {});
  EXPECT_NEAR(GetParam().table->create()->value(solution.parameters.data()) /
                  GetParam().table->certified_loss,
              1.0, 1e-9);
}

/// Largest error of the Jacobian against central differences whose step is in proportion to the
/// parameter (Hahn1's reach from 1e-7 to 1), relative to the largest entry of the column.
double jacobian_error(const AnyProblem& problem, const std::vector<double>& b) {
  const auto m = static_cast<std::size_t>(problem.residual_count());
  const std::size_t n = b.size();
  std::vector<double> jacobian(m * n), above(m), below(m);
  problem.jacobian(b.data(), jacobian.data());
  double worst = 0.0;
  for (std::size_t k = 0; k < n; ++k) {
    double best = std::numeric_limits<double>::infinity();
    for (const double h : {1e-4, 1e-5, 1e-6}) {
      auto up = b, down = b;
      up[k] += h * std::abs(b[k]);
      down[k] -= h * std::abs(b[k]);
      problem.residuals(up.data(), above.data());
      problem.residuals(down.data(), below.data());
      double error = 0.0, largest = 0.0;
      for (std::size_t i = 0; i < m; ++i) {
        const double entry = jacobian[i * n + k];
        error = std::max(error, std::abs(entry - (above[i] - below[i]) / (up[k] - down[k])));
        largest = std::max(largest, std::abs(entry));
      }
      best = std::min(best, error / largest);
    }
    worst = std::max(worst, best);
  }
  return worst;
}

TEST_P(Nist, JacobianIsTheSlopeOfTheResiduals) {
  const auto problem = GetParam().table->create();
  EXPECT_LT(jacobian_error(*problem, GetParam().table->starts[1]), 1e-7);
  EXPECT_LT(jacobian_error(*problem, GetParam().table->certified), 1e-7);
}

std::vector<Case> cases() {
  std::vector<Case> all;
  for (const auto& table : test::nist_problems()) {
    for (int start = 0; start < 2; ++start) all.push_back({&table, start});
  }
  return all;
}

INSTANTIATE_TEST_SUITE_P(Problems, Nist, ::testing::ValuesIn(cases()), [](const auto& info) {
  return std::string(info.param.table->name) + "_start" + std::to_string(info.param.start + 1);
});

TEST(NistTables, AreTenAndWhole) {
  const auto& all = test::nist_problems();
  ASSERT_EQ(all.size(), 10u);
  const std::size_t observations[] = {54, 6, 250, 236, 151, 24, 33, 14, 15, 37};
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(all[i].x.size(), observations[i]) << all[i].name;
    EXPECT_EQ(std::ssize(all[i].certified), all[i].create()->dimension()) << all[i].name;
  }
}

}  // namespace fall_line::nist_test
