#include "core/catalog/setting.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"

namespace fall_line {

namespace {

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

std::string list(const std::vector<std::string_view>& names) {
  if (names.empty()) return "none";
  std::string text;
  for (const auto name : names) {
    if (!text.empty()) text += ", ";
    text += name;
  }
  return text;
}

template <class Declarations>
std::size_t position_of(const Declarations& declarations, std::string_view name) {
  const auto found = std::find_if(declarations.begin(), declarations.end(),
                                  [&](const auto& declared) { return declared.name == name; });
  return static_cast<std::size_t>(found - declarations.begin());
}

[[noreturn]] void reject_unknown(std::string_view prefix, std::string_view name,
                                 const SettingDeclarations& known) {
  std::vector<std::string_view> names;
  for (const auto& parameter : known.parameters) names.push_back(parameter.name);
  for (const auto& option : known.options) names.push_back(option.name);
  for (const auto& text : known.texts) names.push_back(text.name);
  throw InvalidArgument(std::string(prefix) + std::string(name), "a setting of this name",
                        list(names));
}

}  // namespace

SettingValues::~SettingValues() = default;

bool Range::contains(double value) const noexcept {
  const bool above = low_open ? value > low : value >= low;
  const bool below = high_open ? value < high : value <= high;
  return std::isfinite(value) && above && below;
}

std::string Range::in_words() const {
  const bool bounded_below = low > -std::numeric_limits<double>::infinity();
  const bool bounded_above = high < std::numeric_limits<double>::infinity();
  if (!bounded_below && !bounded_above) return "a finite number";
  if (!bounded_above) return "a number " + std::string(low_open ? "> " : "≥ ") + short_text(low);
  if (!bounded_below) return "a number " + std::string(high_open ? "< " : "≤ ") + short_text(high);
  std::string words = "a number from " + short_text(low) + " to " + short_text(high);
  if (low_open && high_open) return words + " (both excluded)";
  if (low_open) return words + " (" + short_text(low) + " excluded)";
  if (high_open) return words + " (" + short_text(high) + " excluded)";
  return words;
}

double parse_number(std::string_view argument, std::string_view text, const std::string& allowed) {
  const auto value = finite_number(text);
  if (!value) throw InvalidArgument(std::string(argument), quoted(text), allowed);
  return *value;
}

double parse_parameter(const ParameterDeclaration& declaration, std::string_view prefix,
                       std::string_view text) {
  const std::string argument = std::string(prefix) + std::string(declaration.name);
  std::string allowed = declaration.allowed.in_words();
  if (declaration.whole) allowed.replace(0, 1, "a whole");
  const double value = parse_number(argument, text, allowed);
  if (!declaration.allowed.contains(value) || (declaration.whole && value != std::floor(value))) {
    throw InvalidArgument(argument, std::string(text), allowed);
  }
  return value;
}

int parse_choice(const OptionDeclaration& declaration, std::string_view prefix,
                 std::string_view text) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < declaration.choices.size(); ++i) {
    if (declaration.choices[i].name == text) return static_cast<int>(i);
    names.push_back(declaration.choices[i].name);
  }
  throw InvalidArgument(std::string(prefix) + std::string(declaration.name), quoted(text),
                        list(names));
}

Settings settings_among(const SettingDeclarations& declarations, const Settings& settings,
                        bool named) {
  const auto names = [](const auto& declared, std::string_view name) {
    return position_of(declared, name) < declared.size();
  };
  Settings chosen;
  for (const auto& setting : settings) {
    const bool found = names(declarations.parameters, setting.first) ||
                       names(declarations.options, setting.first) ||
                       names(declarations.texts, setting.first);
    if (found == named) chosen.push_back(setting);
  }
  return chosen;
}

SettingValues read_settings(const SettingDeclarations& declarations, std::string_view prefix,
                            const Settings& settings) {
  const auto& [parameters, options, texts] = declarations;
  SettingValues values;
  for (const auto& parameter : parameters) values.numbers.push_back(parameter.default_value);
  values.choices.resize(options.size(), 0);
  for (const auto& text : texts) values.texts.emplace_back(text.default_value);
  for (const auto& [name, value] : settings) {
    if (const auto p = position_of(parameters, name); p < parameters.size()) {
      values.numbers[p] = parse_parameter(parameters[p], prefix, value);
    } else if (const auto o = position_of(options, name); o < options.size()) {
      values.choices[o] = parse_choice(options[o], prefix, value);
    } else if (const auto t = position_of(texts, name); t < texts.size()) {
      values.texts[t] = value;
    } else {
      reject_unknown(prefix, name, declarations);
    }
  }
  return values;
}

}  // namespace fall_line
