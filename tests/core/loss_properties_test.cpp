// What every loss of the catalog is under every combination of its options: convex, not negative,
// the same alone and among many.

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/formula_check.hpp"
#include "tests/core/formula_evaluator.hpp"
#include "tests/core/loss_check.hpp"
#include "tests/core/loss_support.hpp"

namespace fall_line::loss_properties_test {

Index entries(LossTask task) { return task == LossTask::binary ? 1 : 4; }

/// The naive form of softmax overflows to NaN, as it must.
bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

class AnyLossOfTheCatalog : public ::testing::TestWithParam<const LossDeclaration*> {
 protected:
  /// Its options in all combinations, and its parameters off their defaults.
  static std::vector<Settings> every_setting() {
    std::vector<Settings> all;
    for (auto settings : test::every_combination(GetParam()->settings)) {
      all.push_back(settings);
      for (const auto& parameter : GetParam()->settings.parameters) {
        if (parameter.name == "temperature") settings.emplace_back("temperature", "1.7");
        if (parameter.name == "smoothing") settings.emplace_back("smoothing", "0.1");
      }
      if (settings.size() > all.back().size()) all.push_back(settings);
    }
    return all;
  }
};

TEST_P(AnyLossOfTheCatalog, LiesAboveEachOfItsTangentsAtKinksToo) {
  for (const auto& settings : every_setting()) {
    const auto loss = GetParam()->create(settings);
    test::Inputs inputs(53);
    for (int i = 0; i < 40; ++i) {
      const Index count = entries(GetParam()->task);
      auto at = test::random_scores(inputs, count, 3.0);
      if (i % 2 == 0) {  // whole numbers: with the margin 1 many sit exactly on a kink
        for (double& score : at) score = std::round(score);
      }
      const auto other = test::random_scores(inputs, count, 3.0);
      const auto target = test::random_target(GetParam()->task, inputs, count);
      const auto here = test::evaluate(*loss, at, target);
      double tangent = here.loss;
      for (std::size_t k = 0; k < at.size(); ++k) tangent += here.gradient[k] * (other[k] - at[k]);
      ASSERT_GE(test::evaluate(*loss, other, target).loss, tangent - 1e-12 * std::abs(tangent))
          << test::in_words(settings);
    }
  }
}

TEST_P(AnyLossOfTheCatalog, IsNeverNegative) {
  for (const auto& settings : every_setting()) {
    const auto loss = GetParam()->create(settings);
    test::Inputs inputs(54);
    for (int i = 0; i < 50; ++i) {
      const Index count = entries(GetParam()->task);
      const auto scores = test::random_scores(inputs, count, std::pow(10.0, i % 4));
      const auto target = test::random_target(GetParam()->task, inputs, count);
      const double value = test::evaluate(*loss, scores, target).loss;
      ASSERT_FALSE(value < 0.0) << value << test::in_words(settings);
    }
  }
}

TEST_P(AnyLossOfTheCatalog, OfManyExamplesIsTheWeightedSumOfEachBitForBit) {
  constexpr Index examples = 137;  // more than a block of the quick path, and no multiple of it
  for (const Index count : {Index{1}, Index{2}, Index{3}, Index{10}, Index{11}, Index{33}}) {
    for (const auto& settings : every_setting()) {
      const auto loss = GetParam()->create(settings);
      test::Inputs inputs(55);
      std::vector<double> scores, targets, one_by_one;
      double sum = 0.0;
      for (Index i = 0; i < examples; ++i) {
        // some rows so wide that their smaller exponentials are subnormal or zero
        const auto s = test::random_scores(inputs, count, i % 50 == 7 ? 800.0 : 3.0);
        const auto y = test::random_target(GetParam()->task, inputs, count);
        const auto alone = test::evaluate(*loss, s, y);
        sum += alone.loss;
        for (const double g : alone.gradient) one_by_one.push_back(0.25 * g);
        scores.insert(scores.end(), s.begin(), s.end());
        targets.insert(targets.end(), y.begin(), y.end());
      }
      std::vector<double> gradient(scores.size());
      const double total = loss->batch_value_and_gradient(scores.data(), targets.data(), examples,
                                                          count, 0.25, gradient.data());
      EXPECT_TRUE(same(total, 0.25 * sum)) << count << test::in_words(settings);
      EXPECT_TRUE(std::equal(gradient.begin(), gradient.end(), one_by_one.begin(), same))
          << count << test::in_words(settings);
    }
  }
}

TEST_P(AnyLossOfTheCatalog, EachQuantityIsTheLeftSideOfOneApplicableLineOrNotThere) {
  for (const auto& settings : test::every_combination(GetParam()->settings)) {
    std::multiset<std::string> left;
    for (const auto& line :
         test::applicable_lines(GetParam()->lines, GetParam()->settings, settings)) {
      left.insert(test::left_macro(line.tex));
    }
    EXPECT_EQ(left.count("exampleloss"), 1u) << test::in_words(settings);
    EXPECT_EQ(left.count("scoregrad"), 1u) << test::in_words(settings);
    const Trace trace =
        test::loss_table(*GetParam()->create(settings), GetParam()->quantities,
                         test::loss_examples(GetParam()->task, entries(GetParam()->task), 1, 52));
    for (const auto& quantity : GetParam()->quantities) {
      const bool there = !std::isnan(trace.at(trace.find(quantity.name), 0)[0]);
      EXPECT_EQ(left.count(std::string(quantity.symbol)), there ? 1u : 0u)
          << quantity.name << test::in_words(settings);
    }
  }
}

std::vector<const LossDeclaration*> every_loss() {
  std::vector<const LossDeclaration*> all;
  for (const auto& loss : losses()) all.push_back(&loss);
  return all;
}

INSTANTIATE_TEST_SUITE_P(Losses, AnyLossOfTheCatalog, ::testing::ValuesIn(every_loss()),
                         [](const auto& info) { return std::string(info.param->name); });

}  // namespace fall_line::loss_properties_test
