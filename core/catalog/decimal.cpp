#include "core/catalog/decimal.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>

#include "core/catalog/scientific.hpp"

namespace fall_line {

Decimal decimal_of(double value, int count) {
  std::array<char, 40> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%.*e", count - 1, value);
  return read_scientific({buffer.data(), static_cast<std::size_t>(length)});
}

std::optional<double> nearest_number(std::string_view text) {
  const std::string copy(text);
  char* end = nullptr;
  const double value = std::strtod(copy.c_str(), &end);
  if (copy.empty() || end != copy.c_str() + copy.size()) return {};
  return value;
}

}  // namespace fall_line
