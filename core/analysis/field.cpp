#include "core/analysis/field.hpp"

#include <cmath>
#include <string>

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"

namespace fall_line {

void check_axis(const std::string& argument, const GridAxis& axis) {
  if (!std::isfinite(axis.low) || !std::isfinite(axis.high) || !(axis.low < axis.high)) {
    throw InvalidArgument(argument, short_text(axis.low) + " to " + short_text(axis.high),
                          "two finite numbers, low < high");
  }
  if (axis.count < 2 || axis.count > most_grid_points) {
    throw InvalidArgument(argument, std::to_string(axis.count) + " points",
                          "2 to " + std::to_string(most_grid_points));
  }
}

double position_on(const GridAxis& axis, Index i) noexcept {
  if (axis.count == 1) return axis.low;
  const double share = static_cast<double>(i) / static_cast<double>(axis.count - 1);
  return (1.0 - share) * axis.low + share * axis.high;
}

void check_size(const GridAxis& x, const GridAxis& y, Index numbers) {
  if (x.count <= most_grid_points / y.count / numbers) return;
  throw InvalidArgument("x, y", std::to_string(x.count) + " × " + std::to_string(y.count),
                        "at most " + std::to_string(most_grid_points / numbers) + " points");
}

std::vector<double> field(const AnyProblem& problem, const GridAxis& x, const GridAxis& y) {
  if (problem.dimension() > 2) {
    throw InvalidArgument("problem", std::to_string(problem.dimension()) + " dimensions", "1 or 2");
  }
  check_axis("x", x);
  if (problem.dimension() == 2) {
    check_axis("y", y);
  } else if (y.count != 1) {
    throw InvalidArgument("y", std::to_string(y.count) + " points", "1, the problem has no y");
  }
  check_size(x, y, 1);
  std::vector<double> values(static_cast<std::size_t>(x.count * y.count));
  std::vector<double> columns(static_cast<std::size_t>(x.count));
  for (Index column = 0; column < x.count; ++column) {
    columns[static_cast<std::size_t>(column)] = position_on(x, column);
  }
  for (Index row = 0; row < y.count; ++row) {
    problem.values_in_row(columns.data(), x.count, position_on(y, row),
                          values.data() + row * x.count);
  }
  return values;
}

}  // namespace fall_line
