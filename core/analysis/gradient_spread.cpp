#include "core/analysis/gradient_spread.hpp"

#include <cmath>

#include "core/analysis/minibatch_gradients.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/catalog/words.hpp"
#include "core/schedules/time_table.hpp"

namespace fall_line {

namespace {

Index whole_draws(double number, double lowest, double highest) {
  if (number != std::floor(number) || number < lowest || number > highest) {
    throw InvalidArgument(
        "analysis.draws", short_text(number),
        "a whole number from " + short_text(lowest) + " to " + short_text(highest));
  }
  return static_cast<Index>(number);
}

}  // namespace

Trace GradientSpread::table(const Parameters& parameters, const RunSpec& spec) {
  const Subject subject(spec);
  const ExampleGradients all(subject);
  const double number = static_cast<double>(all.count);
  const auto sizes = parse_time_table("analysis.draws", parameters.draws, true);
  const Index n = subject.dimension();
  Trace table(quantities_by<GradientSpread>(), n);
  table.reserve(std::ssize(sizes));
  for (const auto& [of_size, drawn] : sizes) {
    whole_draws(of_size, 1.0, number);
    MinibatchGradients::Parameters own{.size = of_size,
                                       .draws = drawn,
                                       .seed = parameters.seed,
                                       .replacement = parameters.replacement};
    double found = not_yet;
    if (whole_draws(drawn, 0.0, most_draws) > 0) {
      const Trace samples = MinibatchGradients::table(own, spec);
      found = samples.at(MinibatchGradients::spread, samples.rows() - 1)[0];
    }
    const double off = all.of_batch(of_size, parameters.replacement);
    const bool again = parameters.replacement == Replacement::with;
    const Tape tape = table.append_row();
    tape.scalar(size, of_size);
    tape.scalar(examples, number);
    tape.scalar(mean_square, all.mean_square);
    for (Index k = 0; k < n; ++k) {
      tape.vector(gradient, k, all.gradient[static_cast<std::size_t>(k)]);
    }
    tape.scalar(example_variance, all.variance);
    tape.scalar(sum_variance, of_size * all.variance);
    tape.scalar(finite, again ? 1.0 : (number - of_size) / (number - 1.0));
    tape.scalar(variance, off);
    tape.scalar(spread, std::sqrt(off));
    const double part = all.variance > 0.0 ? off / all.variance : not_yet;
    tape.scalar(share, part);
    tape.scalar(relative, std::sqrt(part));
    tape.scalar(count, drawn);
    tape.scalar(measured, found);
  }
  return table;
}

}  // namespace fall_line
