// Every line of every schedule, evaluated over time.

#include <gtest/gtest.h>

#include "core/catalog/catalog.hpp"
#include "tests/core/declaration_check.hpp"
#include "tests/core/formula_check.hpp"
#include "tests/core/formula_evaluator.hpp"
#include "tests/core/schedule_check.hpp"

namespace fall_line::every_schedule_test {

class EverySchedule : public ::testing::TestWithParam<const ScheduleDeclaration*> {};

void expect_lines_hold(const ScheduleDeclaration& declaration, const Settings& settings) {
  const auto schedule = declaration.create(settings);
  const auto lines = test::applicable_lines(declaration.lines, declaration.settings, settings);
  for (const auto& fault :
       test::schedule_faults(*schedule, lines, declaration.settings, settings)) {
    ADD_FAILURE() << test::in_words(settings) << "\n" << fault;
  }
}

TEST_P(EverySchedule, LinesHoldAtEveryTimeUnderEveryCombinationOfOptions) {
  for (const auto& settings : test::every_combination(GetParam()->settings)) {
    expect_lines_hold(*GetParam(), settings);
  }
}

TEST_P(EverySchedule, LinesHoldWhereverTheSlidersStand) {
  const auto& declaration = *GetParam();
  test::Inputs inputs(31);
  int accepted = 0;
  for (int i = 0; i < 20; ++i) {
    for (auto settings : test::every_combination(declaration.settings)) {
      for (auto& setting : test::drawn_parameters(declaration.settings, inputs)) {
        settings.push_back(std::move(setting));
      }
      try {
        declaration.create(settings);
      } catch (const InvalidArgument&) {
        continue;  // parameters that contradict each other
      }
      ++accepted;
      expect_lines_hold(declaration, settings);
    }
  }
  EXPECT_GT(accepted, 0);
}

TEST_P(EverySchedule, SaysWhatItsFactorIs) {
  const auto& declaration = *GetParam();
  for (const auto& settings : test::every_combination(declaration.settings)) {
    int equations = 0;
    for (const auto& line :
         test::applicable_lines(declaration.lines, declaration.settings, settings)) {
      if (test::left_side(line.tex) == "\\ratefactor{t}") ++equations;
    }
    EXPECT_EQ(equations, 1) << test::in_words(settings);
  }
}

std::vector<const ScheduleDeclaration*> every_schedule() {
  std::vector<const ScheduleDeclaration*> all;
  for (const auto& schedule : schedules()) all.push_back(&schedule);
  return all;
}

INSTANTIATE_TEST_SUITE_P(Formulas, EverySchedule, ::testing::ValuesIn(every_schedule()),
                         [](const auto& info) { return std::string(info.param->name); });

}  // namespace fall_line::every_schedule_test
