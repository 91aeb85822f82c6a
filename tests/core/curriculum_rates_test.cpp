// The lectures' numbers for learning rates: √8 by descent, decay, AdaGrad's own decay.

#include <gtest/gtest.h>

#include <cmath>
#include <functional>

#include "core/catalog/number_text.hpp"
#include "tests/core/method_alone.hpp"
#include "tests/core/support.hpp"

namespace fall_line::curriculum_rates_test {

using test::at;
using test::MethodAlone;
using test::run_of;

constexpr double root_8 = 2.8284271247461903;

Run descent_to_root_8(const std::string& learning_rate, Index steps) {
  return run_of("problem=double_well\nstart=3\nmethod=gradient_descent\nmethod.learning_rate=" +
                    learning_rate + "\n",
                steps);
}

TEST(Lecture3, DescentFindsTheRootOfEight) {
  const auto run = descent_to_root_8("0.01", 15);
  const double path[] = {2.88, 2.84608512, 2.83467795, 2.83066415, 2.82923076, 2.82871621};
  for (Index t = 1; t <= 6; ++t) {
    EXPECT_NEAR(at(run, "theta", t), path[t - 1], 5e-9) << "step " << t;
  }
  EXPECT_NEAR(at(run, "theta", 15), 2.82842715, 5e-9);
}

TEST(Lecture3, DescentToTheRootOfEightShrinksTheErrorToThirtySixPercentAStep) {
  const auto run = descent_to_root_8("0.01", 15);
  EXPECT_NEAR((at(run, "theta", 15) - root_8) / (at(run, "theta", 14) - root_8), 0.36, 1e-4);
}

TEST(Lecture3, OneOverTheCurvatureConvergesQuadraticallyToTheRootOfEight) {
  const auto run = descent_to_root_8("0.015625", 3);
  EXPECT_NEAR(at(run, "theta", 1), 2.8125, 1e-12);
  EXPECT_NEAR(at(run, "theta", 2), 2.82829, 5e-6);
  EXPECT_NEAR(at(run, "theta", 3), 2.828427115, 5e-10);
}

TEST(Lecture3, TwoOverTheCurvatureIsTheLimitAtTheRootOfEight) {
  const std::string near_root = "problem=double_well\nstart=2.8285\nmethod=gradient_descent\n";
  const auto distance = [&](const std::string& learning_rate) {
    const auto run = run_of(near_root + "method.learning_rate=" + learning_rate + "\n", 200);
    return std::abs(at(run, "theta", 200) - root_8);
  };
  EXPECT_LT(distance("0.031"), 1e-5);   // below 2/64 = 0.03125
  EXPECT_GT(distance("0.0315"), 1e-3);  // above
}

TEST(Lecture3, FiveHundredthsJumpsIntoTheBasinOfTheOtherRoot) {
  EXPECT_LT(at(descent_to_root_8("0.05", 1), "theta", 1), 2.5);
  const auto run = descent_to_root_8("0.05", 200);
  double lowest = 3.0;
  for (Index t = 1; t <= 200; ++t) lowest = std::min(lowest, at(run, "theta", t));
  EXPECT_LT(lowest, 0.0);
}

TEST(Lecture3, DescentOnBoothStaysBelowTheBoundOverT) {
  // ‖x₀ − x*‖² = 10, η = 1/18: f ≤ 10/(2ηT) = 90/T
  const auto run = run_of(
      "problem=booth\nstart=0,0\nmethod=gradient_descent\n"
      "method.learning_rate=0.055555555555555552\n",
      50);
  EXPECT_NEAR(at(run, "loss", 1), 1.58, 0.005);
  EXPECT_NEAR(at(run, "loss", 10), 0.190, 5e-4);
  EXPECT_NEAR(at(run, "loss", 50), 1.5e-5, 5e-7);
  for (Index t = 1; t <= 50; ++t)
    ASSERT_LE(at(run, "loss", t), 90.0 / static_cast<double>(t)) << "step " << t;
}

/// θ after `steps` steps of gradient descent with the learning rate rate(t), t = 1, 2, ….
double descended(double start, int steps, double (*gradient)(double), double (*rate)(int)) {
  MethodAlone method("gradient_descent", {}, start);
  for (int t = 1; t <= steps; ++t) {
    method.set_learning_rate(rate(t));
    method.step(gradient(method.theta()));
  }
  return method.theta();
}

double over_t(int t) { return 1.0 / t; }
double over_root_t(int t) { return 1.0 / std::sqrt(t); }
double constant(int) { return 1.0; }
double of_quartic(double x) { return x * x * x; }
double of_flat_parabola(double x) { return 0.1 * x; }

TEST(Lecture3, OneOverTStallsOnAFlatMinimum) {
  const auto quartic = [](int steps, double (*rate)(int)) {
    return 0.25 * std::pow(descended(0.9, steps, of_quartic, rate), 4);
  };
  EXPECT_NEAR(quartic(10, over_t), 1.7e-4, 5e-6);
  EXPECT_NEAR(quartic(1000, over_t), 1.1e-4, 5e-6);
  EXPECT_NEAR(quartic(100'000, over_t), 7.85e-5, 5e-8);
  EXPECT_NEAR(quartic(100'000, over_root_t), 1.5e-7, 5e-9);
  EXPECT_NEAR(quartic(100'000, constant), 6e-12, 5e-13);
}

TEST(Lecture3, OneOverTStallsOnAFlatParabola) {
  const double x = descended(0.9, 100'000, of_flat_parabola, over_t);
  EXPECT_NEAR(0.05 * x * x, 3.5e-3, 5e-5);
}

TEST(Lecture3, AdaGradsLearningRateWantsTuning) {
  const struct {
    const char* learning_rate;
    double loss, last_digit;
  } table[] = {{"0.001", 69.6, 0.1}, {"0.01", 38.2, 0.1}, {"0.1", 0.375, 1e-3}};
  const std::string setup = "problem=booth\nstart=0,0\nmethod=adagrad\nmethod.learning_rate=";
  for (const auto& [learning_rate, loss, last_digit] : table) {
    EXPECT_NEAR(at(run_of(setup + learning_rate + "\n", 1000), "loss", 1000), loss,
                0.5 * last_digit)
        << learning_rate;
  }
  // 2e-29 is round-off of the minimum: its digits are not the method's
  EXPECT_LT(at(run_of(setup + "1\n", 1000), "loss", 1000), 1e-27);
}

TEST(Lecture4, LearningRateDecaysWithTheRootOfT) {
  MethodAlone method("adagrad", {{"learning_rate", "1"}, {"form", "root_mean_square"}});
  for (const double printed : {1.0, .7071, .5774, .5, .4472}) {
    method.step(1.0);
    EXPECT_NEAR(method.value("rate"), printed, 5e-5);
  }
}

struct Surprise {
  std::vector<double> gradients, steps, halves;
  double sigma, half;
};

class Lecture4Surprise : public ::testing::TestWithParam<Surprise> {};

TEST_P(Lecture4Surprise, IsAGradientUnlikeThoseBefore) {
  for (const char* form : {"sum", "root_mean_square"}) {
    MethodAlone method("adagrad",
                       {{"learning_rate", "1"}, {"epsilon_place", "none"}, {"form", form}});
    for (std::size_t t = 0; t < 5; ++t) {
      method.step(GetParam().gradients[t]);
      EXPECT_NEAR(-method.value("delta"), GetParam().steps[t], GetParam().halves[t])
          << form << ", gradient " << t;
    }
    if (form == std::string("root_mean_square")) {
      EXPECT_NEAR(method.value("scale"), GetParam().sigma, GetParam().half);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Curriculum, Lecture4Surprise,
                         ::testing::Values(Surprise{{.001, .001, .003, .002, .1},
                                                    {1, .707, .905, .516, .999},
                                                    {5e-4, 5e-4, 5e-4, 5e-4, 5e-4},
                                                    .0448,
                                                    5e-5},
                                           Surprise{{10.8, 20.9, 31.7, 12.1, .1},
                                                    {1, .888, .803, .293, .00242},
                                                    {5e-4, 5e-4, 5e-4, 5e-4, 5e-6},
                                                    18.46,
                                                    5e-3}),
                         [](const auto& info) { return info.index == 0 ? "large" : "small"; });

TEST(Lecture4, SameGradientMakesStepsFourHundredTimesAsLong) {
  const auto last_step = [](const std::vector<double>& gradients) {
    MethodAlone method("adagrad", {{"epsilon_place", "none"}});
    for (const double g : gradients) method.step(g);
    return method.value("delta");
  };
  EXPECT_NEAR(last_step({.001, .001, .003, .002, .1}) / last_step({10.8, 20.9, 31.7, 12.1, .1}),
              412.6, 0.05);
}

TEST(Lecture4, BestStepOnAQuadraticIsSlopeOverCurvature) {
  for (const char* curvature : {"0.5", "2", "16"}) {
    const auto run =
        run_of("problem=parabola\nstart=3\nproblem.curvature=" + std::string(curvature) +
                   "\nmethod=gradient_descent\nmethod.learning_rate=" +
                   exact_text(1.0 / std::stod(curvature)) + "\n",
               1);
    EXPECT_EQ(at(run, "theta", 1), 0.0) << curvature;
    EXPECT_EQ(std::abs(at(run, "delta", 1)), at(run, "gradient", 1) / std::stod(curvature));
  }
}

}  // namespace fall_line::curriculum_rates_test
