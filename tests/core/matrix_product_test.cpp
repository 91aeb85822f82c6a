#include "core/numerics/matrix_product.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "tests/core/support.hpp"

namespace fall_line::matrix_product_test {

std::vector<double> numbers(Index count, std::uint64_t seed) {
  test::Inputs inputs(seed);
  std::vector<double> all(static_cast<std::size_t>(count));
  for (double& one : all) one = inputs.between(-1.0, 1.0);
  return all;
}

// c_ij + a_i0·b_0j + … one entry after the other, as the header promises.
TEST(MatrixProduct, AddsTheTermsOfEachEntryInOrderForEverySize) {
  for (const Index m : {1, 3, 4, 9}) {
    for (const Index p : {1, 2, 7}) {
      for (const Index n : {1, 2, 3, 4, 7, 12}) {
        const auto a = numbers(m * p, 1), b = numbers(p * n, 2), c = numbers(m * n, 3);
        std::vector<double> a_transposed(a.size());
        transpose(a.data(), m, p, a_transposed.data());
        auto product = c, other = c, expected = c;
        for (Index i = 0; i < m; ++i) {
          for (Index j = 0; j < n; ++j) {
            double& entry = expected[static_cast<std::size_t>(i * n + j)];
            for (Index k = 0; k < p; ++k) {
              entry +=
                  a[static_cast<std::size_t>(i * p + k)] * b[static_cast<std::size_t>(k * n + j)];
            }
          }
        }
        add_product(rows_of(a.data(), p), b.data(), product.data(), m, p, n);
        add_product(transposed(a_transposed.data(), m), b.data(), other.data(), m, p, n);
        EXPECT_EQ(product, expected) << m << "×" << p << "×" << n;
        EXPECT_EQ(other, expected) << m << "×" << p << "×" << n;
      }
    }
  }
}

}  // namespace fall_line::matrix_product_test
