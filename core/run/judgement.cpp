#include "core/run/judgement.hpp"

#include "core/catalog/invalid_argument.hpp"
#include "core/problems/accuracy.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

Judgement judged(const Run& run, const std::string& data, const Settings& settings) {
  const auto examples = find_dataset(data).create(settings);
  const auto problem = run.problem_declaration().create_over(run.spec().problem_settings, examples);
  if (problem->dimension() != run.problem().dimension()) {
    throw InvalidArgument("data", std::to_string(examples->classes) + " classes",
                          "as many as the run was trained on");
  }
  Judgement judgement;
  for (Index step = 0; step <= run.steps(); ++step) {
    const double* theta = run.trace().at(step_quantity::theta, step).data();
    judgement.values.push_back(problem->value(theta));
    judgement.accuracies.push_back(accuracy(*problem, theta, *examples));
  }
  return judgement;
}

}  // namespace fall_line
