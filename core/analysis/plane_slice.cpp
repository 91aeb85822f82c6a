#include "core/analysis/plane_slice.hpp"

#include <string>

#include "core/catalog/invalid_argument.hpp"

namespace fall_line {

std::vector<double> plane_slice(const AnyProblem& problem, const std::vector<double>& at,
                                const std::vector<double>& first, const std::vector<double>& second,
                                const GridAxis& x, const GridAxis& y) {
  const auto check_length = [&](const char* argument, const std::vector<double>& numbers) {
    if (std::ssize(numbers) == problem.dimension()) return;
    throw InvalidArgument(argument, std::to_string(numbers.size()) + " numbers",
                          std::to_string(problem.dimension()));
  };
  check_length("at", at);
  check_length("first", first);
  check_length("second", second);
  check_axis("x", x);
  check_axis("y", y);
  check_size(x, y, 1);
  std::vector<double> values, base(at.size()), point(at.size());
  values.reserve(static_cast<std::size_t>(x.count * y.count));
  for (Index row = 0; row < y.count; ++row) {
    const double along_second = position_on(y, row);
    for (std::size_t i = 0; i < at.size(); ++i) base[i] = at[i] + along_second * second[i];
    for (Index column = 0; column < x.count; ++column) {
      const double along_first = position_on(x, column);
      for (std::size_t i = 0; i < at.size(); ++i) point[i] = base[i] + along_first * first[i];
      values.push_back(problem.value(point.data()));
    }
  }
  return values;
}

}  // namespace fall_line
