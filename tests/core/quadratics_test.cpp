#include <gtest/gtest.h>

#include "core/analysis/evaluation.hpp"
#include "core/catalog/catalog.hpp"

namespace fall_line::quadratics_test {

TEST(Booth, MinimumIsZero) {
  const double minimizer[] = {1.0, 3.0};
  EXPECT_EQ(find_problem("booth").create({})->value(minimizer), 0.0);
}

TEST(Booth, ValueIsTheSumOfTwoSquares) {
  const double origin[] = {0.0, 0.0};
  EXPECT_EQ(find_problem("booth").create({})->value(origin), 74.0);
}

TEST(Booth, EigenvaluesAre2And18) {
  const auto found = evaluate(*find_problem("booth").create({}), {0.0, 0.0});
  EXPECT_NEAR(found.eigenvalues[0], 2.0, 1e-14);
  EXPECT_NEAR(found.eigenvalues[1], 18.0, 1e-14);
}

TEST(Quadratic, EigenvaluesAreTheChosenCurvaturesAtAnyAngle) {
  for (const char* angle : {"0", "30", "45", "90", "-137.5"}) {
    const auto problem =
        find_problem("quadratic")
            .create({{"curvature1", "50"}, {"curvature2", "0.25"}, {"angle", angle}});
    const auto found = evaluate(*problem, {1.0, 2.0});
    EXPECT_NEAR(found.eigenvalues[0], 0.25, 1e-12) << angle;
    EXPECT_NEAR(found.eigenvalues[1], 50.0, 1e-12) << angle;
  }
}

TEST(Quadratic, FirstAxisPointsAlongTheAngle) {
  const auto problem = find_problem("quadratic").create({{"angle", "30"}});
  const double along[] = {std::sqrt(3.0) / 2.0, 0.5};
  double gradient[2];
  problem->gradient(along, gradient);
  EXPECT_NEAR(gradient[0], along[0], 1e-14) << "curvature1 is 1 by default";
  EXPECT_NEAR(gradient[1], along[1], 1e-14);
}

TEST(Parabola, IsXSquaredByDefault) {
  const double x[] = {1.5};
  EXPECT_EQ(find_problem("parabola").create({})->value(x), 2.25);
}

}  // namespace fall_line::quadratics_test
