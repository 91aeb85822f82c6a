#include "core/analysis/minibatch_gradients.hpp"

#include <cmath>

#include "core/catalog/words.hpp"
#include "core/numerics/sum.hpp"

namespace fall_line {

Trace MinibatchGradients::table(const Parameters& parameters, const RunSpec& spec) {
  const Subject subject(spec);
  const ExampleGradients examples(subject);
  BatchSampler batches(examples.count, static_cast<Index>(parameters.size), parameters.replacement,
                       static_cast<std::uint64_t>(parameters.seed));
  const double expected = std::sqrt(examples.of_batch(parameters.size, parameters.replacement));
  const Index n = subject.dimension();
  std::vector<double> drawn(subject.at.size()), off(drawn), average(drawn);
  double square = 0.0;
  const auto draws = static_cast<Index>(parameters.draws);
  Trace table(quantities_by<MinibatchGradients>(), n);
  table.reserve(draws);
  for (Index t = 1; t <= draws; ++t) {
    const auto batch = batches.next();
    subject.problem->batch_value_and_gradient(subject.at.data(), batch.data(), std::ssize(batch),
                                              drawn.data());
    const double number = static_cast<double>(t);
    const Tape tape = table.append_row();
    for (Index k = 0; k < n; ++k) {
      const auto i = static_cast<std::size_t>(k);
      tape.vector(sample, k, drawn[i]);
      tape.vector(gradient, k, examples.gradient[i]);
      average[i] += (drawn[i] - average[i]) / number;
      tape.vector(mean, k, average[i]);
      off[i] = drawn[i] - examples.gradient[i];
    }
    const double away = norm(off.data(), n);
    square += (away * away - square) / number;
    for (std::size_t i = 0; i < off.size(); ++i) off[i] = average[i] - examples.gradient[i];
    tape.scalar(draw, number);
    tape.scalar(deviation, away);
    tape.scalar(mean_error, norm(off.data(), n));
    tape.scalar(spread, std::sqrt(square));
    tape.scalar(expected_spread, expected);
    tape.scalar(expected_error, expected / std::sqrt(number));
  }
  return table;
}

}  // namespace fall_line
