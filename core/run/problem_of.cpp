#include "core/run/problem_of.hpp"

#include "core/catalog/catalog.hpp"
#include "core/catalog/invalid_argument.hpp"

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

}  // namespace fall_line
