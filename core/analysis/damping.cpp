#include "core/analysis/damping.hpp"

#include "core/analysis/evaluation.hpp"
#include "core/analysis/subject.hpp"
#include "core/catalog/words.hpp"

namespace fall_line {

Trace Damping::table(const Parameters& parameters, const RunSpec& spec) {
  const Subject subject(spec);
  const Index n = subject.dimension();
  const Evaluation found = evaluate(*subject.problem, subject.at);
  Trace table(quantities_by<Damping>(), n);
  table.reserve(n);
  for (const double lambda : found.eigenvalues) {
    const double a = parameters.learning_rate * lambda;
    const HeavyBallMode mode = heavy_ball_mode(a, parameters.beta);
    const Tape tape = table.append_row();
    tape.scalar(eigenvalue, lambda);
    tape.scalar(step_curvature, a);
    tape.scalar(root_sum, mode.root_sum);
    tape.scalar(discriminant, mode.discriminant);
    tape.scalar(rate, mode.rate);
    tape.scalar(regime, static_cast<double>(mode.regime));
  }
  return table;
}

}  // namespace fall_line
