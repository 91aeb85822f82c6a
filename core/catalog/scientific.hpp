#pragma once

#include <string_view>

#include "core/catalog/decimal.hpp"

namespace fall_line {

/// `text` like "-1.2500e-03", as C and JavaScript print it.
inline Decimal read_scientific(std::string_view text) {
  Decimal number{.negative = text.front() == '-', .digits = {}, .exponent = 0};
  const auto e = text.find('e');
  for (const char c : text.substr(0, e)) {
    if (c >= '0' && c <= '9') number.digits += c;
  }
  for (const char c : text.substr(e + 1)) {
    if (c >= '0' && c <= '9') number.exponent = 10 * number.exponent + (c - '0');
  }
  if (text[e + 1] == '-') number.exponent = -number.exponent;
  return number;
}

}  // namespace fall_line
