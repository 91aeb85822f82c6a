// Every line of every analysis, evaluated on the tables it gives.

#include <gtest/gtest.h>

#include <cmath>
#include <optional>
#include <set>

#include "core/catalog/catalog.hpp"
#include "tests/core/formula_check.hpp"
#include "tests/core/support.hpp"

namespace fall_line::every_analysis_test {

/// Subjects an analysis may be about, likely ones first.
std::vector<RunSpec> subjects() {
  std::vector<std::string_view> names = {"booth", "quadratic", "parabola"};
  for (const auto& problem : problems()) {
    if (std::find(names.begin(), names.end(), problem.name) == names.end()) {
      names.push_back(problem.name);
    }
  }
  std::vector<RunSpec> all;
  for (const auto name : names) {
    for (const char* method : {"gradient_descent", "momentum"}) {
      all.push_back(parse_run_spec(test::lines({{"problem", name}, {"method", method}})));
    }
  }
  return all;
}

/// Choices that no default goes with, and the settings that do; for any choice where none is named.
struct Companion {
  std::string_view analysis;
  std::optional<Settings::value_type> choice;
  Settings settings;
};
const Companion companions[] = {
    {"race", {{"cost", "time"}}, {{"step_times", "1"}}},
    // the lines of 4800 rows, at every choice, would be a quarter of all core tests
    {"damping_plane", {}, {{"columns", "37"}, {"rows", "23"}}},
};

Settings with_companions(std::string_view analysis, Settings settings) {
  for (const auto& companion : companions) {
    const bool chosen = !companion.choice || std::find(settings.begin(), settings.end(),
                                                       *companion.choice) != settings.end();
    if (companion.analysis != analysis || !chosen) continue;
    settings.insert(settings.end(), companion.settings.begin(), companion.settings.end());
  }
  return settings;
}

class EveryAnalysis : public ::testing::TestWithParam<const AnalysisDeclaration*> {};

TEST_P(EveryAnalysis, LinesHoldUnderEveryCombinationOfOptions) {
  const auto& analysis = *GetParam();
  std::set<std::string_view> filled;
  for (const auto& chosen : test::every_combination(analysis.settings)) {
    const auto settings = with_companions(analysis.name, chosen);
    const auto lines = test::applicable_lines(analysis.lines, analysis.settings, settings);
    int answered = 0;
    for (const auto& subject : subjects()) {
      if (answered == 3) break;
      std::optional<Trace> table;
      try {
        table = analysis.table(settings, subject);
      } catch (const InvalidArgument&) {
        continue;  // the question has no answer for this subject
      }
      ++answered;
      ASSERT_GT(table->rows(), 0) << subject.problem;
      for (const auto& fault : test::formula_faults(lines, analysis.settings, settings, {&*table},
                                                    {.first = 0, .with_gaps = true})) {
        ADD_FAILURE() << subject.problem << " " << subject.method << test::in_words(settings)
                      << "\n"
                      << fault;
      }
      const auto& columns = table->quantities();
      for (std::size_t q = 0; q < columns.size(); ++q) {
        const auto values = table->values(static_cast<int>(q));
        const auto is_number = [](double value) { return !std::isnan(value); };
        if (std::any_of(values.begin(), values.end(), is_number)) filled.insert(columns[q].name);
      }
    }
    EXPECT_GT(answered, 0) << "no answer on any problem:" << test::in_words(settings);
  }
  for (const auto& quantity : analysis.quantities) {
    EXPECT_TRUE(filled.contains(quantity.name)) << "always empty: " << quantity.name;
  }
}

TEST_P(EveryAnalysis, TablesHaveTheDeclaredColumns) {
  const auto& analysis = *GetParam();
  for (const auto& subject : subjects()) {
    std::optional<Trace> table;
    try {
      table = analysis.table({}, subject);
    } catch (const InvalidArgument&) {
      continue;
    }
    ASSERT_EQ(table->quantities().size(), analysis.quantities.size());
    for (std::size_t q = 0; q < analysis.quantities.size(); ++q) {
      EXPECT_EQ(table->quantities()[q].name, analysis.quantities[q].name);
    }
    return;
  }
  FAIL() << "no answer on any problem";
}

std::vector<const AnalysisDeclaration*> every_analysis() {
  std::vector<const AnalysisDeclaration*> all;
  for (const auto& analysis : analyses()) all.push_back(&analysis);
  return all;
}

INSTANTIATE_TEST_SUITE_P(Formulas, EveryAnalysis, ::testing::ValuesIn(every_analysis()),
                         [](const auto& info) { return std::string(info.param->name); });

}  // namespace fall_line::every_analysis_test
