#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fall_line {

/// `value` with 17 significant digits: reading it back gives the same bits.
std::string exact_text(double value);

/// `value` with as many of 15 to 17 significant digits as it takes to read back the same bits.
std::string shortest_text(double value);

/// `value` as a person would write it: six significant digits, no trailing zeros.
std::string short_text(double value);

/// The finite number that `text` is, all of it: digits, sign, point, exponent, nothing else.
std::optional<double> finite_number(std::string_view text);

}  // namespace fall_line
