#include "core/numerics/exponential.hpp"

#include <gtest/gtest.h>

#include <cfloat>
#include <cmath>

#include "tests/core/support.hpp"

namespace fall_line::exponential_test {

// Where long double is no wider than double, or its exp no better, an ulp is std::exp's own.
constexpr bool exact_reference = LDBL_MANT_DIG == 64;
constexpr double reference_error = exact_reference ? 0.0 : 1.0;

/// |exponential(x) − eˣ| in units of the last place of eˣ.
double error(double x) {
  const long double exact = exact_reference ? std::exp(static_cast<long double>(x)) : std::exp(x);
  int exponent = 0;
  std::frexp(exact, &exponent);
  const long double ulp = std::ldexp(1.0L, std::max(exponent - 53, -1074));
  return static_cast<double>(std::abs(exponential(x) - exact) / ulp);
}

double worst_error(double from, double to, int count) {
  double worst = 0.0;
  for (int i = 0; i <= count; ++i) {
    worst = std::max(worst, error(from + (to - from) * i / count));
  }
  return worst;
}

TEST(Exponential, IsWithinThreeQuartersOfAnUlpOverItsWholeRange) {
  EXPECT_LE(worst_error(-708.0, 709.78, 400'000), 0.75 + reference_error);
}

TEST(Exponential, IsWithinThreeQuartersOfAnUlpAroundZero) {
  EXPECT_LE(worst_error(-2.0, 2.0, 200'000), 0.75 + reference_error);
  EXPECT_LE(worst_error(-1e-8, 1e-8, 1'000), 0.75 + reference_error);
}

TEST(Exponential, IsWithinAnUlpWhereTheResultIsSubnormal) {
  EXPECT_LE(worst_error(-745.2, -708.0, 100'000), 1.0 + reference_error);
}

TEST(Exponential, OfZeroAndOneAndMinusOneIsRoundedRight) {
  EXPECT_EQ(exponential(0.0), 1.0);
  EXPECT_EQ(exponential(-0.0), 1.0);
  EXPECT_EQ(exponential(1.0), 2.7182818284590452);
  EXPECT_EQ(exponential(-1.0), 0.36787944117144233);
}

TEST(Exponential, OverflowsOnlyWhereTheResultIsNoDouble) {
  EXPECT_TRUE(std::isfinite(exponential(709.78271289338397)));
  EXPECT_EQ(exponential(709.78271289338409), INFINITY);
  EXPECT_EQ(exponential(1e308), INFINITY);
  EXPECT_EQ(exponential(INFINITY), INFINITY);
}

TEST(Exponential, UnderflowsOnlyBelowHalfTheSmallestNumber) {
  EXPECT_EQ(exponential(-745.133), 5e-324);
  EXPECT_EQ(exponential(-745.14), 0.0);
  EXPECT_EQ(exponential(-1e308), 0.0);
  EXPECT_EQ(exponential(-INFINITY), 0.0);
}

TEST(Exponential, OfNanIsNan) {
  EXPECT_TRUE(std::isnan(exponential(NAN)));
  EXPECT_TRUE(std::isnan(moderate_exponential(NAN)));
}

TEST(Exponential, HasTheSameBitsInItsQuickFormWhereThatIsAllowed) {
  test::Inputs inputs(41);
  for (int i = 0; i < 20'000; ++i) {
    const double x = inputs.between(-moderate_exponent, moderate_exponent);
    ASSERT_EQ(exponential(x), moderate_exponential(x)) << x;
  }
  EXPECT_EQ(exponential(moderate_exponent), moderate_exponential(moderate_exponent));
  EXPECT_EQ(exponential(-moderate_exponent), moderate_exponential(-moderate_exponent));
}

TEST(Exponential, NeverFalls) {
  double last = 0.0;
  for (double x = -1.0; x < 1.0; x += 1e-5) {
    ASSERT_GE(exponential(x), last) << x;
    last = exponential(x);
  }
}

TEST(ExponentialMinusOne, AgreesWithLibmToFiveUlps) {
  const auto expect_close = [](double x) {
    const double expected = std::expm1(x);
    const double ulp = std::abs(expected) * std::numeric_limits<double>::epsilon();
    EXPECT_NEAR(exponential_minus_one(x), expected, 5.0 * ulp) << x;
  };
  for (double size = 1e-20; size < 700.0; size *= 1.37) {
    expect_close(size);
    expect_close(-size);
  }
}

TEST(ExponentialMinusOne, EndsWhereTheExponentialDoes) {
  EXPECT_EQ(exponential_minus_one(0.0), 0.0);
  EXPECT_EQ(exponential_minus_one(-1e4), -1.0);
  EXPECT_EQ(exponential_minus_one(1e4), std::numeric_limits<double>::infinity());
  EXPECT_TRUE(std::isnan(exponential_minus_one(std::nan(""))));
}

}  // namespace fall_line::exponential_test
