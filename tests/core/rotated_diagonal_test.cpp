#include "core/numerics/rotated_diagonal.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/reference_eigenvalues.hpp"

namespace fall_line::rotated_diagonal_test {

std::vector<double> rotated(const std::vector<double>& d, std::uint64_t seed) {
  Random random(seed);
  return rotated_diagonal(d, random);
}

TEST(RotatedDiagonal, OfEqualEntriesStaysWhatItIs) {
  const auto a = rotated(std::vector<double>(9, 2.0), 5);
  for (std::size_t i = 0; i < 81; ++i) EXPECT_NEAR(a[i], i % 10 == 0 ? 2.0 : 0.0, 1e-14) << i;
}

TEST(RotatedDiagonal, OfOneEntryIsThatEntry) {
  EXPECT_EQ(rotated({-3.5}, 1), std::vector<double>{-3.5});
}

TEST(RotatedDiagonal, IsSymmetricToTheLastBitAndNoLongerDiagonal) {
  constexpr std::size_t n = 61;
  std::vector<double> d(n);
  for (std::size_t i = 0; i < n; ++i) d[i] = std::pow(1.3, static_cast<double>(i));
  const auto a = rotated(d, 3);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      ASSERT_EQ(a[i * n + k], a[k * n + i]) << i << " " << k;
      ASSERT_NE(a[i * n + k], 0.0) << i << " " << k;
    }
  }
}

TEST(RotatedDiagonal, KeepsTheEigenvalues) {
  const std::vector<double> d = {-7.0, -1e-3, 0.0, 0.5, 2.0, 2.0, 40.0};
  const auto a = rotated(d, 8);
  ASSERT_EQ(a.size(), 49u);
  const Vector found = test::reference_eigenvalues(Eigen::Map<const Matrix>(a.data(), 7, 7));
  for (Index i = 0; i < 7; ++i) {
    EXPECT_NEAR(found[i], d[static_cast<std::size_t>(i)], 1e-13) << i;
  }
}

TEST(RotatedDiagonal, IsDrawnAnewByEverySeedAndTheSameByTheSame) {
  EXPECT_EQ(rotated({1.0, 2.0, 3.0}, 4), rotated({1.0, 2.0, 3.0}, 4));
  EXPECT_NE(rotated({1.0, 2.0, 3.0}, 4), rotated({1.0, 2.0, 3.0}, 5));
}

// With d = (0, …, 1, …, 0) the diagonal holds the squares of a column of Q. A uniform point of the
// sphere has mean square 1/n and mean fourth power 3/(n(n+2)) in every coordinate.
TEST(RotatedDiagonal, TurnsEveryAxisIntoEveryDirectionAlike) {
  constexpr int samples = 4000;
  for (const std::size_t n : {2, 3, 5}) {
    for (std::size_t axis = 0; axis < n; ++axis) {
      std::vector<double> d(n, 0.0), squares(n, 0.0), fourths(n, 0.0);
      d[axis] = 1.0;
      Random random(99 + axis);
      for (int s = 0; s < samples; ++s) {
        const auto a = rotated_diagonal(d, random);
        for (std::size_t i = 0; i < n; ++i) {
          squares[i] += a[i * n + i] / samples;
          fourths[i] += a[i * n + i] * a[i * n + i] / samples;
        }
      }
      const double size = static_cast<double>(n), fourth = 3.0 / (size * (size + 2.0));
      const double eighth = 35.0 * fourth / ((size + 4.0) * (size + 6.0));
      // five standard errors
      const double square_bound = 5.0 * std::sqrt((fourth - 1.0 / (size * size)) / samples);
      const double fourth_bound = 5.0 * std::sqrt((eighth - fourth * fourth) / samples);
      for (std::size_t i = 0; i < n; ++i) {
        EXPECT_NEAR(squares[i], 1.0 / size, square_bound) << n << " " << axis << " " << i;
        EXPECT_NEAR(fourths[i], fourth, fourth_bound) << n << " " << axis << " " << i;
      }
    }
  }
}

}  // namespace fall_line::rotated_diagonal_test
