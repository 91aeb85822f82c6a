// What holds for every loss of the catalog under every combination of its options.

#include <gtest/gtest.h>

#include <cmath>

#include "core/trace/step_quantities.hpp"
#include "tests/core/formula_evaluator.hpp"
#include "tests/core/loss_check.hpp"

namespace fall_line {
namespace {

/// The naive form of softmax overflows to NaN, as it must.
bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

class EveryLoss : public ::testing::TestWithParam<const LossDeclaration*> {
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

TEST_P(EveryLoss, GradientAgreesWithDifferences) {
  for (const auto& settings : every_setting()) {
    EXPECT_LT(test::worst_over_examples(*GetParam(), settings, 12,
                                        [](const auto& loss, const auto& s, const auto& y) {
                                          return test::gradient_error(loss, s, y);
                                        }),
              1e-8)
        << test::in_words(settings);
  }
}

TEST_P(EveryLoss, HessianAgreesWithDifferencesOfTheGradient) {
  for (const auto& settings : every_setting()) {
    EXPECT_LT(test::worst_over_examples(*GetParam(), settings, 6,
                                        [](const auto& loss, const auto& s, const auto& y) {
                                          return test::hessian_error(loss, s, y);
                                        }),
              1e-8)
        << test::in_words(settings);
  }
}

TEST_P(EveryLoss, LiesAboveEachOfItsTangentsAtKinksToo) {
  for (const auto& settings : every_setting()) {
    const auto loss = GetParam()->create(settings);
    test::Inputs inputs(53);
    for (int i = 0; i < 40; ++i) {
      const Index count = test::checked_entries(GetParam()->task);
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

TEST_P(EveryLoss, IsNeverNegative) {
  for (const auto& settings : every_setting()) {
    const auto loss = GetParam()->create(settings);
    test::Inputs inputs(54);
    for (int i = 0; i < 50; ++i) {
      const Index count = test::checked_entries(GetParam()->task);
      const auto scores = test::random_scores(inputs, count, std::pow(10.0, i % 4));
      const auto target = test::random_target(GetParam()->task, inputs, count);
      const double value = test::evaluate(*loss, scores, target).loss;
      ASSERT_FALSE(value < 0.0) << value << test::in_words(settings);
    }
  }
}

TEST_P(EveryLoss, OfManyExamplesIsTheWeightedSumOfEachBitForBit) {
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

TEST_P(EveryLoss, TracedIsTheSameBitForBit) {
  for (const auto& settings : every_setting()) {
    const auto loss = GetParam()->create(settings);
    const Trace trace = test::traced_examples(*GetParam(), settings, 10);
    for (Index row = 0; row < trace.rows(); ++row) {
      const auto scores = trace.at(example_quantity::score, row);
      const auto target = trace.at(example_quantity::target, row);
      const auto plain =
          test::evaluate(*loss, {scores.begin(), scores.end()}, {target.begin(), target.end()});
      EXPECT_EQ(trace.at(example_quantity::loss, row)[0], plain.loss);
      const auto gradient = trace.at(example_quantity::score_gradient, row);
      EXPECT_EQ((std::vector<double>{gradient.begin(), gradient.end()}), plain.gradient);
    }
  }
}

TEST_P(EveryLoss, LinesHoldOnEveryExample) {
  for (const auto& settings : every_setting()) {
    const Trace trace = test::traced_examples(*GetParam(), settings, 15);
    const auto lines = test::applicable_lines(GetParam()->lines, GetParam()->settings, settings);
    for (const auto& fault :
         test::formula_faults(lines, GetParam()->settings, settings, {&trace}, {.first = 0})) {
      ADD_FAILURE() << test::in_words(settings) << "\n" << fault;
    }
  }
}

TEST_P(EveryLoss, EachQuantityIsTheLeftSideOfOneApplicableLineOrNotThere) {
  for (const auto& settings : test::every_combination(GetParam()->settings)) {
    std::multiset<std::string> left;
    for (const auto& line :
         test::applicable_lines(GetParam()->lines, GetParam()->settings, settings)) {
      left.insert(test::left_macro(line.tex));
    }
    EXPECT_EQ(left.count("exampleloss"), 1u) << test::in_words(settings);
    EXPECT_EQ(left.count("scoregrad"), 1u) << test::in_words(settings);
    const Trace trace = test::traced_examples(*GetParam(), settings, 1);
    for (const auto& quantity : GetParam()->quantities) {
      const bool there = !std::isnan(trace.at(trace.find(quantity.name), 0)[0]);
      EXPECT_EQ(left.count(std::string(quantity.symbol)), there ? 1u : 0u)
          << quantity.name << test::in_words(settings);
    }
  }
}

TEST_P(EveryLoss, EachMacroIsADeclaredSymbolAndEachSymbolIsUnique) {
  std::multiset<std::string> symbols = {"now"}, names;
  const auto add = [&](const auto& declared) {
    symbols.emplace(declared.symbol);
    names.emplace(declared.name);
  };
  for (const auto& quantity : step_quantities) add(quantity);
  for (const auto& quantity : example_quantities) add(quantity);
  for (const auto& quantity : GetParam()->quantities) add(quantity);
  for (const auto& parameter : GetParam()->settings.parameters) add(parameter);
  for (const auto& symbol : symbols) EXPECT_EQ(symbols.count(symbol), 1u) << symbol;
  for (const auto& name : names) EXPECT_EQ(names.count(name), 1u) << name;
  for (const auto& line : GetParam()->lines) {
    for (const auto& macro : test::macros_in(line.tex)) {
      EXPECT_TRUE(symbols.contains(macro)) << "\\" << macro << " in " << line.tex;
    }
  }
}

TEST_P(EveryLoss, DefaultsAndSlidersLieInWhatIsAllowed) {
  for (const auto& parameter : GetParam()->settings.parameters) {
    EXPECT_TRUE(parameter.allowed.contains(parameter.default_value)) << parameter.name;
    EXPECT_TRUE(parameter.allowed.contains(parameter.slider.low)) << parameter.name;
    EXPECT_TRUE(parameter.allowed.contains(parameter.slider.high)) << parameter.name;
  }
}

std::vector<const LossDeclaration*> every_loss() {
  std::vector<const LossDeclaration*> all;
  for (const auto& loss : losses()) all.push_back(&loss);
  return all;
}

INSTANTIATE_TEST_SUITE_P(Losses, EveryLoss, ::testing::ValuesIn(every_loss()),
                         [](const auto& info) { return std::string(info.param->name); });

}  // namespace
}  // namespace fall_line
