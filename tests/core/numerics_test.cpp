#include <gtest/gtest.h>

#include <cmath>

#include "core/numerics/natural_log.hpp"
#include "core/numerics/sum.hpp"
#include "core/numerics/symmetric_eigen.hpp"
#include "tests/core/reference_eigenvalues.hpp"
#include "tests/core/support.hpp"

namespace fall_line::numerics_test {

// |natural_log − std::log| in units of the last place of the larger one.
double log_error(double x) {
  const double exact = std::log(x);
  const double ulp = std::nextafter(std::abs(exact), INFINITY) - std::abs(exact);
  return std::abs(natural_log(x) - exact) / ulp;
}

TEST(NaturalLog, AgreesWithStdLogToTwoUlpOverAllMagnitudes) {
  test::Inputs inputs(21);
  for (int exponent = -1021; exponent <= 1023; ++exponent) {
    for (int i = 0; i < 20; ++i) {
      const double x = std::ldexp(inputs.between(1.0, 2.0), exponent);
      ASSERT_LE(log_error(x), 2.0) << x;
    }
  }
}

TEST(NaturalLog, KeepsItsPrecisionNearOne) {
  for (const double distance : {1e-1, 1e-3, 1e-6, 1e-12, 2.2204460492503131e-16}) {
    ASSERT_LE(log_error(1.0 + distance), 2.0) << distance;
    ASSERT_LE(log_error(1.0 - distance), 2.0) << distance;
  }
}

TEST(NaturalLog, OfOneIsZero) { EXPECT_EQ(natural_log(1.0), 0.0); }

TEST(FixedOrderSum, AddsFourInterleavedSums) {
  // a sum that depends on its order: s0 = 1e16 + 1 + …, s1 = 1, s2 = −1e16, s3 = 1, then s0 += 1
  const double terms[] = {1e16, 1.0, -1e16, 1.0, 1.0};
  EXPECT_EQ(fixed_order_sum(5, [&](Index i) { return terms[i]; }),
            (1e16 + 1.0 + 1.0) + (-1e16 + 1.0));
}

TEST(FixedOrderSum, TakesEveryTermOnce) {
  for (Index count = 0; count < 20; ++count) {
    const double sum =
        fixed_order_sum(count, [](Index i) { return std::ldexp(1.0, static_cast<int>(i)); });
    EXPECT_EQ(sum, std::ldexp(1.0, static_cast<int>(count)) - 1.0) << count;
  }
}

TEST(Dot, MultipliesEntryByEntry) {
  const double a[] = {1.0, 2.0, 3.0}, b[] = {4.0, -5.0, 6.0};
  EXPECT_EQ(dot(a, b, 3), 12.0);
}

TEST(Norm, IsTheRootOfTheSumOfSquares) {
  const double a[] = {2.0, 3.0, 6.0};
  EXPECT_EQ(norm(a, 3), 7.0);
}

Matrix random_symmetric(Index n, test::Inputs& inputs) {
  Matrix a(n, n);
  for (Index i = 0; i < n; ++i) {
    for (Index k = 0; k <= i; ++k) a(i, k) = a(k, i) = inputs.between(-1.0, 1.0);
  }
  return a;
}

double size_of(const Matrix& a) { return norm(a.data(), a.size()); }

// Ascending, orthonormal, and A·V = V·Λ, each to the round-off of an n × n product.
void expect_decomposition(const Matrix& a, const SymmetricEigen& eigen) {
  const Index n = a.rows();
  const Matrix& v = eigen.vectors;
  const double round_off = 1e-14 * static_cast<double>(n);
  for (Index i = 0; i + 1 < n; ++i) EXPECT_LE(eigen.values[i], eigen.values[i + 1]);
  for (Index i = 0; i < n; ++i) {
    for (Index k = 0; k < n; ++k) {
      const double product = dot(v.data() + i * n, v.data() + k * n, n);
      EXPECT_NEAR(product, i == k ? 1.0 : 0.0, round_off);
      const double row_times_v = fixed_order_sum(n, [&](Index j) { return a(k, j) * v(j, i); });
      EXPECT_NEAR(row_times_v, eigen.values[i] * v(k, i), round_off * size_of(a));
    }
  }
}

TEST(SymmetricEigen, AgreesWithEigenOnRandomMatrices) {
  test::Inputs inputs(22);
  for (Index n = 1; n <= 12; ++n) {
    for (int i = 0; i < 5; ++i) {
      const Matrix a = random_symmetric(n, inputs);
      const SymmetricEigen found = symmetric_eigen(a);
      expect_decomposition(a, found);
      const Vector expected = test::reference_eigenvalues(a);
      for (Index k = 0; k < n; ++k) {
        EXPECT_NEAR(found.values[k], expected[k], 1e-13 * size_of(a)) << "n = " << n;
      }
    }
  }
}

TEST(SymmetricEigen, HandlesRepeatedEigenvalues) {
  // I + 11ᵀ: eigenvalue 1 three times and 5
  Matrix a = Matrix::Ones(4, 4);
  for (Index i = 0; i < 4; ++i) a(i, i) = 2.0;
  const SymmetricEigen found = symmetric_eigen(a);
  expect_decomposition(a, found);
  EXPECT_NEAR(found.values[0], 1.0, 1e-14);
  EXPECT_NEAR(found.values[2], 1.0, 1e-14);
  EXPECT_NEAR(found.values[3], 5.0, 1e-14);
}

TEST(SymmetricEigen, OfTheZeroMatrixIsZeroWithTheUnitVectors) {
  const SymmetricEigen found = symmetric_eigen(Matrix::Zero(3, 3));
  EXPECT_EQ(found.values, Vector::Zero(3));
  EXPECT_EQ(found.vectors, Matrix::Identity(3, 3));
}

TEST(SymmetricEigen, HandlesAnIndefiniteMatrix) {
  Matrix a(2, 2);
  a << 1.0, 2.0, 2.0, 1.0;
  const SymmetricEigen found = symmetric_eigen(a);
  expect_decomposition(a, found);
  EXPECT_NEAR(found.values[0], -1.0, 1e-15);
  EXPECT_NEAR(found.values[1], 3.0, 1e-15);
}

TEST(SymmetricEigen, HandlesAZeroDiagonal) {
  Matrix a(2, 2);
  a << 0.0, 1.0, 1.0, 0.0;
  expect_decomposition(a, symmetric_eigen(a));
}

TEST(SymmetricEigen, ResolvesSmallEigenvaluesBesideLargeOnes) {
  Matrix a(2, 2);  // positive definite with condition number 4e16; det = 1e-8 exactly enough
  a << 1.0, 1e-9, 1e-9, 1e-16;
  const SymmetricEigen found = symmetric_eigen(a);
  EXPECT_NEAR(found.values[0] / (1e-16 - 1e-18), 1.0, 1e-9);
  EXPECT_NEAR(found.values[1], 1.0, 1e-15);
}

TEST(SymmetricEigen, ScalesWithTheMatrix) {
  Matrix a(2, 2);
  a << 10.0, 8.0, 8.0, 10.0;
  for (const double scale : {1e-200, 1e-20, 1e20, 1e200}) {
    const SymmetricEigen found = symmetric_eigen(scale * a);
    EXPECT_NEAR(found.values[0] / scale, 2.0, 1e-13) << scale;
    EXPECT_NEAR(found.values[1] / scale, 18.0, 1e-13) << scale;
  }
}

}  // namespace fall_line::numerics_test
