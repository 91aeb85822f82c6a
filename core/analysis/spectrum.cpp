#include "core/analysis/spectrum.hpp"

#include "core/analysis/evaluation.hpp"
#include "core/analysis/heavy_ball.hpp"
#include "core/analysis/subject.hpp"
#include "core/catalog/words.hpp"

namespace fall_line {

Trace Spectrum::table(const Parameters& parameters, const RunSpec& spec) {
  const Subject subject(spec);
  const Index n = subject.dimension();
  const Evaluation found = evaluate(*subject.problem, subject.at);
  const double lowest = found.eigenvalues.front(), highest = found.eigenvalues.back();
  const double alpha = parameters.learning_rate, beta = parameters.beta;
  const bool bowl = lowest > 0.0;
  const double kappa = bowl ? highest / lowest : not_yet;

  Trace table(quantities_by<Spectrum>(), n);
  table.reserve(n);
  for (Index i = 0; i < n; ++i) {
    const double lambda = found.eigenvalues[static_cast<std::size_t>(i)];
    const Tape tape = table.append_row();
    tape.scalar(eigenvalue, lambda);
    for (Index k = 0; k < n; ++k) {
      tape.vector(eigenvector, k, found.eigenvectors[static_cast<std::size_t>(i * n + k)]);
    }
    tape.scalar(factor, 1.0 - alpha * lambda);
    tape.scalar(rate, heavy_ball_mode(alpha * lambda, beta).rate);
    tape.scalar(largest_learning_rate, bowl ? 2.0 * (1.0 + beta) / highest : not_yet);
    tape.scalar(best_learning_rate, bowl ? 2.0 / (lowest + highest) : not_yet);
    tape.scalar(best_rate, bowl ? (kappa - 1.0) / (kappa + 1.0) : not_yet);
    tape.scalar(condition_number, kappa);
  }
  return table;
}

}  // namespace fall_line
