#include "core/analysis/best_momentum.hpp"

#include <cmath>

#include "core/analysis/evaluation.hpp"
#include "core/analysis/subject.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/words.hpp"
#include "core/numerics/natural_log.hpp"

namespace fall_line {

Trace BestMomentum::table(const Parameters& parameters, const RunSpec& spec) {
  const Subject subject(spec);
  const Evaluation found = evaluate(*subject.problem, subject.at);
  const double lowest = found.eigenvalues.front(), highest = found.eigenvalues.back();
  if (!(lowest > 0.0)) {
    throw InvalidArgument("problem",
                          "'" + spec.problem + "', not curved upwards everywhere at the start",
                          "a bowl: every curvature above 0");
  }
  const double kappa = highest / lowest, root = std::sqrt(kappa);
  const double rate = (root - 1.0) / (root + 1.0), of_descent = (kappa - 1.0) / (kappa + 1.0);
  const double half = 2.0 / (std::sqrt(highest) + std::sqrt(lowest));
  const double log_goal = natural_log(parameters.goal);

  Trace table(quantities_by<BestMomentum>(), subject.dimension());
  table.reserve(1);
  const Tape tape = table.append_row();
  tape.scalar(condition_number, kappa);
  tape.scalar(smallest_eigenvalue, lowest);
  tape.scalar(largest_eigenvalue, highest);
  tape.scalar(best_learning_rate, half * half);
  tape.scalar(best_beta, rate * rate);
  tape.scalar(best_rate, rate);
  tape.scalar(descent_rate, of_descent);
  tape.scalar(best_steps, log_goal / natural_log(rate));
  tape.scalar(descent_steps, log_goal / natural_log(of_descent));
  return table;
}

}  // namespace fall_line
