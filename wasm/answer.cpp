#include "wasm/answer.hpp"

#include "core/catalog/number_text.hpp"

namespace fall_line {

LastError last_error;
std::vector<double> result;
std::string result_text;

Index whole_number(const char* argument, double value, Index high) {
  if (!(value >= 0.0 && value <= static_cast<double>(high)) ||
      value != static_cast<double>(static_cast<Index>(value))) {
    throw InvalidArgument(argument, short_text(value),
                          "a whole number from 0 to " + std::to_string(high));
  }
  return static_cast<Index>(value);
}

GridAxis axis(const char* argument, double low, double high, double count) {
  return {low, high, whole_number(argument, count, most_grid_points)};
}

}  // namespace fall_line
