#include "core/run/judgement.hpp"

#include <string>

#include "core/catalog/invalid_argument.hpp"
#include "core/problems/accuracy.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

std::vector<double> judged(const Run& run, const std::shared_ptr<const Dataset>& data) {
  const auto problem = run.problem_declaration().create_over(run.spec().problem_settings, data);
  if (problem->dimension() != run.problem().dimension()) {
    throw InvalidArgument("data", std::to_string(data->classes) + " classes",
                          "as many as the run was trained on");
  }
  const auto rows = static_cast<std::size_t>(run.trace().rows());
  std::vector<double> judgement(2 * rows);
  for (std::size_t step = 0; step < rows; ++step) {
    const double* theta = run.trace().row(static_cast<Index>(step)).data();
    static_assert(step_quantity::theta == 0);  // it begins the row
    judgement[step] = problem->value(theta);
    judgement[rows + step] = accuracy(*problem, theta, *data);
  }
  return judgement;
}

}  // namespace fall_line
