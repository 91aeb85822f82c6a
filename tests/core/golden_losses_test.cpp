// Losses have the same bits on every platform: their exp and log are the core's own.

#include <gtest/gtest.h>

#include "core/numerics/exponential.hpp"
#include "core/numerics/natural_log.hpp"
#include "tests/core/loss_support.hpp"

namespace fall_line::golden_losses_test {

/// 64-bit FNV-1a over the bits of every double, a double at a time.
std::uint64_t fingerprint(const std::vector<double>& values) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const double value : values) {
    hash ^= Eigen::numext::bit_cast<std::uint64_t>(value);
    hash *= 0x00000100000001b3ULL;
  }
  return hash;
}

TEST(GoldenLosses, ExponentialsHaveTheSameBitsEverywhere) {
  test::Inputs inputs(101);
  std::vector<double> values;
  for (int i = 0; i < 20'000; ++i) values.push_back(exponential(inputs.between(-746.0, 709.0)));
  EXPECT_EQ(fingerprint(values), 0x75a691a7ebc24c51ULL)
      << std::hex << "found 0x" << fingerprint(values);
}

TEST(GoldenLosses, LogarithmsHaveTheSameBitsEverywhere) {
  test::Inputs inputs(102);
  std::vector<double> values;
  for (int i = 0; i < 20'000; ++i) {
    const double x = exponential(inputs.between(-700.0, 700.0));
    values.push_back(natural_log(x));
    values.push_back(natural_log_one_plus(x));
  }
  EXPECT_EQ(fingerprint(values), 0x93dd451afc945867ULL)
      << std::hex << "found 0x" << fingerprint(values);
}

TEST(GoldenLosses, BatchOfSoftmaxHasTheSameBitsEverywhere) {
  constexpr Index examples = 500, classes = 10;
  test::Inputs inputs(103);
  const auto scores = test::random_scores(inputs, examples * classes, 5.0);
  std::vector<double> targets, gradient(scores.size());
  for (Index i = 0; i < examples; ++i) {
    for (const double y : test::certain(i % classes, classes)) targets.push_back(y);
  }
  const auto loss = find_loss("softmax_cross_entropy").create({{"smoothing", "0.1"}});
  gradient.push_back(loss->batch_value_and_gradient(scores.data(), targets.data(), examples,
                                                    classes, 1.0 / examples, gradient.data()));
  EXPECT_EQ(fingerprint(gradient), 0x1c4d9b695b479eaeULL)
      << std::hex << "found 0x" << fingerprint(gradient);
}

}  // namespace fall_line::golden_losses_test
