#include <gtest/gtest.h>

#include "tests/core/support.hpp"

namespace fall_line::noisy_gradient_test {

TEST(NoisyGradient, SamplesHaveTheDeclaredMoments) {
  const auto problem = find_problem("noisy_gradient").create({{"slope", "2"}, {"noise", "3"}});
  double mean = 0.0, mean_square = 0.0;
  ASSERT_TRUE(problem->gradient_moments(&mean, &mean_square));
  EXPECT_EQ(mean, 2.0);
  EXPECT_EQ(mean_square, 13.0);
  Random random(5);
  constexpr int count = 200'000;
  double sum = 0.0, sum_of_squares = 0.0;
  for (int i = 0; i < count; ++i) {
    double g = 0.0;
    const double x = 0.0;
    problem->sample_gradient(&x, random, &g);
    sum += g;
    sum_of_squares += g * g;
  }
  // four standard errors: 4·3/√n and 4·√(Var g²)/√n with Var g² = 4·2²·3² + 2·3⁴
  EXPECT_NEAR(sum / count, mean, 0.027);
  EXPECT_NEAR(sum_of_squares / count, mean_square, 0.16);
}

TEST(NoisyGradient, WithoutNoiseIsTheConstantGradient) {
  const auto noiseless = test::run_of("problem=noisy_gradient\nproblem.noise=0\nmethod=adam\n", 50);
  const auto constant = test::run_of("problem=constant_gradient\nmethod=adam\n", 50);
  EXPECT_EQ(test::at(noiseless, "theta", 50), test::at(constant, "theta", 50));
}

}  // namespace fall_line::noisy_gradient_test
