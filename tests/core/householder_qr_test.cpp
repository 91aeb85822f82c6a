#include "core/numerics/householder_qr.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/support.hpp"

namespace fall_line::householder_qr_test {

/// Columns of A, and b last.
using Columns = std::vector<std::vector<double>>;

Columns random_columns(Index rows, Index columns, std::uint64_t seed) {
  test::Inputs inputs(seed);
  Columns all(static_cast<std::size_t>(columns + 1), std::vector<double>(rows));
  for (auto& column : all) {
    for (double& entry : column) entry = inputs.between(-1.0, 1.0);
  }
  return all;
}

HouseholderQr factorized(const Columns& columns) {
  HouseholderQr qr(std::ssize(columns[0]), std::ssize(columns) - 1);
  for (std::size_t k = 0; k < columns.size(); ++k) {
    std::copy(columns[k].begin(), columns[k].end(), qr.column(static_cast<Index>(k)));
  }
  qr.factorize();
  return qr;
}

/// Largest entry of Aᵀ(A·x − b), which vanishes at the least-squares solution alone.
double slope_at(const Columns& columns, const std::vector<double>& x) {
  std::vector<double> rest = columns.back();
  for (double& entry : rest) entry = -entry;
  for (std::size_t k = 0; k < x.size(); ++k) {
    for (std::size_t i = 0; i < rest.size(); ++i) rest[i] += columns[k][i] * x[k];
  }
  double largest = 0.0;
  for (std::size_t k = 0; k < x.size(); ++k) {
    double slope = 0.0;
    for (std::size_t i = 0; i < rest.size(); ++i) slope += columns[k][i] * rest[i];
    largest = std::max(largest, std::abs(slope));
  }
  return largest;
}

TEST(HouseholderQr, SolutionHasNoSlopeLeft) {
  for (const Index rows : {5, 6, 20, 101}) {
    const auto columns = random_columns(rows, 5, 7);
    const auto qr = factorized(columns);
    std::vector<double> x(5);
    qr.solve(x.data());
    EXPECT_LT(slope_at(columns, x), 1e-13) << rows;
  }
}

TEST(HouseholderQr, RTransposedTimesRIsATransposedTimesA) {
  const auto columns = random_columns(9, 4, 3);
  const auto qr = factorized(columns);
  for (Index i = 0; i < 4; ++i) {
    for (Index k = i; k < 4; ++k) {
      double gram = 0.0, product = 0.0;
      for (std::size_t row = 0; row < 9; ++row) gram += columns[i][row] * columns[k][row];
      for (Index row = 0; row <= i; ++row) product += qr.r(row, i) * qr.r(row, k);
      EXPECT_NEAR(product, gram, 1e-14);
    }
  }
}

// Läuchli's matrix: with 1e-8 beside 1, AᵀA rounds to a singular matrix, QR does not notice.
TEST(HouseholderQr, SolvesWhereTheNormalEquationsAreSingular) {
  const double small = 1e-8;
  const Columns columns = {{1.0, small, 0.0}, {1.0, 0.0, small}, {2.0, small, small}};
  const auto qr = factorized(columns);
  EXPECT_FALSE(qr.rank_deficient());
  double x[2];
  qr.solve(x);
  EXPECT_NEAR(x[0], 1.0, 1e-7);
  EXPECT_NEAR(x[1], 1.0, 1e-7);
}

TEST(HouseholderQr, FindsTheColumnThatDependsOnTheOthersAtAnyScale) {
  for (const double scale : {1e-150, 1.0, 1e100}) {
    auto columns = random_columns(7, 3, 11);
    for (std::size_t i = 0; i < 7; ++i) {
      columns[2][i] = scale * (0.5 * columns[0][i] - 3.0 * columns[1][i]);
    }
    const auto qr = factorized(columns);
    EXPECT_FALSE(qr.dependent(1)) << scale;
    EXPECT_TRUE(qr.dependent(2)) << scale;
    EXPECT_TRUE(qr.rank_deficient()) << scale;
  }
}

TEST(HouseholderQr, AWideMatrixIsRankDeficient) {
  EXPECT_TRUE(factorized(random_columns(2, 3, 5)).rank_deficient());
}

TEST(HouseholderQr, AColumnOfZerosIsDependent) {
  auto columns = random_columns(6, 2, 5);
  columns[0].assign(6, 0.0);
  EXPECT_TRUE(factorized(columns).dependent(0));
}

TEST(HouseholderQr, StackedTrianglesGiveTheSameAsTheFullMatrix) {
  Columns stacked = random_columns(10, 5, 23);
  for (std::size_t k = 0; k < 5; ++k) {
    for (std::size_t i = k + 1; i < 5; ++i) stacked[k][i] = stacked[k][5 + i] = 0.0;
  }
  HouseholderQr qr(10, 5);
  for (std::size_t k = 0; k < 6; ++k) {
    std::copy(stacked[k].begin(), stacked[k].end(), qr.column(static_cast<Index>(k)));
  }
  qr.factorize_stacked_triangles();
  const auto full = factorized(stacked);
  std::vector<double> x(5), expected(5);
  qr.solve(x.data());
  full.solve(expected.data());
  EXPECT_LT(slope_at(stacked, x), 1e-13);
  for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(x[i], expected[i], 1e-12);
}

}  // namespace fall_line::householder_qr_test
