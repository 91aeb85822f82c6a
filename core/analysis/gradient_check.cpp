#include "core/analysis/gradient_check.hpp"

#include <algorithm>
#include <cmath>

#include "core/catalog/words.hpp"
#include "core/numerics/power.hpp"
#include "core/numerics/sum.hpp"

namespace fall_line {

Trace GradientCheck::table(const Parameters& parameters, const RunSpec& spec) {
  const Subject subject(spec);
  const auto direction =
      direction_of("analysis.direction", parameters.direction, subject.dimension());
  const AnyProblem& f = *subject.problem;
  std::vector<double> gradient(subject.at.size());
  const double here = f.value_and_gradient(subject.at.data(), gradient.data());
  const double rule = dot(gradient.data(), direction.data(), subject.dimension());

  const auto rows = static_cast<Index>(parameters.decades * parameters.per_decade) + 1;
  Trace table(quantities_by<GradientCheck>(), subject.dimension());
  table.reserve(rows);
  for (Index i = 0; i < rows; ++i) {
    const double h =
        parameters.largest / power(10.0, static_cast<double>(i) / parameters.per_decade);
    const double ahead = f.value(moved(subject.at, h, direction).data());
    const double behind = f.value(moved(subject.at, -h, direction).data());
    const double forward = (ahead - here) / h, central = (ahead - behind) / (2.0 * h);
    const double error = std::abs(central - rule);
    const Tape tape = table.append_row();
    tape.scalar(step_size, h);
    tape.scalar(value_here, here);
    tape.scalar(value_ahead, ahead);
    tape.scalar(value_behind, behind);
    tape.scalar(slope, rule);
    tape.scalar(forward_difference, forward);
    tape.scalar(central_difference, central);
    tape.scalar(forward_error, std::abs(forward - rule));
    tape.scalar(central_error, error);
    tape.scalar(relative_error, error / std::max({1.0, std::abs(rule), std::abs(central)}));
  }
  return table;
}

}  // namespace fall_line
