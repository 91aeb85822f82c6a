#include "core/numerics/cholesky.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/support.hpp"

namespace fall_line::cholesky_test {

/// M·Mᵀ + shift·I of random M, n × n, row-major.
std::vector<double> random_symmetric(Index n, double shift, std::uint64_t seed) {
  test::Inputs inputs(seed);
  std::vector<double> m(static_cast<std::size_t>(n * n)), a(m.size());
  for (double& entry : m) entry = inputs.between(-1.0, 1.0);
  for (Index i = 0; i < n; ++i) {
    for (Index j = 0; j < n; ++j) {
      a[i * n + j] = dot(&m[i * n], &m[j * n], n) + (i == j ? shift : 0.0);
    }
  }
  return a;
}

TEST(Cholesky, FactorTimesItsTransposeIsTheMatrix) {
  for (const Index n : {1, 2, 3, 7, 20}) {
    const auto a = random_symmetric(n, 0.1, 5);
    auto factor = a;
    ASSERT_TRUE(cholesky_factor(factor.data(), n));
    for (Index i = 0; i < n; ++i) {
      for (Index j = 0; j <= i; ++j) {
        EXPECT_NEAR(dot(&factor[i * n], &factor[j * n], j + 1), a[i * n + j], 1e-13);
      }
    }
  }
}

TEST(Cholesky, LeavesWhatLiesAboveTheDiagonalAlone) {
  std::vector<double> a = {4.0, 77.0, 2.0, 5.0};
  ASSERT_TRUE(cholesky_factor(a.data(), 2));
  EXPECT_EQ(a, (std::vector<double>{2.0, 77.0, 1.0, 2.0}));
}

TEST(Cholesky, SolvesTheSystem) {
  for (const Index n : {1, 2, 3, 7, 20}) {
    const auto a = random_symmetric(n, 0.1, 6);
    std::vector<double> x(static_cast<std::size_t>(n)), b(x.size());
    for (Index i = 0; i < n; ++i) x[i] = static_cast<double>(i) - 2.5;
    for (Index i = 0; i < n; ++i) b[i] = dot(&a[i * n], x.data(), n);
    auto factor = a;
    ASSERT_TRUE(cholesky_factor(factor.data(), n));
    cholesky_solve(factor.data(), n, b.data());
    for (Index i = 0; i < n; ++i) EXPECT_NEAR(b[i], x[i], 1e-11) << n;
  }
}

class NotPositiveDefinite : public ::testing::TestWithParam<std::vector<double>> {};

TEST_P(NotPositiveDefinite, IsReported) {
  auto a = GetParam();
  const auto n = static_cast<Index>(std::lround(std::sqrt(static_cast<double>(a.size()))));
  EXPECT_FALSE(cholesky_factor(a.data(), n));
}

INSTANTIATE_TEST_SUITE_P(
    Cholesky, NotPositiveDefinite,
    ::testing::Values(std::vector<double>{0.0}, std::vector<double>{-1.0}, std::vector<double>{NAN},
                      std::vector<double>{INFINITY},
                      std::vector<double>{1.0, 2.0, 2.0, 1.0},   // eigenvalues 3 and −1
                      std::vector<double>{1.0, 1.0, 1.0, 1.0},   // singular
                      std::vector<double>{0.01, 0.1, 0.1, 1.0},  // singular but for round-off
                      std::vector<double>{1.0, NAN, NAN, 1.0},
                      std::vector<double>{1.0, INFINITY, INFINITY, 1.0},
                      std::vector<double>{0.0, 1.0, 1.0, 0.0}));

TEST(Cholesky, AcceptsAnIllConditionedButDefiniteMatrix) {
  std::vector<double> a = {1e8, 0.0, 0.0, 1e-8};
  EXPECT_TRUE(cholesky_factor(a.data(), 2));
}

}  // namespace fall_line::cholesky_test
