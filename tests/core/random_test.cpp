#include "core/numerics/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

namespace fall_line::random_test {

// The generators of Blackman & Vigna, from their definition, with the state open so that the
// published outputs of known states can be checked.
struct SplitMix64 {
  std::uint64_t state;
  std::uint64_t operator()() {
    std::uint64_t z = (state += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
};

struct Xoshiro256StarStar {
  std::uint64_t s[4];
  static std::uint64_t rotated(std::uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
  std::uint64_t operator()() {
    const std::uint64_t result = rotated(s[1] * 5, 7) * 9, t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotated(s[3], 45);
    return result;
  }
};

TEST(SplitMix64, GivesThePublishedOutputsOfSeed1234567) {
  SplitMix64 generator{1234567};
  for (const std::uint64_t expected :
       {6457827717110365317ULL, 3203168211198807973ULL, 9817491932198370423ULL,
        4593380528125082431ULL, 16408922859458223821ULL}) {
    EXPECT_EQ(generator(), expected);
  }
}

TEST(Xoshiro256StarStar, GivesThePublishedOutputsOfState1234) {
  Xoshiro256StarStar generator{{1, 2, 3, 4}};
  for (const std::uint64_t expected :
       {11520ULL, 0ULL, 1509978240ULL, 1215971899390074240ULL, 1216172134540287360ULL,
        607988272756665600ULL, 16172922978634559625ULL, 8476171486693032832ULL,
        10595114339597558777ULL, 2904607092377533576ULL}) {
    EXPECT_EQ(generator(), expected);
  }
}

TEST(Random, IsXoshiro256StarStarSeededBySplitMix64) {
  for (const std::uint64_t seed : {0ULL, 1ULL, 42ULL, ~0ULL}) {
    SplitMix64 seeder{seed};
    Xoshiro256StarStar expected{};
    for (auto& word : expected.s) word = seeder();
    Random random(seed);
    for (int i = 0; i < 1000; ++i) ASSERT_EQ(random.bits(), expected()) << seed << ", " << i;
  }
}

TEST(Random, GivesTheKnownOutputsOfSeed42) {
  Random random(42);
  for (const std::uint64_t expected :
       {1546998764402558742ULL, 6990951692964543102ULL, 12544586762248559009ULL,
        17057574109182124193ULL, 18295552978065317476ULL}) {
    EXPECT_EQ(random.bits(), expected);
  }
}

TEST(Random, UniformIsTheTop53BitsOverTwoToThe53) {
  Random bits(3), random(3);
  for (int i = 0; i < 1000; ++i) {
    const double u = random.uniform();
    ASSERT_EQ(u * 0x1p53, static_cast<double>(bits.bits() >> 11));
    ASSERT_GE(u, 0.0);
    ASSERT_LT(u, 1.0);
  }
}

// Σ (observed − expected)² / expected over equally likely cells.
double chi_square(const std::vector<int>& observed) {
  double total = 0.0;
  for (const int count : observed) total += count;
  const double expected = total / static_cast<double>(observed.size());
  double sum = 0.0;
  for (const int count : observed) sum += (count - expected) * (count - expected) / expected;
  return sum;
}

TEST(Random, BelowStaysBelowItsBound) {
  Random random(8);
  for (const std::uint64_t bound : {1ULL, 2ULL, 3ULL, 10ULL, (1ULL << 63) + 1, ~0ULL}) {
    for (int i = 0; i < 1000; ++i) ASSERT_LT(random.below(bound), bound);
  }
}

TEST(Random, BelowIsUniformWhereAModuloWouldNotBe) {
  // bound = 3·2⁶²: bits() % bound would hit the lowest third twice as often as each other third
  constexpr std::uint64_t third = 1ULL << 62;
  Random random(9), biased(9);
  std::vector<int> observed(3), with_modulo(3);
  for (int i = 0; i < 30'000; ++i) {
    ++observed[random.below(3 * third) / third];
    ++with_modulo[biased.bits() % (3 * third) / third];
  }
  constexpr double quantile_999 = 13.8;  // χ², 2 degrees of freedom
  EXPECT_LT(chi_square(observed), quantile_999);
  EXPECT_GT(chi_square(with_modulo), quantile_999);
}

TEST(Random, NormalHasTheMomentsOfTheStandardNormal) {
  Random random(10);
  constexpr int count = 400'000;
  double moments[5] = {};
  for (int i = 0; i < count; ++i) {
    const double z = random.normal();
    double power = 1.0;
    for (double& moment : moments) {
      moment += power / count;
      power *= z;
    }
  }
  // four standard errors √(Var zᵏ / n), Var zᵏ = 1, 2, 15, 96
  EXPECT_NEAR(moments[1], 0.0, 4.0 * std::sqrt(1.0 / count));
  EXPECT_NEAR(moments[2], 1.0, 4.0 * std::sqrt(2.0 / count));
  EXPECT_NEAR(moments[3], 0.0, 4.0 * std::sqrt(15.0 / count));
  EXPECT_NEAR(moments[4], 3.0, 4.0 * std::sqrt(96.0 / count));
}

TEST(Random, NormalFillsItsQuantilesEvenly) {
  Random random(11);
  std::vector<int> observed(8);
  for (int i = 0; i < 80'000; ++i) {
    const double probability = 0.5 * std::erfc(-random.normal() / std::sqrt(2.0));
    ++observed[static_cast<std::size_t>(std::min(7.0, 8.0 * probability))];
  }
  EXPECT_LT(chi_square(observed), 24.3);  // χ², 7 degrees of freedom, 0.999
}

TEST(Random, ConsecutiveNormalsAreUncorrelated) {
  // the polar method makes them in pairs from one point
  Random random(12);
  constexpr int pairs = 200'000;
  double sum = 0.0;
  for (int i = 0; i < pairs; ++i) {
    const double first = random.normal();
    sum += first * random.normal();
  }
  EXPECT_NEAR(sum / pairs, 0.0, 4.0 / std::sqrt(pairs));
}

// χ² of how often each of the 4! orders comes up.
template <class Shuffle>
double shuffle_chi_square(Shuffle shuffle) {
  std::map<std::vector<int>, int> seen;
  std::vector<int> order = {0, 1, 2, 3};
  do seen[order] = 0;
  while (std::next_permutation(order.begin(), order.end()));
  for (int i = 0; i < 24'000; ++i) {
    order = {0, 1, 2, 3};
    shuffle(order);
    ++seen.at(order);
  }
  std::vector<int> counts;
  for (const auto& [permutation, count] : seen) counts.push_back(count);
  return chi_square(counts);
}

constexpr double shuffle_quantile_999 = 49.7;  // χ², 23 degrees of freedom

TEST(Shuffle, GivesEveryOrderEquallyOften) {
  Random random(13);
  EXPECT_LT(shuffle_chi_square([&](std::vector<int>& items) { random.shuffle(std::span(items)); }),
            shuffle_quantile_999);
}

TEST(Shuffle, NaiveOneIsRejectedByTheSameCheck) {
  Random random(13);
  EXPECT_GT(shuffle_chi_square([&](std::vector<int>& items) {
              for (auto& item : items) {
                std::swap(item, items[static_cast<std::size_t>(random.below(items.size()))]);
              }
            }),
            shuffle_quantile_999);
}

TEST(Shuffle, LeavesEmptyAndSingleListsAlone) {
  Random random(14), untouched(14);
  std::vector<int> none, one = {7};
  random.shuffle(std::span(none));
  random.shuffle(std::span(one));
  EXPECT_EQ(one[0], 7);
  EXPECT_EQ(random.bits(), untouched.bits());
}

}  // namespace fall_line::random_test
