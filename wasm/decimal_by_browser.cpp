// Stands in for core/catalog/decimal.cpp in every engine: a browser prints and reads decimal
// numbers as exactly as the C library does, and is there already.

#include <emscripten/emscripten.h>

#include <array>
#include <cmath>

#include "core/catalog/decimal.hpp"
#include "core/catalog/scientific.hpp"

EM_JS(int, fall_line_print, (double value, int digits, char* text), {
  const printed = value.toExponential(digits - 1);
  for (let i = 0; i < printed.length; ++i) HEAPU8[text + i] = printed.charCodeAt(i);
  return printed.length;
});

EM_JS(double, fall_line_read, (const char* text, int length),
      { return Number(new TextDecoder().decode(HEAPU8.subarray(text, text + length))); });

namespace fall_line {

Decimal decimal_of(double value, int count) {
  std::array<char, 40> buffer;
  const int length = fall_line_print(std::abs(value), count, buffer.data());
  Decimal number = read_scientific({buffer.data(), static_cast<std::size_t>(length)});
  number.negative = std::signbit(value);  // JavaScript prints -0 without its sign
  return number;
}

std::optional<double> nearest_number(std::string_view text) {
  const double value = fall_line_read(text.data(), static_cast<int>(text.size()));
  if (std::isnan(value)) return {};
  return value;
}

}  // namespace fall_line
