// What a minibatch says of the whole: its noise, and its weight in runs.

#include <gtest/gtest.h>

#include <cmath>

#include "core/data/minibatches.hpp"
#include "tests/core/support.hpp"

namespace fall_line::minibatch_noise_test {

using test::refusal_of;

// Examples with values N(0, 1), and the deviation of the mean over a batch from the mean of all.
class Noise : public ::testing::Test {
 protected:
  static constexpr Index count = 1024;
  static constexpr int draws = 20'000;

  Noise() {
    Random random(21);
    double sum = 0.0;
    for (Index i = 0; i < count; ++i) values_.push_back(random.normal());
    for (const double value : values_) sum += value;
    for (double& value : values_) value -= sum / count;
    double squares = 0.0;
    for (const double value : values_) squares += value * value;
    deviation_ = std::sqrt(squares / count);
  }

  /// Root mean square of the batch means, as a share of the deviation of a single example.
  double of_batches(Index size, BatchOrder order) const {
    Minibatches batches(count, size, order, 34);
    double squares = 0.0;
    for (int i = 0; i < draws; ++i) {
      double sum = 0.0;
      for (const Index example : batches.next()) sum += values_[static_cast<std::size_t>(example)];
      squares += (sum / static_cast<double>(size)) * (sum / static_cast<double>(size));
    }
    return std::sqrt(squares / draws) / deviation_;
  }

  std::vector<double> values_;
  double deviation_;
};

// The measured root mean square has the relative standard error 1/√(2·draws) = 0.5 %; four of them
// are allowed.
constexpr double allowed = 4.0 / 200.0;

TEST_F(Noise, OfABatchIsOneOverTheRootOfItsSize) {
  const std::pair<Index, double> table[] = {{1, 1.0}, {32, 0.177}, {128, 0.088}, {256, 0.0625}};
  for (const auto& [size, printed] : table) {
    const double exact = 1.0 / std::sqrt(static_cast<double>(size));
    EXPECT_NEAR(exact, printed, 5e-4);
    EXPECT_NEAR(of_batches(size, BatchOrder::with_replacement), exact, allowed * exact) << size;
  }
}

TEST_F(Noise, WithoutReplacementIsSmallerByWhatHasBeenSeen) {
  for (const Index size : {32, 256}) {
    const double exact =
        std::sqrt(static_cast<double>(count - size) / static_cast<double>(size * (count - 1)));
    const double measured = of_batches(size, BatchOrder::shuffled_every_epoch);
    // batches of one epoch add up to zero: they are no independent draws, but no worse ones
    EXPECT_NEAR(measured, exact, allowed * exact) << size;
  }
}

const std::string regression = test::lines({{"problem", "linear_regression"},
                                            {"method", "gradient_descent"},
                                            {"method.learning_rate", "0.01"},
                                            {"data", "line"},
                                            {"data.count", "10"},
                                            {"batch.size", "4"}});

TEST(Run, CountsABatchAsItsShareOfAGradient) {
  const auto run = test::run_of(regression, 6);
  const double expected[] = {0.4, 0.8, 1.0, 1.4, 1.8, 2.0};
  for (Index step = 1; step <= 6; ++step) {
    EXPECT_NEAR(test::at(run, "evaluations", step), expected[step - 1], 1e-14);
  }
  EXPECT_EQ(run.steps_per_epoch(), 3);
}

TEST(Run, WeighedBySizeItsBatchGradientsAreTheWholeGradient) {
  // a learning rate so small that all batches of the epoch are taken at the same place
  const auto run =
      test::run_of(regression + "schedule=manual\nschedule.table=0:0\nstart=2,-1\n", 3);
  const double start[] = {2.0, -1.0};
  double whole[2];
  run.problem().gradient(start, whole);
  for (std::size_t i = 0; i < 2; ++i) {
    const double weighed = 0.4 * test::at(run, "gradient", 1, i) +
                           0.4 * test::at(run, "gradient", 2, i) +
                           0.2 * test::at(run, "gradient", 3, i);
    EXPECT_NEAR(weighed, whole[i], 1e-13 * std::abs(whole[i]));
    const double plain = (test::at(run, "gradient", 1, i) + test::at(run, "gradient", 2, i) +
                          test::at(run, "gradient", 3, i)) /
                         3.0;
    EXPECT_GT(std::abs(plain - whole[i]), 1e-3 * std::abs(whole[i])) << "negative control";
  }
}

TEST(Run, DropsTheLastBatchWhereTold) {
  const auto run = test::run_of(regression + "batch.last=drop\n", 4);
  EXPECT_EQ(run.steps_per_epoch(), 2);
  EXPECT_NEAR(test::at(run, "evaluations", 4), 1.6, 1e-14);
}

TEST(Run, RefusesABatchLargerThanTheData) {
  EXPECT_EQ(refusal_of([] {
              test::run_of(
                  test::lines(
                      {{"problem", "linear_regression"}, {"method", "adam"}, {"batch.size", "4"}}),
                  1);
            }).argument,
            "batch.size");
}

}  // namespace fall_line::minibatch_noise_test
