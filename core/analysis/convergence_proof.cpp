#include "core/analysis/convergence_proof.hpp"

#include <cmath>

#include "core/analysis/evaluation.hpp"
#include "core/analysis/subject.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/words.hpp"
#include "core/numerics/sum.hpp"

namespace fall_line {

namespace {

double lipschitz_of(const Subject& subject, double given) {
  if (given > 0.0) return given;
  const double curvature = evaluate(*subject.problem, subject.at).eigenvalues.back();
  if (curvature > 0.0) return curvature;
  throw InvalidArgument("analysis.lipschitz", "0",
                        "a number > 0: the function is not curved upwards at the start");
}

}  // namespace

Trace ConvergenceProof::table(const Parameters& parameters, const RunSpec& spec) {
  const Subject subject(spec);
  const AnyProblem& f = *subject.problem;
  const Index n = subject.dimension();
  const auto minimizer = declared_minimizer(spec, n);
  const double lowest = f.value(minimizer.data());
  const double alpha = parameters.share / lipschitz_of(subject, parameters.lipschitz);

  std::vector<double> theta = subject.at, away(theta.size()), gradient(theta.size());
  const auto distance_square_now = [&] {
    for (std::size_t i = 0; i < theta.size(); ++i) away[i] = theta[i] - minimizer[i];
    return dot(away.data(), away.data(), n);
  };
  const double first = distance_square_now();
  const auto rows = static_cast<Index>(parameters.steps) + 1;
  Trace table(quantities_by<ConvergenceProof>(), n);
  table.reserve(rows);
  double sum = 0.0;
  for (Index row = 0; row < rows; ++row) {
    const Tape tape = table.append_row();
    if (row > 0) {
      f.gradient(theta.data(), gradient.data());
      tape.scalar(gradient_square, dot(gradient.data(), gradient.data(), n));
      tape.scalar(slope_to_minimum, dot(gradient.data(), away.data(), n));
      for (std::size_t i = 0; i < theta.size(); ++i) theta[i] -= alpha * gradient[i];
    }
    const double gap_now = f.value(theta.data()) - lowest;
    if (row > 0) {
      sum += gap_now;
      tape.scalar(bound, first / (2.0 * alpha * static_cast<double>(row)));
    }
    tape.scalar(gap, gap_now);
    tape.scalar(gap_sum, sum);
    tape.scalar(distance_square, distance_square_now());
    if (!std::isfinite(gap_now) || !std::isfinite(table.at(distance_square, row)[0])) {
      table.drop_row();
      break;
    }
  }
  table.fill(learning_rate, alpha);
  table.fill(first_distance_square, first);
  return table;
}

}  // namespace fall_line
