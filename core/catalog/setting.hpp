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
  bool whole = false;  ///< only whole numbers: a count, a seed, a memory length
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

/// A setting that is a text of its own small grammar: a table of numbers, points of the plane.
/// Its owner reads it, and throws InvalidArgument when it cannot.
struct TextDeclaration {
  std::string_view name;
  std::string_view label;
  std::string_view meaning;  ///< one line; says what the text looks like
  std::string_view default_value;
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

/// A text together with the field of `Owner` that holds it.
template <class Owner>
struct Text : TextDeclaration {
  std::string Owner::*field;
};

/// Settings by name as they come from a URL or a test: {"learning_rate", "0.1"}.
using Settings = std::vector<std::pair<std::string, std::string>>;

/// The finite number that `text` is; throws InvalidArgument naming `argument` where it is none.
double parse_number(std::string_view argument, std::string_view text, const std::string& allowed);

/// The value of `text` for `declaration`; throws InvalidArgument when it is not allowed.
double parse_parameter(const ParameterDeclaration& declaration, std::string_view prefix,
                       std::string_view text);

/// The index of the choice named `text`; throws InvalidArgument that lists the choices.
int parse_choice(const OptionDeclaration& declaration, std::string_view prefix,
                 std::string_view text);

/// The declarations of something that can be set up, without the fields that hold the values.
struct SettingDeclarations {
  std::span<const ParameterDeclaration> parameters;
  std::span<const OptionDeclaration> options;
  std::span<const TextDeclaration> texts;
};

/// Those of `settings` that `declarations` name; or, unless `named`, the others.
Settings settings_among(const SettingDeclarations& declarations, const Settings& settings,
                        bool named);

/// The value of every setting, in declared order.
struct SettingValues {
  std::vector<double> numbers;
  std::vector<int> choices;
  std::vector<std::string> texts;

  ~SettingValues();
};

/// Declared defaults, then `settings` applied; each value is validated. `prefix` ("method." or
/// "problem.") stands before the name in error messages.
SettingValues read_settings(const SettingDeclarations& declarations, std::string_view prefix,
                            const Settings& settings);

}  // namespace fall_line
