#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fall_line {

/// ±d.ddd… × 10^exponent.
struct Decimal {
  bool negative;
  std::string digits;  ///< the first one is not 0, unless the number is
  int exponent;
};

/// `value`, which must be finite, rounded correctly to `count` significant digits, 1 to 17.
Decimal decimal_of(double value, int count);

/// The number nearest to `text`, all of it a decimal number such as "-1.5e3", rounded correctly;
/// infinity where it is too large. Only called with characters of "+-.0123456789eE".
///
/// The C library works this out in 128-bit numbers, 20 kB of a page's download when there are
/// none in hardware; a page's engine has its browser do it.
std::optional<double> nearest_number(std::string_view text);

}  // namespace fall_line
