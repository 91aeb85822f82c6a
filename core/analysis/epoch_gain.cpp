#include "core/analysis/epoch_gain.hpp"

#include <string>

#include "core/analysis/regression_gap.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/catalog/words.hpp"
#include "core/numerics/natural_log.hpp"
#include "core/run/run.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

namespace {

/// Takes `count` steps, and says which run it is that could not.
Index take(Run& run, Index count) {
  if (run.advance(count) == count) return run.steps();
  throw InvalidArgument("analysis.learning_rate",
                        "a run that stops after " + std::to_string(run.steps()) + " steps",
                        "a smaller one, under which it does not");
}

}  // namespace

Trace EpochGain::table(const Parameters& p, const RunSpec& spec) {
  const RegressionGap gap(spec);
  RunSpec whole = spec;
  whole.method = "gradient_descent";
  whole.method_settings = {{"learning_rate", exact_text(p.learning_rate)}};
  whole.batch_settings.clear();
  RunSpec sampled = whole;
  sampled.batch_settings = {{"size", std::to_string(static_cast<Index>(p.size))}};
  const auto gap_of = [&gap](const Run& run, Index step) {
    return gap(run.trace().at(step_quantity::theta, step));
  };
  Run full(whole, LossTrace::none);
  const auto epochs = static_cast<Index>(p.epochs);
  take(full, epochs);
  const double at_start = gap_of(full, 0);
  if (!(at_start > 0.0)) {
    throw InvalidArgument("start", "the minimum", "another place: here nothing is to be gained");
  }
  std::vector<double> sums(static_cast<std::size_t>(epochs));
  Index in_epoch = 1;
  for (Index s = 0; s < static_cast<Index>(p.seeds); ++s) {
    Run run(with_seed(sampled, s), LossTrace::none);
    in_epoch = run.steps_per_epoch();
    take(run, epochs * in_epoch);
    for (Index e = 1; e <= epochs; ++e) {
      sums[static_cast<std::size_t>(e - 1)] += gap_of(run, e * in_epoch);
    }
  }
  Trace table(quantities_by<EpochGain>(), 1);
  table.reserve(epochs);
  for (Index e = 1; e <= epochs; ++e) {
    const double done = static_cast<double>(e), m = static_cast<double>(in_epoch);
    const double of_whole = gap_of(full, e);
    const double of_batches = sums[static_cast<std::size_t>(e - 1)] / p.seeds;
    const double far = natural_log(at_start / of_whole), near = natural_log(at_start / of_batches);
    const Tape tape = table.append_row();
    tape.scalar(epoch, done);
    tape.scalar(updates_in_epoch, m);
    tape.scalar(whole_updates, done);
    tape.scalar(batch_updates, m * done);
    tape.scalar(start_gap, at_start);
    tape.scalar(whole_gap, of_whole);
    tape.scalar(batch_gap, of_batches);
    tape.scalar(whole_progress, far);
    tape.scalar(batch_progress, near);
    tape.scalar(gain, p.counting == Counting::printed ? m : near / far);
  }
  return table;
}

}  // namespace fall_line
