#include "core/analysis/subject.hpp"

#include <algorithm>

#include "core/catalog/catalog.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/run/problem_of.hpp"

namespace fall_line {

Subject::Subject(const RunSpec& spec) : problem(problem_of(spec)) {
  const Vector start = start_of(spec, *problem);
  at.assign(start.data(), start.data() + start.size());
}

std::vector<double> direction_of(const std::string& argument, const std::string& text,
                                 Index dimension) {
  const auto n = static_cast<std::size_t>(dimension);
  if (text.empty()) {
    std::vector<double> axis(n, 0.0);
    axis[0] = 1.0;
    return axis;
  }
  auto direction = parse_number_list(argument, text);
  const bool zero =
      std::all_of(direction.begin(), direction.end(), [](double x) { return x == 0; });
  if (direction.size() != n || zero) {
    throw InvalidArgument(argument, "'" + text + "'",
                          std::to_string(n) + " numbers, not all of them zero");
  }
  return direction;
}

std::vector<double> moved(const std::vector<double>& base, double step,
                          const std::vector<double>& direction) {
  std::vector<double> point(base);
  for (std::size_t i = 0; i < point.size(); ++i) point[i] += step * direction[i];
  return point;
}

std::vector<double> declared_minimizer(const RunSpec& spec, Index dimension) {
  const auto& problem = find_problem(spec.problem);
  if (std::ssize(problem.minimizer) != dimension) {
    throw InvalidArgument("problem",
                          "'" + spec.problem + "' in " + std::to_string(dimension) + " dimensions",
                          "a problem whose minimum is known");
  }
  return {problem.minimizer.begin(), problem.minimizer.end()};
}

}  // namespace fall_line
