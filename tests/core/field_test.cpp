#include "core/analysis/field.hpp"
#include "core/analysis/plane_slice.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/analysis/evaluation.hpp"
#include "tests/core/support.hpp"

namespace fall_line::field_test {

using test::refusal_of;

const auto booth = find_problem("booth").create({});
const auto parabola = find_problem("parabola").create({});

TEST(Field, HoldsTheValueAtEachGridPointRowByRow) {
  const auto values = field(*booth, {-1.0, 3.0, 5}, {0.0, 6.0, 4});
  ASSERT_EQ(values.size(), 20u);
  for (std::size_t row = 0; row < 4; ++row) {
    for (std::size_t column = 0; column < 5; ++column) {
      const double point[] = {-1.0 + static_cast<double>(column), 2.0 * static_cast<double>(row)};
      EXPECT_NEAR(values[row * 5 + column], booth->value(point), 1e-12) << row << ", " << column;
    }
  }
}

TEST(Field, IncludesBothEndsExactly) {
  // −0.3 + 1·(0.1 + 0.3) is 0.10000000000000003
  const auto values = field(*parabola, {-0.3, 0.1, 7}, {0.0, 0.0, 1});
  const double low = -0.3, high = 0.1;
  EXPECT_EQ(values.front(), parabola->value(&low));
  EXPECT_EQ(values.back(), parabola->value(&high));
}

TEST(Field, SpansTheWholeRangeOfDoubleWithoutNan) {
  const auto ramp = find_problem("constant_gradient").create({});
  for (const double value : field(*ramp, {-1.7e308, 1.7e308, 5}, {0.0, 0.0, 1})) {
    EXPECT_TRUE(std::isfinite(value));
  }
}

TEST(Field, OfOneDimensionTakesOneRow) {
  EXPECT_EQ(field(*parabola, {-2.0, 2.0, 5}, {0.0, 0.0, 1}),
            (std::vector<double>{4.0, 1.0, 0.0, 1.0, 4.0}));
}

struct Bad {
  const char* name;
  bool two_dimensions;
  GridAxis x;
  GridAxis y;
  const char* argument;
};

void PrintTo(const Bad& bad, std::ostream* out) { *out << bad.name; }

class BadField : public ::testing::TestWithParam<Bad> {};

TEST_P(BadField, IsRefusedWithItsAxis) {
  const Bad& bad = GetParam();
  const auto& problem = bad.two_dimensions ? *booth : *parabola;
  const auto refusal = refusal_of([&] { field(problem, bad.x, bad.y); });
  EXPECT_EQ(refusal.argument, bad.argument) << refusal.message;
}

constexpr GridAxis fine = {0.0, 1.0, 2};

INSTANTIATE_TEST_SUITE_P(
    Field, BadField,
    ::testing::Values(Bad{"OnePoint", true, {0, 1, 1}, fine, "x"},
                      Bad{"NoPoint", true, fine, {0, 1, 0}, "y"},
                      Bad{"NegativeCount", true, {0, 1, -5}, fine, "x"},
                      Bad{"LowIsHigh", true, {1, 1, 2}, fine, "x"},
                      Bad{"LowAboveHigh", true, fine, {2, 1, 2}, "y"},
                      Bad{"Infinite", true, {0, INFINITY, 2}, fine, "x"},
                      Bad{"Nan", true, fine, {NAN, 1, 2}, "y"},
                      Bad{"TooManyInOneAxis", true, {0, 1, most_grid_points + 1}, fine, "x"},
                      Bad{"TooManyInAll", true, {0, 1, 1025}, {0, 1, 1024}, "x, y"},
                      Bad{"RowsWithoutAY", false, fine, fine, "y"}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(Field, TakesTheMostPointsAllowed) {
  EXPECT_EQ(field(*booth, {0, 1, 1024}, {0, 1, 1024}).size(), 1024u * 1024u);
}

TEST(Evaluation, HoldsValueGradientHessianAndSpectrum) {
  const Evaluation found = evaluate(*booth, {0.0, 0.0});
  EXPECT_EQ(found.value, 74.0);
  EXPECT_EQ(found.gradient, (std::vector<double>{-34.0, -38.0}));
  EXPECT_EQ(found.hessian, (std::vector<double>{10.0, 8.0, 8.0, 10.0}));
  EXPECT_NEAR(found.eigenvalues[0], 2.0, 1e-14);
  EXPECT_NEAR(found.eigenvalues[1], 18.0, 1e-14);
}

TEST(Evaluation, RowsOfTheEigenvectorsBelongToTheirEigenvalues) {
  const Evaluation found = evaluate(*booth, {5.0, -2.0});
  for (std::size_t i = 0; i < 2; ++i) {
    const double* v = &found.eigenvectors[2 * i];
    EXPECT_NEAR(10.0 * v[0] + 8.0 * v[1], found.eigenvalues[i] * v[0], 1e-13);
    EXPECT_NEAR(8.0 * v[0] + 10.0 * v[1], found.eigenvalues[i] * v[1], 1e-13);
  }
}

TEST(Evaluation, RefusesAPointOfAnotherDimension) {
  EXPECT_EQ(refusal_of([] { evaluate(*booth, {1.0}); }).argument, "at");
  EXPECT_EQ(refusal_of([] { evaluate(*booth, {}); }).argument, "at");
}

TEST(Evaluation, RefusesAPointWhereTheValueOverflows) {
  EXPECT_EQ(refusal_of([] { evaluate(*booth, {1e200, 0.0}); }).argument, "at");
}

}  // namespace fall_line::field_test
