#include "tests/core/traced_steps.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/numerics/random.hpp"
#include "core/numerics/sum.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line::test {

TracedSteps traced_steps(const MethodDeclaration& method, const Settings& settings,
                         const ProblemDeclaration& problem, Index steps) {
  std::vector<Quantity> quantities(std::begin(step_quantities), std::end(step_quantities));
  quantities.insert(quantities.end(), method.quantities.begin(), method.quantities.end());
  const auto function = problem.create({});
  const Index n = function->dimension();
  Random random(3);
  Objective objective(*function, random);
  const auto stepper = method.create(settings, objective);
  TracedSteps result{Trace(quantities, n)};
  Trace& trace = result.trace;
  const int delta = trace.find("delta");
  trace.reserve(steps + 1);
  std::vector<double> theta = function->start(), gradient(theta.size());

  Tape tape = trace.append_row();
  const auto record_theta = [&] {
    for (Index i = 0; i < n; ++i) {
      tape.vector(step_quantity::theta, i, theta[static_cast<std::size_t>(i)]);
    }
    tape.scalar(step_quantity::loss, function->value(theta.data()));
    tape.scalar(step_quantity::evaluations, objective.evaluations().first_derivatives());
  };
  record_theta();
  stepper->record_initial(tape.from(step_quantity::count));
  for (Index step = 1; step <= steps; ++step) {
    if (stepper->asks_objective()) {
      function->gradient(theta.data(), gradient.data());
    } else {
      objective.gradient(theta.data(), gradient.data());
    }
    tape = trace.append_row();
    result.status =
        stepper->traced_step(theta, gradient, &objective, tape.from(step_quantity::count));
    if (result.status == StepStatus::ok) {
      for (Index i = 0; i < n; ++i) {
        tape.vector(step_quantity::gradient, i, gradient[static_cast<std::size_t>(i)]);
      }
      record_theta();
      tape.scalar(step_quantity::step_length, norm(trace.at(delta, step).data(), n));
      const auto row = trace.row(step);
      result.finite =
          std::all_of(row.begin(), row.end(), [](double entry) { return std::isfinite(entry); });
    }
    if (result.status == StepStatus::ok && result.finite) continue;
    trace.drop_row();
    break;
  }
  return result;
}

}  // namespace fall_line::test
