#include "core/run/judgement.hpp"

#include <string>

#include "core/catalog/invalid_argument.hpp"
#include "core/problems/accuracy.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

std::vector<double> judged(const Run& run, const std::string& data, const Settings& data_settings) {
  const auto examples = find_dataset(data).create(data_settings);
  const RunSpec& spec = run.spec();
  const auto problem = run.problem_declaration().create_over(spec.problem_settings, examples);
  if (problem->dimension() != run.problem().dimension()) {
    throw InvalidArgument("data", std::to_string(examples->classes) + " classes",
                          "as many as the run was trained on");
  }
  const bool trained_on = data == spec.data && data_settings == spec.data_settings;
  const auto rows = static_cast<std::size_t>(run.trace().rows());
  std::vector<double> judgement(2 * rows);
  for (std::size_t step = 0; step < rows; ++step) {
    const auto row = static_cast<Index>(step);
    const double* theta = run.trace().at(step_quantity::theta, row).data();
    judgement[step] =
        trained_on ? run.trace().at(step_quantity::loss, row)[0] : problem->value(theta);
    judgement[rows + step] = accuracy(*problem, theta, *examples);
  }
  return judgement;
}

}  // namespace fall_line
