#include "tests/core/declaration_check.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>

#include "core/catalog/number_text.hpp"
#include "tests/core/formula_evaluator.hpp"

namespace fall_line::test {

namespace {

class Faults {
 public:
  void expect(bool holds, const std::string& what) {
    if (!holds) found.push_back(what);
  }
  void expect_text(std::string_view text, const std::string& of) {
    expect(!text.empty(), "no text: " + of);
  }
  void expect_unique(const std::multiset<std::string>& names, const std::string& kind) {
    for (auto name = names.begin(); name != names.end(); name = names.upper_bound(*name)) {
      expect(names.count(*name) == 1, kind + " declared more than once: " + *name);
    }
  }

  std::vector<std::string> found;
};

bool is_macro_name(const std::string& symbol) {
  const bool letters = !symbol.empty() && std::all_of(symbol.begin(), symbol.end(), [](char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
  });
  // macros_in leaves out what belongs to TeX
  return letters && symbol != "now" && macros_in("\\" + symbol).contains(symbol);
}

void check_settings(const SettingDeclarations& settings, Faults& faults) {
  std::multiset<std::string> keys;
  for (const auto& parameter : settings.parameters) {
    keys.emplace(parameter.name);
    faults.expect_text(parameter.meaning, "meaning of " + std::string(parameter.name));
    faults.expect_text(parameter.letter, "letter of " + std::string(parameter.name));
  }
  for (const auto& option : settings.options) {
    keys.emplace(option.name);
    std::multiset<std::string> choices;
    for (const auto& choice : option.choices) {
      choices.emplace(choice.name);
      faults.expect_text(choice.label, "label of " + std::string(choice.name));
      faults.expect_text(choice.meaning, "meaning of " + std::string(choice.name));
    }
    faults.expect(choices.size() > 1, "an option without a choice: " + std::string(option.name));
    faults.expect_unique(choices, "choice of " + std::string(option.name));
  }
  for (const auto& text : settings.texts) {
    keys.emplace(text.name);
    faults.expect_text(text.meaning, "meaning of " + std::string(text.name));
  }
  faults.expect_unique(keys, "setting");
}

bool exists(const SettingDeclarations& settings, const FormulaLine& line) {
  if (line.option.empty()) return line.choice.empty();
  for (const auto& option : settings.options) {
    for (const auto& choice : option.choices) {
      if (option.name == line.option && choice.name == line.choice) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<std::string> declaration_faults(const Declared& declared) {
  Faults faults;
  check_settings(declared.settings(), faults);
  std::multiset<std::string> names, symbols;
  const auto add = [&](const auto& entry) {
    names.emplace(entry.name);
    symbols.emplace(entry.symbol);
    faults.expect(is_macro_name(std::string(entry.symbol)),
                  "no name for a macro: \\" + std::string(entry.symbol));
  };
  for (const auto& quantity : declared.own) {
    add(quantity);
    faults.expect_text(quantity.meaning, "meaning of " + std::string(quantity.name));
    faults.expect_text(quantity.letter, "letter of " + std::string(quantity.name));
  }
  for (const auto& quantity : declared.shared) add(quantity);
  for (const auto& parameter : declared.parameters) add(parameter);
  faults.expect_unique(names, "name");
  faults.expect_unique(symbols, "symbol");
  for (const auto& line : declared.lines) {
    const std::string tex(line.tex);
    faults.expect_text(line.reason, "reason of " + tex);
    faults.expect(exists(declared.settings(), line), "of no option and choice there is: " + tex);
    for (const auto& macro : macros_in(tex)) {
      faults.expect(macro == "now" || symbols.contains(macro),
                    "nobody declared \\" + macro + " in " + tex);
    }
  }
  return faults.found;
}

Settings drawn_parameters(const SettingDeclarations& declarations, Inputs& inputs) {
  Settings drawn;
  for (const auto& parameter : declarations.parameters) {
    const auto [low, high] = std::pair(parameter.slider.low, parameter.slider.high);
    double value = parameter.scale == Scale::log
                       ? std::exp(inputs.between(std::log(low), std::log(high)))
                       : inputs.between(low, high);
    if (parameter.whole) value = std::clamp(std::round(value), low, high);
    drawn.emplace_back(parameter.name, exact_text(value));
  }
  return drawn;
}

}  // namespace fall_line::test
