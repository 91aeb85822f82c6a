// What every entry of the catalog declares of itself fits together.

#include <gtest/gtest.h>

#include <map>

#include "core/catalog/catalog.hpp"
#include "core/losses/example_quantities.hpp"
#include "core/optimizers/hyperparameter.hpp"
#include "core/schedules/learning_rate.hpp"
#include "core/trace/step_quantities.hpp"
#include "tests/core/declaration_check.hpp"
#include "tests/core/input_quantities.hpp"

namespace fall_line::declarations_test {

template <class Entry>
test::Declared declared_by(const Entry& entry) {
  const auto& [parameters, options, texts] = entry.settings;
  test::Declared declared = {.parameters = {parameters.begin(), parameters.end()},
                             .options = {options.begin(), options.end()},
                             .texts = {texts.begin(), texts.end()},
                             .own = {},
                             .shared = {},
                             .lines = {}};
  if constexpr (requires { entry.quantities; }) {
    declared.own.assign(entry.quantities.begin(), entry.quantities.end());
  }
  if constexpr (requires { entry.lines; }) {
    declared.lines.assign(entry.lines.begin(), entry.lines.end());
  }
  return declared;
}

template <class Entry>
void expect_texts(const Entry& entry) {
  EXPECT_FALSE(entry.title.empty() || entry.source.empty()) << entry.name;
  if constexpr (requires { entry.summary; }) {
    EXPECT_FALSE(entry.summary.empty()) << entry.name;
  }
}

void expect_no_faults(std::string_view name, const test::Declared& declared) {
  for (const auto& fault : test::declaration_faults(declared))
    ADD_FAILURE() << name << ": " << fault;
}

TEST(Declarations, OfEveryMethodFitTogether) {
  for (const auto& method : methods()) {
    auto declared = declared_by(method);
    declared.shared.assign(std::begin(step_quantities), std::end(step_quantities));
    declared.shared.push_back(learning_rate_quantity);
    // a page shows a derivation's quantities beside those of its method
    for (const auto& derivation : derivations()) {
      if (derivation.method != method.name) continue;
      declared.own.insert(declared.own.end(), derivation.quantities.begin(),
                          derivation.quantities.end());
      declared.lines.insert(declared.lines.end(), derivation.lines.begin(), derivation.lines.end());
    }
    expect_no_faults(method.name, declared);
    expect_texts(method);
  }
}

TEST(Declarations, OfEveryProblemFitTogether) {
  for (const auto& problem : problems()) {
    expect_no_faults(problem.name, declared_by(problem));
    expect_texts(problem);
    EXPECT_FALSE(problem.tex.empty()) << problem.name;
  }
}

TEST(Declarations, OfEveryLossFitTogether) {
  for (const auto& loss : losses()) {
    auto declared = declared_by(loss);
    declared.shared.assign(std::begin(example_quantities), std::end(example_quantities));
    expect_no_faults(loss.name, declared);
    expect_texts(loss);
  }
}

TEST(Declarations, OfEveryDatasetFitTogether) {
  for (const auto& dataset : datasets()) {
    expect_no_faults(dataset.name, declared_by(dataset));
    expect_texts(dataset);
  }
}

TEST(Declarations, OfEveryScheduleFitTogether) {
  for (const auto& schedule : schedules()) {
    auto declared = declared_by(schedule);
    declared.shared = test::schedule_columns();
    // the settings of time stand beside those of every schedule
    const auto time = time_settings();
    declared.options.insert(declared.options.end(), time.options.begin(), time.options.end());
    expect_no_faults(schedule.name, declared);
    expect_texts(schedule);
  }
}

TEST(Declarations, OfEveryAnalysisFitTogether) {
  for (const auto& analysis : analyses()) {
    expect_no_faults(analysis.name, declared_by(analysis));
    expect_texts(analysis);
  }
}

template <class Entry>
void expect_unique_names(std::span<const Entry> entries) {
  std::set<std::string_view> names;
  for (const auto& entry : entries) EXPECT_TRUE(names.insert(entry.name).second) << entry.name;
}

TEST(Declarations, NamesInTheCatalogAreUnique) {
  expect_unique_names(methods());
  expect_unique_names(problems());
  expect_unique_names(losses());
  expect_unique_names(datasets());
  expect_unique_names(schedules());
  expect_unique_names(analyses());
  expect_unique_names(derivations());
}

// The check itself: one declaration that is sound, and each way to spoil it.
constexpr Choice choices[] = {{"one", "one", "the first"}, {"two", "two", "the second"}};

test::Declared sound() {
  return {.parameters = {learning_rate_declaration(0.1)},
          .options = {{"way", "Way", choices}},
          .texts = {},
          .own = {delta_quantity},
          .shared = {std::begin(step_quantities), std::end(step_quantities)},
          .lines = {theta_line, {R"(\change{t} = -\lrate\,\grad{t})", "Downhill.", "way", "one"}}};
}

TEST(DeclarationCheck, AcceptsWhatFitsTogether) {
  EXPECT_EQ(test::declaration_faults(sound()), std::vector<std::string>{});
}

TEST(DeclarationCheck, RejectsEachWayToSpoilIt) {
  const auto rejects = [](auto spoil) {
    auto declared = sound();
    spoil(declared);
    return !test::declaration_faults(declared).empty();
  };
  using D = test::Declared;
  EXPECT_TRUE(rejects([](D& d) { d.own.push_back(delta_quantity); }));
  EXPECT_TRUE(rejects([](D& d) { d.own[0].symbol = "grad"; }));
  EXPECT_TRUE(rejects([](D& d) { d.own[0].symbol = "lrate"; }));
  EXPECT_TRUE(rejects([](D& d) { d.own[0].symbol = "now"; }));
  EXPECT_TRUE(rejects([](D& d) { d.own[0].symbol = "max"; }));
  EXPECT_TRUE(rejects([](D& d) { d.own[0].symbol = "change_one"; }));
  EXPECT_TRUE(rejects([](D& d) { d.own[0].name = "theta"; }));
  EXPECT_TRUE(rejects([](D& d) { d.own[0].meaning = ""; }));
  EXPECT_TRUE(rejects([](D& d) { d.lines[0].tex = R"(\change{t} = \nobody{t})"; }));
  EXPECT_TRUE(rejects([](D& d) { d.lines[0].reason = ""; }));
  EXPECT_TRUE(rejects([](D& d) { d.lines[1].choice = "three"; }));
  EXPECT_TRUE(rejects([](D& d) { d.lines[1].option = ""; }));
  EXPECT_TRUE(rejects([](D& d) { d.options[0].name = "learning_rate"; }));
  EXPECT_TRUE(rejects([](D& d) { d.options[0].choices = std::span(choices).first(1); }));
}

// A page writes every symbol with one table of macros.
TEST(Catalog, EachMacroStandsForOneNameAndOneLetterThroughout) {
  struct Meaning {
    std::string_view name, letter;
  };
  std::map<std::string_view, Meaning> meanings;
  const auto add = [&](const auto& declared) {
    const auto [known, added] =
        meanings.try_emplace(declared.symbol, Meaning{declared.name, declared.letter});
    if (added) return;
    EXPECT_EQ(known->second.name, declared.name) << "\\" << declared.symbol;
    EXPECT_EQ(known->second.letter, declared.letter) << "\\" << declared.symbol;
  };
  const auto add_entry = [&](const auto& entry) {
    for (const auto& parameter : entry.settings.parameters) add(parameter);
    if constexpr (requires { entry.quantities; }) {
      for (const auto& quantity : entry.quantities) add(quantity);
    }
  };
  for (const auto& quantity : step_quantities) add(quantity);
  for (const auto& quantity : example_quantities) add(quantity);
  for (const auto& method : methods()) add_entry(method);
  for (const auto& problem : problems()) add_entry(problem);
  for (const auto& loss : losses()) add_entry(loss);
  for (const auto& schedule : schedules()) add_entry(schedule);
  for (const auto& analysis : analyses()) add_entry(analysis);
  for (const auto& derivation : derivations()) {
    for (const auto& quantity : derivation.quantities) add(quantity);
  }
  EXPECT_GT(meanings.size(), 100u);
}

}  // namespace fall_line::declarations_test
