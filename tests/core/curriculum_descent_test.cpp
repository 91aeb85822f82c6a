// The lectures' numbers for gradient descent and for methods with a velocity.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/core/method_alone.hpp"
#include "tests/core/support.hpp"

namespace fall_line::curriculum_descent_test {

using test::at;
using test::MethodAlone;
using test::run_of;

/// `value` printed as `printed`: off by no more than half of its last digit.
void expect_printed(double value, double printed, double last_digit, const std::string& what) {
  EXPECT_NEAR(value, printed, 0.5 * last_digit) << what;
}

const std::string booth = "problem=booth\nstart=0,0\n";
const std::string booth_descent = booth + "method=gradient_descent\nmethod.learning_rate=";

struct BoothStep {
  const char* learning_rate;
  Index step;
  double loss, last_digit;
};

class Lecture2StepSize : public ::testing::TestWithParam<BoothStep> {};

TEST_P(Lecture2StepSize, LeavesBoothWhereTheTableSays) {
  const auto& [learning_rate, step, loss, last_digit] = GetParam();
  expect_printed(at(run_of(booth_descent + learning_rate + "\n", step), "loss", step), loss,
                 last_digit, learning_rate);
}

INSTANTIATE_TEST_SUITE_P(
    Curriculum, Lecture2StepSize,
    ::testing::Values(BoothStep{"0.01", 30, 0.596, 1e-3}, BoothStep{"0.01", 100, 0.035, 1e-3},
                      BoothStep{"0.098", 30, 1.1e-5, 1e-6}, BoothStep{"0.1", 30, 1.1e-4, 1e-5},
                      BoothStep{"0.11", 30, 21.4, 0.1}, BoothStep{"0.11", 100, 1.27, 0.01},
                      BoothStep{"0.1111111111111111", 100, 72.0, 1e-6},
                      BoothStep{"0.12", 30, 5.3e5, 1e4}));

TEST(Lecture2, BoothIsDescendedByItsTwoFactors) {
  // along (1, 1) with eigenvalue 18, along (1, −1) with 2
  const struct {
    const char* learning_rate;
    double steep, flat;
  } table[] = {{"0.01", .82, .98}, {"0.098", -.764, .804}, {"0.1", -.8, .8}, {"0.11", -.98, .78}};
  for (const auto& [learning_rate, steep, flat] : table) {
    const auto run = run_of(booth_descent + learning_rate + "\n", 2);
    const auto along = [&](Index t, double sign) {
      return at(run, "theta", t, 0) - 1.0 + sign * (at(run, "theta", t, 1) - 3.0);
    };
    EXPECT_NEAR(along(2, 1.0) / along(1, 1.0), steep, 1e-12) << learning_rate;
    EXPECT_NEAR(along(2, -1.0) / along(1, -1.0), flat, 1e-12) << learning_rate;
  }
}

TEST(Lecture2, PathOfNinetyEightThousandths) {
  const double path[5][2] = {
      {3.332, 3.724}, {0.479, 1.186}, {2.412, 3.372}, {0.736, 1.901}, {1.857, 3.185}};
  const auto run = run_of(booth_descent + "0.098\n", 5);
  for (Index t = 1; t <= 5; ++t) {
    for (std::size_t i = 0; i < 2; ++i) {
      expect_printed(at(run, "theta", t, i), path[t - 1][i], 1e-3, "step " + std::to_string(t));
    }
  }
}

TEST(Lecture2, ElevenHundredthsOscillatesYetFallsAtEveryStep) {
  const auto run = run_of(booth_descent + "0.11\n", 100);
  int turns = 0;
  for (Index t = 1; t <= 100; ++t) {
    ASSERT_LT(at(run, "loss", t), at(run, "loss", t - 1)) << "step " << t;
    if (t > 1 && at(run, "delta", t) * at(run, "delta", t - 1) < 0.0) ++turns;
  }
  EXPECT_GT(turns, 90);
}

TEST(Lecture2, DivergenceBeginsAtOneNinth) {
  const auto stuck = run_of(booth_descent + "0.11111111111111111\n", 200);
  EXPECT_NEAR(at(stuck, "loss", 200), at(stuck, "loss", 100), 1e-6);
  EXPECT_GT(at(run_of(booth_descent + "0.112\n", 200), "loss", 200), 72.0);
  EXPECT_DOUBLE_EQ(stuck.stable_curvature(), 18.0);
}

TEST(Lecture2, HeavyBallOptimumOnBoothHalvesTheErrorAStep) {
  const auto run =
      run_of(booth + "method=momentum\nmethod.learning_rate=0.125\nmethod.beta=0.25\n", 30);
  expect_printed(at(run, "loss", 10), 0.0176, 1e-4, "f after 10");
  // (√18 − √2)/(√18 + √2) = ½; both roots of either direction coincide: the error is ~ t·2⁻ᵗ
  const double ratio = std::sqrt(at(run, "loss", 30) / at(run, "loss", 29));
  EXPECT_NEAR(ratio * 29.0 / 30.0, 0.5, 1e-3);
}

struct RaceOnBooth {
  const char* method;
  Index step;
  double loss, last_digit;
};

class Lecture2Race : public ::testing::TestWithParam<RaceOnBooth> {};

TEST_P(Lecture2Race, EndsWhereTheTableSays) {
  const auto& [method, step, loss, last_digit] = GetParam();
  const auto run = run_of(booth + "method=" + method + "\n", step);
  expect_printed(at(run, "loss", step), loss, last_digit, method);
}

INSTANTIATE_TEST_SUITE_P(
    Curriculum, Lecture2Race,
    ::testing::Values(RaceOnBooth{"gradient_descent\nmethod.learning_rate=0.1", 50, 1.5e-8, 1e-9},
                      RaceOnBooth{"momentum\nmethod.learning_rate=0.01", 50, 0.38, 0.01},
                      RaceOnBooth{"nesterov\nmethod.learning_rate=0.01", 50, 0.0043, 1e-4},
                      RaceOnBooth{"rmsprop\nmethod.learning_rate=0.1", 50, 0.117, 1e-3},
                      RaceOnBooth{"rmsprop\nmethod.learning_rate=0.1", 200, 0.046, 1e-3},
                      RaceOnBooth{"adam\nmethod.learning_rate=0.1", 50, 1.0, 0.1},
                      RaceOnBooth{"adagrad\nmethod.learning_rate=1", 50, 0.02, 0.01}));

// x² from 1 with β = 0.9 and the learning rates 0.1, 0.1, 0.01, 0.01
std::vector<double> on_x_squared(const char* form, const std::vector<double>& rates) {
  MethodAlone method("momentum", {{"form", form}}, 1.0);
  std::vector<double> path;
  for (const double rate : rates) {
    method.set_learning_rate(rate);
    path.push_back(method.step(2.0 * method.theta()));
  }
  return path;
}

TEST(Lecture2, FormsOfMomentumPartWhenTheLearningRateChanges) {
  const std::vector<double> rates = {0.1, 0.1, 0.01, 0.01};
  const double sum[] = {0.8, 0.46, 0.4202, 0.376}, step[] = {0.8, 0.46, 0.1448, -0.1418};
  for (std::size_t t = 0; t < 4; ++t) {
    EXPECT_NEAR(on_x_squared("sum", rates)[t], sum[t], 5e-5) << "step " << t + 1;
    EXPECT_NEAR(on_x_squared("step", rates)[t], step[t], 5e-5) << "step " << t + 1;
  }
}

TEST(Lecture3, OldVelocityIsAnotherSequence) {
  const std::vector<double> rates(6, 0.1);
  const double printed[] = {1.0, .8, .42, -.08, -.62, -1.08};
  const double right[] = {.8, .46, .06, -.31, -.58, -.71};
  for (std::size_t t = 0; t < 6; ++t) {
    EXPECT_NEAR(on_x_squared("old_velocity", rates)[t], printed[t], 0.005) << "step " << t + 1;
    EXPECT_NEAR(on_x_squared("step", rates)[t], right[t], 0.005) << "step " << t + 1;
  }
}

TEST(Lecture0, VelocityGainsOneOverOneMinusBeta) {
  MethodAlone ninety("momentum", {{"beta", "0.9"}}), ninety_nine("momentum", {{"beta", "0.99"}});
  for (int t = 1; t <= 4000; ++t) {
    ninety.step(1.0);
    ninety_nine.step(1.0);
    if (t == 10) expect_printed(ninety.value("velocity"), 6.51, 0.01, "v at 10");
    if (t == 100) expect_printed(ninety_nine.value("velocity"), 63.4, 0.1, "v at 100");
  }
  EXPECT_NEAR(ninety.value("velocity"), 10.0, 1e-12);
  EXPECT_NEAR(ninety_nine.value("velocity"), 100.0, 1e-12);
}

const std::string kappa_100 =
    "problem=quadratic\nproblem.curvature1=1\nproblem.curvature2=100\nstart=10,1\n"
    "method.learning_rate=0.01\nmethod=";

TEST(Lecture3, RaceOnAQuadraticOfConditionAHundred) {
  const struct {
    const char* method;
    double at_50, digit_50, at_200, digit_200;
  } table[] = {{"gradient_descent", 18.3, 0.1, 0.898, 1e-3},
               {"momentum", 0.294, 1e-3, 1.6e-8, 1e-9},
               {"nesterov", 0.153, 1e-3, 3.2e-9, 1e-10}};
  for (const auto& [method, at_50, digit_50, at_200, digit_200] : table) {
    const auto run = run_of(kappa_100 + method + "\n", 200);
    expect_printed(at(run, "loss", 50), at_50, digit_50, method);
    expect_printed(at(run, "loss", 200), at_200, digit_200, method);
  }
}

TEST(Lecture3, GradientDescentNeeds691StepsForAMillionthAtConditionAHundred) {
  // the best fixed step 2/(1 + 100) multiplies both directions by ±99/101
  const auto run = run_of(
      "problem=quadratic\nproblem.curvature1=1\nproblem.curvature2=100\nstart=1,1\n"
      "method=gradient_descent\nmethod.learning_rate=0.019801980198019802\n",
      700);
  const auto error = [&](Index t) {
    return std::hypot(at(run, "theta", t, 0), at(run, "theta", t, 1)) / std::sqrt(2.0);
  };
  EXPECT_GT(error(690), 1e-6);
  EXPECT_LE(error(691), 1e-6);
}

TEST(Lecture3, HeavyBallRateAtConditionAHundredGivesAMillionthIn69Steps) {
  // best α = 4/(1 + 10)², β = ρ² with ρ = 9/11; the error is (1 + c·t)·ρᵗ, so that its rate
  // comes out between two late steps
  const auto run = run_of(
      "problem=quadratic\nproblem.curvature1=1\nproblem.curvature2=100\nstart=1,0\n"
      "method=momentum\nmethod.learning_rate=0.033057851239669422\n"
      "method.beta=0.66942148760330578\n",
      600);
  const double rate = at(run, "theta", 600) / at(run, "theta", 599) * (599.0 / 600.0);
  EXPECT_NEAR(rate, 9.0 / 11.0, 1e-4);
  EXPECT_EQ(std::ceil(std::log(1e-6) / std::log(rate)), 69.0);
}

}  // namespace fall_line::curriculum_descent_test
