// ln and exp sums where the plain formulas overflow or lose everything.

#include "core/numerics/log_sum_exp.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "tests/core/support.hpp"

namespace fall_line::log_sum_exp_test {

double of(const std::vector<double>& x) { return log_sum_exp(x.data(), std::ssize(x)); }

TEST(LogSumExp, OfOneNumberIsThatNumber) {
  for (const double x : {0.0, -1.7, 1e308, -1e308, 5e-324}) EXPECT_EQ(of({x}), x);
}

TEST(LogSumExp, OfEqualNumbersAddsTheLogOfTheirCount) {
  EXPECT_DOUBLE_EQ(of({3.0, 3.0, 3.0}), 3.0 + std::log(3.0));
}

TEST(LogSumExp, DoesNotOverflow) {
  EXPECT_EQ(of({1000.0, 0.0, -1000.0}), 1000.0);
  EXPECT_EQ(of({1e308, -1e308}), 1e308);
}

TEST(LogSumExp, DoesNotUnderflow) {
  EXPECT_DOUBLE_EQ(of({-1000.0, -1000.0}), -1000.0 + std::log(2.0));
  EXPECT_EQ(of({-1e308, -1e308}), -1e308);
}

TEST(LogSumExp, AgreesWithLongDoubleOverAWideRange) {
  test::Inputs inputs(31);
  for (int i = 0; i < 2000; ++i) {
    const double width = std::pow(10.0, inputs.between(-3.0, 2.8));
    std::vector<double> x;
    for (int k = 0; k < 1 + i % 12; ++k) x.push_back(inputs.between(-width, width));
    long double top = x[0], sum = 0.0L;
    for (const double value : x) top = std::max<long double>(top, value);
    for (const double value : x) sum += std::exp(value - top);
    const auto expected = static_cast<double>(top + std::log(sum));
    ASSERT_NEAR(of(x), expected, 1e-15 * std::max(1.0, width));
  }
}

TEST(LogSumExp, TakesMinusInfinityForAnAbsentTerm) {
  EXPECT_EQ(of({-INFINITY, 2.0}), 2.0);
  EXPECT_EQ(of({-INFINITY, -INFINITY}), -INFINITY);
}

TEST(LogSumExp, PassesInfinityAndNanOn) {
  EXPECT_EQ(of({0.0, INFINITY}), INFINITY);
  for (const auto& x :
       {std::vector<double>{NAN, 0.0}, {0.0, NAN}, {INFINITY, NAN}, {NAN, INFINITY}}) {
    EXPECT_TRUE(std::isnan(of(x)));
  }
}

TEST(NaturalLog, IsDefinedForEveryDouble) {
  EXPECT_EQ(natural_log(0.0), -INFINITY);
  EXPECT_EQ(natural_log(INFINITY), INFINITY);
  EXPECT_TRUE(std::isnan(natural_log(-1.0)));
  EXPECT_TRUE(std::isnan(natural_log(-INFINITY)));
  EXPECT_TRUE(std::isnan(natural_log(NAN)));
  for (const double x : {5e-324, 1e-310, 2.2250738585072009e-308, 1.7976931348623157e308}) {
    EXPECT_NEAR(natural_log(x), std::log(x), 2.5e-13) << x;
  }
}

TEST(NaturalLogOnePlus, AgreesWithStdOverAllMagnitudes) {
  test::Inputs inputs(32);
  for (int exponent = -1070; exponent < 1023; ++exponent) {
    const double x = std::ldexp(inputs.between(1.0, 2.0), exponent);
    ASSERT_NEAR(natural_log_one_plus(x) / std::log1p(x), 1.0, 9e-16) << x;
    if (x < 1.0) {
      ASSERT_NEAR(natural_log_one_plus(-x) / std::log1p(-x), 1.0, 9e-16) << x;
    }
  }
}

TEST(NaturalLogOnePlus, IsDefinedForEveryDouble) {
  EXPECT_EQ(natural_log_one_plus(0.0), 0.0);
  EXPECT_EQ(natural_log_one_plus(3e-48), 3e-48);
  EXPECT_EQ(natural_log_one_plus(-1.0), -INFINITY);
  EXPECT_EQ(natural_log_one_plus(INFINITY), INFINITY);
  EXPECT_TRUE(std::isnan(natural_log_one_plus(-1.5)));
  EXPECT_TRUE(std::isnan(natural_log_one_plus(NAN)));
}

}  // namespace fall_line::log_sum_exp_test
