#include "core/numerics/hyperbolic_tangent.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace fall_line::hyperbolic_tangent_test {

TEST(HyperbolicTangent, AgreesWithTheLibrarysTo4e16) {
  double worst = 0.0;
  for (int i = -30'000; i <= 30'000; ++i) {
    const double x = 1e-3 * i;
    worst = std::max(worst, std::abs(hyperbolic_tangent(x) - std::tanh(x)));
  }
  EXPECT_LT(worst, 4e-16);
}

TEST(HyperbolicTangent, IsOneAtInfinityZeroAtZeroAndNanAtNan) {
  const double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(hyperbolic_tangent(infinity), 1.0);
  EXPECT_EQ(hyperbolic_tangent(-infinity), -1.0);
  EXPECT_EQ(hyperbolic_tangent(0.0), 0.0);
  EXPECT_TRUE(std::isnan(hyperbolic_tangent(std::nan(""))));
}

}  // namespace fall_line::hyperbolic_tangent_test
