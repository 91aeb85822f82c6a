#include "core/catalog/number_text.hpp"

#include <cmath>
#include <cstdint>

#include "core/catalog/decimal.hpp"

namespace fall_line {

namespace {

/// As C's %g: without trailing zeros, and with an exponent below 1e-4 and from 10^count on.
std::string text_of(double value, int count) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value < 0.0 ? "-inf" : "inf";
  auto [negative, digits, exponent] = decimal_of(value, count);
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.empty()) digits += '0';
  std::string text = negative ? "-" : "";
  const bool scientific = exponent < -4 || exponent >= count;
  const int whole = scientific ? 1 : exponent + 1;  // digits before the point
  if (whole <= 0) {
    text += "0.";
    text.append(static_cast<std::size_t>(-whole), '0');
    return text + digits;
  }
  const auto before = static_cast<std::size_t>(whole);
  if (digits.size() < before) digits.append(before - digits.size(), '0');
  text.append(digits, 0, before);
  if (digits.size() > before) text.append(".").append(digits, before);
  if (!scientific) return text;
  const int size = std::abs(exponent);
  text += exponent < 0 ? "e-" : "e+";
  if (size < 10) text += '0';
  return text + std::to_string(size);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// What nearly everybody types: at most 2^53 times a power of ten that is a double itself, so that
/// one operation rounds once (Clinger 1990). Nothing where it is more than that, or no number.
std::optional<double> plain_number(std::string_view text) {
  static constexpr double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                      1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                      1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  constexpr std::uint64_t most = std::uint64_t{1} << 53;
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  std::uint64_t digits = 0;
  int exponent = 0;
  bool any = false, point = false;
  for (; !text.empty() && (is_digit(text[0]) || (text[0] == '.' && !point));
       text.remove_prefix(1)) {
    if (text[0] == '.') {
      point = true;
      continue;
    }
    any = true;
    digits = 10 * digits + static_cast<std::uint64_t>(text[0] - '0');
    exponent -= point ? 1 : 0;
    if (digits > most) return {};
  }
  if (!any) return {};
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    const bool minus = text.starts_with('-');
    if (minus || text.starts_with('+')) text.remove_prefix(1);
    if (text.empty() || text.size() > 3) return {};
    int given = 0;
    for (; !text.empty() && is_digit(text[0]); text.remove_prefix(1)) {
      given = 10 * given + (text[0] - '0');
    }
    exponent += minus ? -given : given;
  }
  if (!text.empty() || std::abs(exponent) > 22) return {};
  const double whole = static_cast<double>(digits);
  const double size = exponent < 0 ? whole / powers[-exponent] : whole * powers[exponent];
  return negative ? -size : size;
}

}  // namespace

std::string exact_text(double value) { return text_of(value, 17); }

std::string shortest_text(double value) {
  for (const int count : {15, 16}) {
    std::string text = text_of(value, count);
    if (finite_number(text) == value) return text;
  }
  return exact_text(value);
}

std::string short_text(double value) { return text_of(value, 6); }

std::optional<double> finite_number(std::string_view text) {
  if (const auto plain = plain_number(text)) return plain;
  // hexadecimal, "inf" and leading blanks are no numbers here
  if (text.empty() || text.find_first_not_of("+-.0123456789eE") != std::string_view::npos)
    return {};
  const auto value = nearest_number(text);
  return value && std::isfinite(*value) ? value : std::nullopt;
}

}  // namespace fall_line
