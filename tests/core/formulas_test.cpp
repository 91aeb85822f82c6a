// Rule 6 of the design: a formula cannot drift. Each line is evaluated on traced numbers.

#include <gtest/gtest.h>

#include <cmath>

#include "core/catalog/catalog.hpp"
#include "core/run/run.hpp"
#include "core/trace/step_quantities.hpp"
#include "tests/core/formula_check.hpp"
#include "tests/core/formula_evaluator.hpp"

namespace fall_line {
namespace {

constexpr Index steps = 15;
constexpr const char* problem_names[] = {"booth", "quadratic", "noisy_gradient"};

std::string in_words(const Settings& settings) {
  std::string words;
  for (const auto& [name, value] : settings) words += " " + name + "=" + value;
  return words;
}

// 0/0 at the first step: moments of the step before, and nothing to keep the root from zero.
bool divides_zero_by_zero(const Settings& settings) {
  const auto has = [&](const std::pair<std::string, std::string>& wanted) {
    return std::find(settings.begin(), settings.end(), wanted) != settings.end();
  };
  return has({"bias_correction", "old_index"}) && has({"epsilon_place", "none"});
}

class EveryMethod : public ::testing::TestWithParam<const MethodDeclaration*> {};

TEST_P(EveryMethod, LinesHoldAtEveryStepUnderEveryCombinationOfOptions) {
  const auto& method = *GetParam();
  for (const char* problem : problem_names) {
    for (const auto& settings : test::every_combination(method)) {
      const Trace trace = test::traced_steps(method, settings, find_problem(problem), steps);
      ASSERT_EQ(trace.rows() - 1, divides_zero_by_zero(settings) ? 0 : steps);
      const auto lines = test::applicable_lines(method.lines, method, settings);
      for (const auto& fault : test::formula_faults(lines, method, settings, {&trace})) {
        ADD_FAILURE() << problem << in_words(settings) << "\n" << fault;
      }
    }
  }
}

TEST_P(EveryMethod, EachOfItsQuantitiesIsTheLeftSideOfOneApplicableLine) {
  const auto& method = *GetParam();
  for (const auto& settings : test::every_combination(method)) {
    std::multiset<std::string> left;
    for (const auto& line : test::applicable_lines(method.lines, method, settings)) {
      left.insert(test::left_macro(line.tex));
    }
    EXPECT_EQ(left.count("param"), 1u);
    for (const auto& quantity : method.quantities) {
      const std::size_t found = left.count(std::string(quantity.symbol));
      EXPECT_LE(found, 1u) << quantity.name << in_words(settings);
      // factors may stand inside other lines, gradients are the problem's: tested by value
      if (quantity.role == Role::factor || quantity.role == Role::gradient) continue;
      EXPECT_EQ(found, 1u) << quantity.name << in_words(settings);
    }
  }
}

TEST_P(EveryMethod, EachMacroIsADeclaredSymbol) {
  const auto& method = *GetParam();
  std::set<std::string> declared = {"now"};
  for (const auto& quantity : step_quantities) declared.emplace(quantity.symbol);
  for (const auto& quantity : method.quantities) declared.emplace(quantity.symbol);
  for (const auto& parameter : method.settings.parameters) declared.emplace(parameter.symbol);
  for (const auto& line : method.lines) {
    for (const auto& macro : test::macros_in(line.tex)) {
      EXPECT_TRUE(declared.contains(macro)) << "\\" << macro << " in " << line.tex;
    }
  }
}

TEST_P(EveryMethod, SymbolsAndNamesAreUnique) {
  const auto& method = *GetParam();
  std::multiset<std::string> symbols = {"now"}, names;
  const auto add = [&](const auto& declared) {
    symbols.emplace(declared.symbol);
    names.emplace(declared.name);
  };
  for (const auto& quantity : step_quantities) add(quantity);
  for (const auto& quantity : method.quantities) add(quantity);
  for (const auto& parameter : method.settings.parameters) add(parameter);
  for (const auto& derivation : derivations()) {
    if (derivation.method != method.name) continue;
    for (const auto& quantity : derivation.quantities) add(quantity);
  }
  for (const auto& symbol : symbols) EXPECT_EQ(symbols.count(symbol), 1u) << symbol;
  for (const auto& name : names) EXPECT_EQ(names.count(name), 1u) << name;
}

TEST_P(EveryMethod, EndsWithTheStepItTakes) {
  EXPECT_EQ(GetParam()->quantities.back().name, "delta");
}

TEST_P(EveryMethod, OptionsOfLinesExist) {
  const auto& method = *GetParam();
  for (const auto& line : method.lines) {
    bool found = line.option.empty() && line.choice.empty();
    for (const auto& option : method.settings.options) {
      for (const auto& choice : option.choices) {
        found = found || (option.name == line.option && choice.name == line.choice);
      }
    }
    EXPECT_TRUE(found) << line.option << "=" << line.choice;
  }
}

std::vector<const MethodDeclaration*> every_method() {
  std::vector<const MethodDeclaration*> all;
  for (const auto& method : methods()) all.push_back(&method);
  return all;
}

INSTANTIATE_TEST_SUITE_P(Formulas, EveryMethod, ::testing::ValuesIn(every_method()),
                         [](const auto& info) { return std::string(info.param->name); });

Run adam_on(const std::string& problem, const Settings& settings) {
  RunSpec spec = parse_run_spec("problem=" + problem + "\nmethod=adam\nseed=3\n");
  spec.method_settings = settings;
  Run run(spec);
  run.advance(steps);
  return run;
}

class EveryDerivation : public ::testing::TestWithParam<const DerivationDeclaration*> {};

TEST_P(EveryDerivation, LinesHoldAtEveryStep) {
  const auto& derivation = *GetParam();
  const auto& method = find_method(derivation.method);
  for (const char* problem : {"constant_gradient", "noisy_gradient"}) {
    for (const auto& settings : test::every_combination(method)) {
      if (std::find(settings.begin(), settings.end(),
                    Settings::value_type{"gradient_sign", "minus"}) != settings.end()) {
        continue;
      }
      const auto run = adam_on(problem, settings);
      const Trace derived = derivation.derive(run);
      ASSERT_EQ(derived.rows(), run.trace().rows());
      const auto lines = test::applicable_lines(derivation.lines, method, settings);
      for (const auto& fault :
           test::formula_faults(lines, method, settings, {&run.trace(), &derived})) {
        ADD_FAILURE() << problem << in_words(settings) << "\n" << fault;
      }
    }
  }
}

std::vector<const DerivationDeclaration*> every_derivation() {
  std::vector<const DerivationDeclaration*> all;
  for (const auto& derivation : derivations()) all.push_back(&derivation);
  return all;
}

INSTANTIATE_TEST_SUITE_P(Formulas, EveryDerivation, ::testing::ValuesIn(every_derivation()),
                         [](const auto& info) { return std::string(info.param->name); });

TEST(MomentBias, WeightIsTheShareOfTheMeanThatTheMomentHasReached) {
  const auto run = adam_on("constant_gradient", {});
  const Trace derived = find_derivation("first_moment_bias").derive(run);
  for (Index step = 0; step <= steps; ++step) {
    EXPECT_NEAR(derived.at(derived.find("weight1"), step)[0], 1.0 - std::pow(0.9, step), 1e-15);
  }
}

TEST(MomentBias, OfTheFirstMomentRefusesSubtractedGradients) {
  const auto run = adam_on("constant_gradient", {{"gradient_sign", "minus"}});
  EXPECT_THROW(find_derivation("first_moment_bias").derive(run), std::invalid_argument);
  EXPECT_NO_THROW(find_derivation("second_moment_bias").derive(run));
}

TEST(MomentBias, NeedsAGradientWhoseDistributionStays) {
  const auto run = adam_on("booth", {});
  EXPECT_THROW(find_derivation("first_moment_bias").derive(run), std::invalid_argument);
}

TEST(Adam, CorrectionFactorsAreTheRatioOfCorrectedToRawMoments) {
  for (const auto& settings : test::every_combination(find_method("adam"))) {
    if (divides_zero_by_zero(settings)) continue;
    const auto run = adam_on("booth", settings);
    const bool old_index = settings[0].second == "old_index";
    const auto value = [&](const char* name, Index step) {
      return run.trace().at(run.trace().find(name), step)[1];
    };
    const auto factor = [&](const char* name, Index step) {
      return run.trace().at(run.trace().find(name), step)[0];
    };
    for (Index step = 2; step <= steps; ++step) {
      const Index from = old_index ? step - 1 : step;
      EXPECT_NEAR(value("m_hat", step) / value("m", from) / factor("correction1", step), 1.0,
                  1e-15);
      EXPECT_NEAR(value("v_hat", step) / value("v", from) / factor("correction2", step), 1.0,
                  1e-15);
    }
  }
}

TEST(Run, StepLengthIsTheNormOfTheStep) {
  const auto run = adam_on("booth", {});
  const auto entry = [&](const char* name, std::size_t i) {
    return run.trace().at(run.trace().find(name), steps)[i];
  };
  EXPECT_NEAR(entry("step_length", 0), std::hypot(entry("delta", 0), entry("delta", 1)), 1e-18);
}

}  // namespace
}  // namespace fall_line
