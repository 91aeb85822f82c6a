#include "core/catalog/setting.hpp"

#include <cmath>
#include <cstdlib>
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

}  // namespace

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
  const std::string copy(text);
  char* end = nullptr;
  // strtod also takes hexadecimal, "inf" and leading blanks: none of them is a number here.
  const bool plain =
      !copy.empty() && copy.find_first_not_of("+-.0123456789eE") == std::string::npos;
  const double value = plain ? std::strtod(copy.c_str(), &end) : 0.0;
  if (!plain || end != copy.c_str() + copy.size() || !std::isfinite(value)) {
    throw InvalidArgument(std::string(argument), quoted(text), allowed);
  }
  return value;
}

double parse_parameter(const ParameterDeclaration& declaration, std::string_view prefix,
                       std::string_view text) {
  const std::string argument = std::string(prefix) + std::string(declaration.name);
  const std::string allowed = declaration.allowed.in_words();
  const double value = parse_number(argument, text, allowed);
  if (!declaration.allowed.contains(value)) {
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

void reject_unknown_setting(std::string_view prefix, std::string_view name,
                            const std::vector<std::string_view>& known) {
  throw InvalidArgument(std::string(prefix) + std::string(name), "a setting of this name",
                        list(known));
}

}  // namespace fall_line
