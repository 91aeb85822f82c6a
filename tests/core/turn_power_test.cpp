#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

#include "core/numerics/power.hpp"
#include "core/numerics/turn.hpp"

namespace fall_line::turn_power_test {

TEST(AfterTurns, IsExactAtEveryQuarter) {
  for (double whole = -3.0; whole <= 1000.0; whole += 59.0) {
    const double expected[4][2] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    for (int quarter = 0; quarter < 4; ++quarter) {
      const auto point = after_turns(whole + 0.25 * quarter);
      EXPECT_EQ(point.cosine, expected[quarter][0]);
      EXPECT_EQ(point.sine, expected[quarter][1]);
    }
  }
}

TEST(AfterTurns, AgreesWithLibmToTwoUlps) {
  constexpr double allowed = 4.0 * std::numeric_limits<double>::epsilon();
  for (int i = -1000; i <= 1000; ++i) {
    const double turns = i / 777.0;
    const long double angle = 2.0L * std::numbers::pi_v<long double> * turns;
    const auto point = after_turns(turns);
    EXPECT_NEAR(point.cosine, static_cast<double>(std::cos(angle)), allowed) << turns;
    EXPECT_NEAR(point.sine, static_cast<double>(std::sin(angle)), allowed) << turns;
  }
}

TEST(AfterTurns, OfHugeOrInfiniteTurnsStaysOnTheCircleOrIsNaN) {
  EXPECT_EQ(after_turns(1e100).cosine, 1.0);
  EXPECT_EQ(after_turns(0x1p52 + 1.0).cosine, 1.0);
  EXPECT_TRUE(std::isnan(after_turns(std::numeric_limits<double>::infinity()).sine));
  EXPECT_TRUE(std::isnan(after_turns(std::nan("")).cosine));
}

TEST(AtAngle, AgreesWithLibm) {
  for (const double angle : {0.0, 1e-9, 0.5, 1.0, -2.0, 3.0, 100.0}) {
    const double allowed = (std::abs(angle) + 2.0) * std::numeric_limits<double>::epsilon();
    EXPECT_NEAR(at_angle(angle).cosine, std::cos(angle), allowed) << angle;
    EXPECT_NEAR(at_angle(angle).sine, std::sin(angle), allowed) << angle;
  }
}

TEST(Power, OfWholeExponentsIsRepeatedMultiplication) {
  EXPECT_EQ(power(0.5, 10.0), 1.0 / 1024.0);
  EXPECT_EQ(power(3.0, 5.0), 243.0);
  EXPECT_EQ(power(0.95, 1.0), 0.95);
  EXPECT_EQ(power(0.7, 0.0), 1.0);
  EXPECT_EQ(power(0.0, 0.0), 1.0);
  EXPECT_EQ(power(0.0, 3.0), 0.0);
  EXPECT_EQ(power(0.5, 1e8), 0.0);
  EXPECT_EQ(power(-2.0, 3.0), -8.0);
}

TEST(Power, AgreesWithLibm) {
  for (const double base : {0.1, 0.37, 0.95, 0.999, 1.0, 2.5}) {
    for (const double exponent : {0.5, 1.0, 1.7, 12.0, 33.25, 100.0, 240.5}) {
      EXPECT_NEAR(power(base, exponent) / std::pow(base, exponent), 1.0, 1e-12) << base;
    }
  }
  EXPECT_EQ(power(0.0, 0.5), 0.0);
}

}  // namespace fall_line::turn_power_test
