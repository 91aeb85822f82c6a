#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fall_line {

/// How a slider should move: evenly in the value or evenly in its logarithm.
enum class Scale { linear, log };

/// An interval of numbers; an open end is not itself allowed.
struct Range {
  double low;
  double high;
  bool low_open = false;
  bool high_open = false;

  bool contains(double value) const noexcept;

  /// In words: "a number > 0", "a number from 0 to 1 (1 excluded)".
  std::string in_words() const;
};

/// A number that a method or a problem is set up with, declared once beside its kernel.
struct ParameterDeclaration {
  std::string_view name;     ///< the field's standard term, e.g. "learning_rate"
  std::string_view symbol;   ///< TeX macro without the backslash, e.g. "lrate"
  std::string_view letter;   ///< its default TeX, e.g. "\\alpha"
  std::string_view meaning;  ///< one line for the reader
  double default_value;
  Range allowed;  ///< what is accepted
  Range slider;   ///< what a slider offers
  Scale scale = Scale::linear;
};

/// One way of an option, e.g. bias_correction = no_power.
struct Choice {
  std::string_view name;
  std::string_view label;    ///< a few words for a button
  std::string_view meaning;  ///< one line; says where it was printed, if it is a slip
};

/// A choice between variants of a method. The first choice is the default.
struct OptionDeclaration {
  std::string_view name;
  std::string_view label;
  std::span<const Choice> choices;
};

/// A parameter together with the field of `Owner` that holds it.
template <class Owner>
struct Parameter : ParameterDeclaration {
  double Owner::*field;
};

/// An option together with the way to store the chosen index in `Owner`.
template <class Owner>
struct Option : OptionDeclaration {
  void (*assign)(Owner& owner, int choice);
};

/// Settings by name as they come from a URL or a test: {"learning_rate", "0.1"}.
using Settings = std::vector<std::pair<std::string, std::string>>;

/// The number written in `text`, whole; throws InvalidArgument naming `argument` otherwise.
double parse_number(std::string_view argument, std::string_view text, const std::string& allowed);

/// The value of `text` for `declaration`; throws InvalidArgument when it is not allowed.
double parse_parameter(const ParameterDeclaration& declaration, std::string_view prefix,
                       std::string_view text);

/// The index of the choice named `text`; throws InvalidArgument that lists the choices.
int parse_choice(const OptionDeclaration& declaration, std::string_view prefix,
                 std::string_view text);

/// Throws InvalidArgument for a setting that `owner` does not have, listing those it has.
[[noreturn]] void reject_unknown_setting(std::string_view prefix, std::string_view name,
                                         const std::vector<std::string_view>& known);

/// An `Owner` with declared defaults, then `settings` applied; each value is validated.
/// `prefix` ("method." or "problem.") stands before the name in error messages.
template <class Owner>
Owner with_settings(std::span<const Parameter<Owner>> parameters,
                    std::span<const Option<Owner>> options, std::string_view prefix,
                    const Settings& settings) {
  Owner owner;
  for (const auto& parameter : parameters) owner.*parameter.field = parameter.default_value;
  for (const auto& option : options) option.assign(owner, 0);
  for (const auto& [name, text] : settings) {
    bool found = false;
    for (const auto& parameter : parameters) {
      if (parameter.name != name) continue;
      owner.*parameter.field = parse_parameter(parameter, prefix, text);
      found = true;
    }
    for (const auto& option : options) {
      if (option.name != name) continue;
      option.assign(owner, parse_choice(option, prefix, text));
      found = true;
    }
    if (!found) {
      std::vector<std::string_view> known;
      for (const auto& parameter : parameters) known.push_back(parameter.name);
      for (const auto& option : options) known.push_back(option.name);
      reject_unknown_setting(prefix, name, known);
    }
  }
  return owner;
}

}  // namespace fall_line
