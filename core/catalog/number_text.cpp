#include "core/catalog/number_text.hpp"

#include <array>
#include <cstdio>

namespace fall_line {

namespace {

std::string formatted(const char* format, double value) {
  std::array<char, 40> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), format, value);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

}  // namespace

std::string exact_text(double value) { return formatted("%.17g", value); }

std::string short_text(double value) { return formatted("%g", value); }

}  // namespace fall_line
