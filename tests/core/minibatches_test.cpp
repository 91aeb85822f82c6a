#include "core/data/minibatches.hpp"

#include <gtest/gtest.h>

#include <map>
#include <numeric>

#include "tests/core/batch_check.hpp"
#include "tests/core/support.hpp"

namespace fall_line::minibatches_test {

using test::Batch;
using test::refusal_of;

Batch next(Minibatches& batches) {
  const auto batch = batches.next();
  return {batch.begin(), batch.end()};
}

Batch epoch(Minibatches& batches) { return test::epoch_of(batches); }

Batch first(Index count) { return test::first_of(count); }

Batch sorted(Batch batch) {
  std::sort(batch.begin(), batch.end());
  return batch;
}

TEST(Minibatches, OfOneExampleAreAsManyAsThereAreExamples) {
  EXPECT_EQ(Minibatches(20, 1, BatchOrder::shuffled_once, 1).steps_per_epoch(), 20);
}

TEST(Minibatches, TakeEveryExampleOnceAnEpoch) {
  for (const auto order : {BatchOrder::shuffled_every_epoch, BatchOrder::shuffled_once}) {
    for (const Index size : {1, 3, 4, 10, 11}) {
      Minibatches batches(11, size, order, 5);
      for (int pass = 0; pass < 3; ++pass) EXPECT_EQ(sorted(epoch(batches)), first(11)) << size;
    }
  }
}

TEST(Minibatches, HaveWholeEpochsOfTheSizesTheyMust) {
  for (const auto order : {BatchOrder::shuffled_every_epoch, BatchOrder::shuffled_once}) {
    for (const auto last : {LastBatch::keep, LastBatch::drop}) {
      for (const Index size : {1, 4, 5, 10}) {
        Minibatches batches(10, size, order, 5, last);
        EXPECT_TRUE(test::epochs_are_whole(batches, 10, size, last)) << size;
      }
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

// Quantile of χ² at 0.999.
constexpr double quantile_of_15 = 37.70;

TEST(Minibatches, ShuffledEveryEpochGiveEachOfTheFourFactorialOrdersEquallyOften) {
  Minibatches batches(4, 1, BatchOrder::shuffled_every_epoch, 13);
  EXPECT_LT(test::chi_square_of_orders([&] { return epoch(batches); }),
            test::chi_square_of_orders_999);
}

// A naive shuffle of an order that is random already stays random: only the first one tells.
TEST(Minibatches, GiveEachOrderEquallyOftenInTheirFirstEpoch) {
  for (const auto order : {BatchOrder::shuffled_every_epoch, BatchOrder::shuffled_once}) {
    std::uint64_t seed = 0;
    EXPECT_LT(test::chi_square_of_orders([&] {
                Minibatches batches(4, 1, order, ++seed);
                return epoch(batches);
              }),
              test::chi_square_of_orders_999);
  }
}

TEST(Minibatches, ShuffledNaivelyWouldNot) {
  Random random(13);
  Batch order = first(4);
  EXPECT_GT(test::chi_square_of_orders([&] {
              order = first(4);
              for (auto& item : order)
                std::swap(item, order[static_cast<std::size_t>(random.below(4))]);
              return order;
            }),
            test::chi_square_of_orders_999);
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

}  // namespace fall_line::minibatches_test
