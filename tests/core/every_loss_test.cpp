// Every line of every loss, and its derivatives, on random scores and targets.

#include <gtest/gtest.h>

#include "core/catalog/catalog.hpp"
#include "tests/core/declaration_check.hpp"
#include "tests/core/formula_check.hpp"
#include "tests/core/loss_check.hpp"

namespace fall_line::every_loss_test {

class EveryLoss : public ::testing::TestWithParam<const LossDeclaration*> {};

void expect_no_faults(const LossDeclaration& declaration, const Settings& settings,
                      std::uint64_t seed) {
  const auto loss = declaration.create(settings);
  const auto lines = test::applicable_lines(declaration.lines, declaration.settings, settings);
  for (const auto& fault : test::loss_faults(*loss, declaration.task, declaration.quantities, lines,
                                             declaration.settings, settings, seed)) {
    ADD_FAILURE() << test::in_words(settings) << "\n" << fault;
  }
}

TEST_P(EveryLoss, LinesAndDerivativesHoldUnderEveryCombinationOfOptions) {
  for (const auto& settings : test::every_combination(GetParam()->settings)) {
    expect_no_faults(*GetParam(), settings, 12);
  }
}

TEST_P(EveryLoss, LinesAndDerivativesHoldWhereverTheSlidersStand) {
  const auto& declaration = *GetParam();
  if (declaration.settings.parameters.empty()) return;
  test::Inputs inputs(41);
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    for (auto settings : test::every_combination(declaration.settings)) {
      for (auto& setting : test::drawn_parameters(declaration.settings, inputs)) {
        settings.push_back(std::move(setting));
      }
      expect_no_faults(declaration, settings, seed);
    }
  }
}

std::vector<const LossDeclaration*> every_loss() {
  std::vector<const LossDeclaration*> all;
  for (const auto& loss : losses()) all.push_back(&loss);
  return all;
}

INSTANTIATE_TEST_SUITE_P(Formulas, EveryLoss, ::testing::ValuesIn(every_loss()),
                         [](const auto& info) { return std::string(info.param->name); });

}  // namespace fall_line::every_loss_test
