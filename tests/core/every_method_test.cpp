// A formula cannot drift: every line of every method is evaluated on traced numbers.

#include <gtest/gtest.h>

#include <algorithm>

#include "core/catalog/catalog.hpp"
#include "core/trace/step_quantities.hpp"
#include "tests/core/formula_check.hpp"
#include "tests/core/formula_evaluator.hpp"
#include "tests/core/method_check.hpp"
#include "tests/core/support.hpp"

namespace fall_line::every_method_test {

constexpr Index steps = 15;

/// What a method cannot survive: the settings that make it so, all of them.
struct Overflow {
  std::string_view method;
  Settings settings;
};

/// Every combination of options whose first steps are not finite.
const Overflow overflows[] = {
    // 0/0 at the first step: moments of the step before, and nothing to keep the root from zero
    {"adam", {{"bias_correction", "old_index"}, {"epsilon_place", "none"}}},
};

bool overflows_by_design(const MethodDeclaration& method, const Settings& settings) {
  return std::any_of(std::begin(overflows), std::end(overflows), [&](const Overflow& known) {
    return known.method == method.name &&
           std::all_of(known.settings.begin(), known.settings.end(), [&](const auto& wanted) {
             return std::find(settings.begin(), settings.end(), wanted) != settings.end();
           });
  });
}

/// Problems that offer what `method` needs; one with a random gradient only where the method
/// takes the gradient it is given, since that is the one a trace shows.
std::vector<const ProblemDeclaration*> problems_for(const MethodDeclaration& method) {
  std::vector<const ProblemDeclaration*> found = {&test::problem_for(method)};
  for (const char* name : {"booth", "quadratic", "noisy_gradient"}) {
    const auto& problem = find_problem(name);
    const auto function = problem.create({});
    Random random(1);
    Objective objective(*function, random);
    if (found[0] == &problem || method.needs != Needs::nothing) continue;
    if (function->samples_gradient() && method.create({}, objective)->asks_objective()) continue;
    found.push_back(&problem);
  }
  return found;
}

class EveryMethod : public ::testing::TestWithParam<const MethodDeclaration*> {};

TEST_P(EveryMethod, LinesHoldAtEveryStepUnderEveryCombinationOfOptions) {
  const auto& method = *GetParam();
  for (const auto& settings : test::every_combination(method)) {
    Index most_taken = 0;
    for (const auto* problem : problems_for(method)) {
      const auto judged = test::judge_method(method, method.lines, settings, *problem, steps);
      most_taken = std::max(most_taken, judged.taken);
      EXPECT_EQ(judged.finite, !overflows_by_design(method, settings))
          << problem->name << test::in_words(settings);
      for (const auto& fault : judged.faults) {
        ADD_FAILURE() << problem->name << test::in_words(settings) << "\n" << fault;
      }
    }
    if (!overflows_by_design(method, settings)) {
      EXPECT_GT(most_taken, 0) << "no step on any problem:" << test::in_words(settings);
    }
  }
}

TEST_P(EveryMethod, LinesHoldWhileAScheduleChangesTheLearningRate) {
  const auto& method = *GetParam();
  if (!method.has_learning_rate) return;
  for (const auto& schedule : schedules()) {
    const auto run = test::run_of(test::lines({{"problem", test::problem_for(method).name},
                                               {"method", method.name},
                                               {"schedule", schedule.name}}),
                                  steps);
    EXPECT_GT(run.steps(), 0) << schedule.name;
    const auto lines = test::applicable_lines(method.lines, method.settings, {});
    for (const auto& fault : test::formula_faults(lines, method.settings, {}, {&run.trace()})) {
      ADD_FAILURE() << schedule.name << "\n" << fault;
    }
  }
}

TEST_P(EveryMethod, EachOfItsQuantitiesIsTheLeftSideOfOneApplicableLine) {
  const auto& method = *GetParam();
  for (const auto& settings : test::every_combination(method)) {
    std::multiset<std::string_view> left;
    std::set<std::string> mentioned;
    for (const auto& line : test::applicable_lines(method.lines, method.settings, settings)) {
      left.insert(test::left_side(line.tex));
      mentioned.merge(test::macros_in(test::left_side(line.tex)));
    }
    EXPECT_EQ(left.count("\\param{t}"), 1u);
    for (const auto& quantity : method.quantities) {
      const std::string symbol(quantity.symbol);
      EXPECT_LE(left.count("\\" + symbol + "{t}"), 1u) << symbol << test::in_words(settings);
      // a factor may be found by a search, or stand inside the line of another quantity; a
      // gradient or curvature may be the problem's answer, see judge_method
      if (quantity.role == Role::factor || quantity.role == Role::gradient ||
          quantity.role == Role::curvature) {
        continue;
      }
      EXPECT_TRUE(mentioned.contains(symbol)) << symbol << test::in_words(settings);
    }
  }
}

TEST_P(EveryMethod, EndsWithTheStepItTakes) {
  EXPECT_EQ(GetParam()->quantities.back().name, "delta");
}

std::vector<const MethodDeclaration*> every_method() {
  std::vector<const MethodDeclaration*> all;
  for (const auto& method : methods()) all.push_back(&method);
  return all;
}

INSTANTIATE_TEST_SUITE_P(Formulas, EveryMethod, ::testing::ValuesIn(every_method()),
                         [](const auto& info) { return std::string(info.param->name); });

}  // namespace fall_line::every_method_test
