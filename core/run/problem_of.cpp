#include "core/run/problem_of.hpp"

#include <cmath>

#include "core/catalog/catalog.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"

namespace fall_line {

std::unique_ptr<AnyProblem> problem_of(const RunSpec& spec) {
  const auto& problem = find_problem(spec.problem);
  const bool about_data = !problem.default_data.empty();
  if (!about_data && (!spec.data.empty() || !spec.data_settings.empty())) {
    throw InvalidArgument("data", spec.data.empty() ? "settings of data" : "'" + spec.data + "'",
                          "none: the problem " + std::string(problem.name) + " is not about data");
  }
  if (!about_data) return problem.create_over(spec.problem_settings, nullptr);
  const auto& data = find_dataset(spec.data.empty() ? problem.default_data : spec.data);
  return problem.create_over(spec.problem_settings, data.create(spec.data_settings));
}

Vector start_of(const RunSpec& spec, const AnyProblem& problem) {
  const std::vector<double> start = spec.start.empty() ? problem.start() : spec.start;
  const Index n = problem.dimension();
  if (static_cast<Index>(start.size()) != n) {
    throw InvalidArgument("start", std::to_string(start.size()) + " numbers",
                          std::to_string(n) + " for the problem " + spec.problem);
  }
  for (const double coordinate : start) {
    if (!(std::abs(coordinate) <= largest_parameter)) {
      throw InvalidArgument("start", short_text(coordinate), "numbers from -1e100 to 1e100");
    }
  }
  return Eigen::Map<const Vector>(start.data(), n);
}

}  // namespace fall_line
