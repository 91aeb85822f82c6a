// Splits, folds and standardisation by themselves.

#include "core/data/split.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "core/catalog/catalog.hpp"
#include "core/data/standardisation.hpp"

namespace fall_line::split_test {

using Numbers = std::vector<double>;

/// Example i has the feature i and the label i mod classes.
Dataset numbered(Index count, Index classes = 0) {
  Dataset data;
  data.count = count;
  data.features = 1;
  data.classes = classes;
  for (Index i = 0; i < count; ++i) {
    data.inputs.push_back(static_cast<double>(i));
    data.targets.push_back(classes > 0 ? static_cast<double>(i % classes) : 0.5);
  }
  return data;
}

struct Sizes {
  Index train, validation, test;
  bool operator==(const Sizes&) const = default;
};

void PrintTo(const Sizes& sizes, std::ostream* out) {
  *out << sizes.train << "/" << sizes.validation << "/" << sizes.test;
}

Sizes sizes(const Parts& parts) {
  return {std::count(parts.begin(), parts.end(), Part::train),
          std::count(parts.begin(), parts.end(), Part::validation),
          std::count(parts.begin(), parts.end(), Part::test)};
}

TEST(Split, DealsSixtyTwentyTwenty) {
  EXPECT_EQ(sizes(split_by_shares(numbered(10), 0.2, 0.2, false, 1)), (Sizes{6, 2, 2}));
  EXPECT_EQ(sizes(split_by_shares(numbered(100), 0.2, 0.2, false, 1)), (Sizes{60, 20, 20}));
}

TEST(Split, DealsEightyTenTen) {
  EXPECT_EQ(sizes(split_by_shares(numbered(10), 0.1, 0.1, false, 1)), (Sizes{8, 1, 1}));
  EXPECT_EQ(sizes(split_by_shares(numbered(150), 0.1, 0.1, false, 1)), (Sizes{120, 15, 15}));
}

TEST(Split, NeverDealsMoreExamplesThanThereAre) {
  EXPECT_EQ(sizes(split_by_shares(numbered(3), 0.5, 0.5, false, 1)), (Sizes{0, 1, 2}));
}

TEST(Split, DealsAtRandomBySeed) {
  const auto data = numbered(100);
  const auto dealt = split_by_shares(data, 0.3, 0.2, false, 1);
  EXPECT_EQ(dealt, split_by_shares(data, 0.3, 0.2, false, 1));
  EXPECT_NE(dealt, split_by_shares(data, 0.3, 0.2, false, 2));
}

TEST(Split, DealsEveryExampleToTestEquallyOften) {
  const auto data = numbered(10);
  std::vector<double> tested(10);
  for (std::uint64_t seed = 0; seed < 4000; ++seed) {
    const auto parts = split_by_shares(data, 0.0, 0.3, false, seed);
    for (std::size_t i = 0; i < 10; ++i) tested[i] += parts[i] == Part::test;
  }
  double chi_square = 0.0;
  for (const double count : tested) chi_square += (count - 1200.0) * (count - 1200.0) / 1200.0;
  EXPECT_LT(chi_square, 27.9);  // χ², 9 degrees of freedom, 0.999
}

TEST(Split, StratifiedGivesEachPartItsShareOfEachClass) {
  const auto data = numbered(60, 3);
  const auto parts = split_by_shares(data, 0.2, 0.1, true, 4);
  for (Index label = 0; label < 3; ++label) {
    Parts of_class;
    for (Index i = label; i < 60; i += 3) of_class.push_back(parts[static_cast<std::size_t>(i)]);
    EXPECT_EQ(sizes(of_class), (Sizes{14, 4, 2})) << label;
  }
}

TEST(Split, ByChanceDoesNot) {
  const auto data = numbered(60, 3);
  bool uneven = false;
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    const auto parts = split_by_shares(data, 0.0, 0.1, false, seed);
    Index of_first = 0;
    for (std::size_t i = 0; i < 60; i += 3) of_first += parts[i] == Part::test;
    uneven = uneven || of_first != 2;
  }
  EXPECT_TRUE(uneven);
}

TEST(Folds, ValidateEveryExampleExactlyOnceInSizesThatDifferByAtMostOne) {
  for (const Index count : {10, 11, 23}) {
    for (const Index folds : {2, 3, 5, 10}) {
      const auto fold = fold_of_each(numbered(count), folds, false, 1);
      ASSERT_EQ(std::ssize(fold), count);
      std::vector<Index> held(static_cast<std::size_t>(folds));
      for (const Index f : fold) ++held.at(static_cast<std::size_t>(f));
      EXPECT_EQ(std::accumulate(held.begin(), held.end(), Index{0}), count);
      const auto [least, most] = std::minmax_element(held.begin(), held.end());
      EXPECT_LE(*most - *least, 1) << count << ", " << folds;
    }
  }
}

TEST(Folds, StratifiedSpreadEveryClassEvenly) {
  const auto data = numbered(33, 3);
  const auto fold = fold_of_each(data, 5, true, 1);
  for (Index label = 0; label < 3; ++label) {
    std::vector<Index> held(5);
    for (Index i = label; i < 33; i += 3)
      ++held[static_cast<std::size_t>(fold[static_cast<std::size_t>(i)])];
    const auto [least, most] = std::minmax_element(held.begin(), held.end());
    EXPECT_LE(*most - *least, 1) << label;
  }
}

TEST(Standardisation, GivesMeanZeroAndDeviationOne) {
  auto data = *find_dataset("unequal_scales").create({{"count", "50"}});
  fit_standardisation(data).apply(data);
  for (Index k = 0; k < 2; ++k) {
    double sum = 0.0, squares = 0.0;
    for (Index i = 0; i < data.count; ++i) {
      sum += data.input(i)[k];
      squares += data.input(i)[k] * data.input(i)[k];
    }
    EXPECT_NEAR(sum / 50.0, 0.0, 1e-14);
    EXPECT_NEAR(squares / 50.0, 1.0, 1e-14);
  }
}

TEST(Standardisation, TakesAConstantFeatureToZero) {
  Dataset data = numbered(10);
  data.inputs.assign(10, 0.1);  // ten times 0.1 do not add up to 1
  const auto fitted = fit_standardisation(data);
  EXPECT_EQ(fitted.deviation, (Numbers{0.0}));
  Dataset other = numbered(3);
  fitted.apply(other);
  EXPECT_EQ(other.inputs, (Numbers{0, 0, 0}));
}

TEST(Standardisation, DividesByTheNumberOfExamplesAndNotByOneLess) {
  Dataset data = numbered(2);
  data.inputs = {1.0, 3.0};
  const auto fitted = fit_standardisation(data);
  EXPECT_EQ(fitted.mean, (Numbers{2.0}));
  EXPECT_EQ(fitted.deviation, (Numbers{1.0}));
}

}  // namespace fall_line::split_test
