#include "core/catalog/number_text.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace fall_line {

namespace {

std::string formatted(const char* format, double value) {
  std::array<char, 40> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), format, value);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

}  // namespace

std::string exact_text(double value) { return formatted("%.17g", value); }

std::string shortest_text(double value) {
  for (const char* format : {"%.15g", "%.16g"}) {
    std::string text = formatted(format, value);
    if (std::strtod(text.c_str(), nullptr) == value) return text;
  }
  return exact_text(value);
}

std::string short_text(double value) { return formatted("%g", value); }

}  // namespace fall_line
