#include "core/data/minibatches.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>

#include "tests/core/support.hpp"

namespace fall_line {
namespace {

using test::refusal_of;
using Batch = std::vector<Index>;

Batch next(Minibatches& batches) {
  const auto batch = batches.next();
  return {batch.begin(), batch.end()};
}

Batch epoch(Minibatches& batches) {
  Batch all;
  for (Index step = 0; step < batches.steps_per_epoch(); ++step) {
    const Batch batch = next(batches);
    all.insert(all.end(), batch.begin(), batch.end());
  }
  return all;
}

Batch first(Index count) {
  Batch all(static_cast<std::size_t>(count));
  std::iota(all.begin(), all.end(), Index{0});
  return all;
}

Batch sorted(Batch batch) {
  std::sort(batch.begin(), batch.end());
  return batch;
}

TEST(Minibatches, TakeEveryExampleOnceAnEpoch) {
  for (const auto order : {BatchOrder::shuffled_every_epoch, BatchOrder::shuffled_once}) {
    for (const Index size : {1, 3, 4, 10, 11}) {
      Minibatches batches(11, size, order, 5);
      for (int pass = 0; pass < 3; ++pass) EXPECT_EQ(sorted(epoch(batches)), first(11)) << size;
    }
  }
}

TEST(Minibatches, EndAnEpochWithWhatIsLeft) {
  Minibatches batches(10, 4, BatchOrder::shuffled_every_epoch, 1);
  EXPECT_EQ(batches.steps_per_epoch(), 3);
  for (int pass = 0; pass < 2; ++pass) {
    EXPECT_EQ(batches.next().size(), 4u);
    EXPECT_EQ(batches.next().size(), 4u);
    EXPECT_EQ(batches.next().size(), 2u);
  }
}

TEST(Minibatches, OfADivisorLeaveNoEmptyBatch) {
  Minibatches batches(12, 4, BatchOrder::shuffled_every_epoch, 1);
  EXPECT_EQ(batches.steps_per_epoch(), 3);
  for (int step = 0; step < 9; ++step) EXPECT_EQ(batches.next().size(), 4u);
}

TEST(Minibatches, DropTheLastOneWhereTold) {
  Minibatches batches(10, 4, BatchOrder::shuffled_every_epoch, 1, LastBatch::drop);
  EXPECT_EQ(batches.steps_per_epoch(), 2);
  std::set<Index> seen;
  for (int pass = 0; pass < 20; ++pass) {
    const Batch all = epoch(batches);
    EXPECT_EQ(all.size(), 8u);
    const std::set<Index> different(all.begin(), all.end());
    EXPECT_EQ(different.size(), 8u);
    seen.insert(all.begin(), all.end());
  }
  EXPECT_EQ(seen.size(), 10u) << "who sits out changes from epoch to epoch";
}

TEST(Minibatches, DropNothingWhereTheSizeDivides) {
  Minibatches batches(8, 4, BatchOrder::shuffled_every_epoch, 1, LastBatch::drop);
  EXPECT_EQ(batches.steps_per_epoch(), 2);
  for (int pass = 0; pass < 3; ++pass) EXPECT_EQ(sorted(epoch(batches)), first(8));
}

TEST(Minibatches, ShuffledOnceRepeatTheirBatches) {
  Minibatches batches(10, 4, BatchOrder::shuffled_once, 7);
  const Batch pass = epoch(batches);
  EXPECT_NE(pass, first(10));
  for (int repeat = 0; repeat < 3; ++repeat) EXPECT_EQ(epoch(batches), pass);
}

TEST(Minibatches, ShuffledEveryEpochChangeTheirOrder) {
  Minibatches batches(10, 4, BatchOrder::shuffled_every_epoch, 7);
  const Batch one = epoch(batches), two = epoch(batches), three = epoch(batches);
  EXPECT_NE(one, two);
  EXPECT_NE(two, three);
}

TEST(Minibatches, AreTheSameForTheSameSeedAlone) {
  Minibatches a(50, 7, BatchOrder::shuffled_every_epoch, 3);
  Minibatches b(50, 7, BatchOrder::shuffled_every_epoch, 3);
  Minibatches c(50, 7, BatchOrder::shuffled_every_epoch, 4);
  const Batch of_a = epoch(a);
  EXPECT_EQ(of_a, epoch(b));
  EXPECT_NE(of_a, epoch(c));
}

TEST(Minibatches, WithReplacementAlwaysHaveTheirFullSize) {
  Minibatches batches(10, 4, BatchOrder::with_replacement, 1);
  for (int step = 0; step < 7; ++step) EXPECT_EQ(batches.next().size(), 4u);
}

// Σ (observed − expected)² / expected over equally likely cells
template <class Counts>
double chi_square(const Counts& counts) {
  double total = 0.0, sum = 0.0;
  for (const auto& [cell, count] : counts) total += count;
  const double expected = total / static_cast<double>(counts.size());
  for (const auto& [cell, count] : counts)
    sum += (count - expected) * (count - expected) / expected;
  return sum;
}

// Quantiles of χ² at 0.999.
constexpr double quantile_of_23 = 49.73, quantile_of_15 = 37.70;

template <class Draw>
double chi_square_of_orders(Draw draw) {
  std::map<Batch, int> seen;
  Batch order = first(4);
  do seen[order] = 0;
  while (std::next_permutation(order.begin(), order.end()));
  for (int i = 0; i < 24'000; ++i) ++seen.at(draw());
  return chi_square(seen);
}

TEST(Minibatches, ShuffledEveryEpochGiveEachOfTheFourFactorialOrdersEquallyOften) {
  Minibatches batches(4, 1, BatchOrder::shuffled_every_epoch, 13);
  EXPECT_LT(chi_square_of_orders([&] { return epoch(batches); }), quantile_of_23);
}

TEST(Minibatches, ShuffledNaivelyWouldNot) {
  Random random(13);
  Batch order = first(4);
  EXPECT_GT(chi_square_of_orders([&] {
              order = first(4);
              for (auto& item : order) std::swap(item, order[random.below(4)]);
              return order;
            }),
            quantile_of_23);
}

TEST(Minibatches, WithReplacementDrawEveryPairEquallyOften) {
  Minibatches batches(4, 2, BatchOrder::with_replacement, 13);
  std::map<Batch, int> seen;
  for (Index a = 0; a < 4; ++a) {
    for (Index b = 0; b < 4; ++b) seen[{a, b}] = 0;
  }
  for (int i = 0; i < 16'000; ++i) ++seen.at(next(batches));
  EXPECT_LT(chi_square(seen), quantile_of_15);
}

TEST(Minibatches, LargerThanTheDataAreRefused) {
  const auto refusal = refusal_of([] { Minibatches(10, 11, BatchOrder::shuffled_once, 1); });
  EXPECT_EQ(refusal.argument, "batch.size");
  EXPECT_NE(refusal.message.find("1 to 10"), std::string::npos) << refusal.message;
  EXPECT_THROW(Minibatches(10, 0, BatchOrder::shuffled_once, 1), InvalidArgument);
  EXPECT_NO_THROW(Minibatches(10, 10, BatchOrder::shuffled_once, 1));
}

TEST(Minibatches, OfImageNetMake5860StepsAnEpochOfWhich5859AreWhole) {
  EXPECT_EQ(Minibatches(1'500'000, 256, BatchOrder::shuffled_once, 1).steps_per_epoch(), 5860);
  EXPECT_EQ(
      Minibatches(1'500'000, 256, BatchOrder::shuffled_once, 1, LastBatch::drop).steps_per_epoch(),
      5859);
}

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

}  // namespace
}  // namespace fall_line
