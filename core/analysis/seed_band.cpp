#include "core/analysis/seed_band.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "core/analysis/example_gradients.hpp"
#include "core/analysis/regression_gap.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/words.hpp"
#include "core/run/run.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double most_work = 2e6;
constexpr Index at_once = 256;

double number_in(const SettingDeclarations& declared, const Settings& settings, const char* prefix,
                 std::string_view name) {
  const auto values = read_settings(declared, prefix, settings).numbers;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (declared.parameters[i].name == name) return values[i];
  }
  return not_yet;
}

/// Between the two entries of `sorted` that are next to it.
double quantile(const std::vector<double>& sorted, double share) {
  const double place = share * static_cast<double>(sorted.size() - 1);
  const auto i = static_cast<std::size_t>(place);
  const double part = place - std::floor(place);
  return part == 0.0 ? sorted[i] : sorted[i] + part * (sorted[i + 1] - sorted[i]);
}

double finite_or_none(double value) { return std::isfinite(value) ? value : not_yet; }

}  // namespace

Trace SeedBand::table(const Parameters& p, const RunSpec& spec) {
  const RegressionGap gap(spec);
  Run first(spec, LossTrace::none);
  const auto most = static_cast<Index>(p.steps);
  if (p.steps * p.seeds > most_work) {
    throw InvalidArgument("analysis.seeds", std::to_string(static_cast<Index>(p.seeds)),
                          "fewer: two million steps are taken at most");
  }
  const double budget = p.budget * (1.0 + 1e-12);
  while (first.advance(std::min<Index>(most - first.steps(), at_once)) > 0) {
    if (first.evaluations().first_derivatives() > budget) break;
  }
  const auto cost = [&](Index t) {
    return first.trace().at(step_quantity::evaluations, std::min(t, first.steps()))[0];
  };
  // a run that has stopped by itself goes as far in the table as others do
  const bool spent = first.evaluations().first_derivatives() > budget;
  Index last = spent ? first.steps() : most;
  while (last > 1 && cost(last) > budget) --last;

  const bool batches = first.steps_per_epoch() > 1;
  const auto seeds = static_cast<Index>(batches ? p.seeds : 1.0);
  const Index rows = std::min(static_cast<Index>(p.points), last + 1);
  const auto step_of = [&](Index row) { return row * last / (rows - 1); };
  std::vector<std::vector<double>> gaps(static_cast<std::size_t>(rows));
  for (Index s = 0; s < seeds; ++s) {
    Run run(with_seed(spec, s), LossTrace::none);
    run.advance(last);
    const auto stopped = run.status().reason;
    const bool lost = stopped == StopReason::non_finite || stopped == StopReason::out_of_range;
    for (Index row = 0; row < rows; ++row) {
      const Index t = step_of(row);
      const auto theta = run.trace().at(step_quantity::theta, std::min(t, run.steps()));
      gaps[static_cast<std::size_t>(row)].push_back(lost && t > run.steps() ? infinite
                                                                            : gap(theta));
    }
  }

  RunSpec at_best = spec;
  at_best.start = gap.best();
  const Subject bottom(at_best);
  const double variance = ExampleGradients(bottom).variance;
  const double taken =
      number_in(declarations_by<BatchDeclarations>(), spec.batch_settings, "batch.", "size");
  const double of_all = static_cast<double>(bottom.problem->term_count());
  const double in_batch = taken > 0.0 ? taken : of_all;
  const double rate =
      number_in(first.method().settings, spec.method_settings, "method.", "learning_rate");

  Trace table(quantities_by<SeedBand>(), 1);
  table.reserve(rows);
  for (Index row = 0; row < rows; ++row) {
    auto& all = gaps[static_cast<std::size_t>(row)];
    std::sort(all.begin(), all.end());
    double sum = 0.0;
    for (const double one : all) sum += one;
    const Index t = step_of(row);
    const Tape tape = table.append_row();
    tape.scalar(step, static_cast<double>(t));
    tape.scalar(evaluations, cost(t));
    tape.scalar(epoch, static_cast<double>(t) / static_cast<double>(first.steps_per_epoch()));
    tape.scalar(steps_per_epoch, static_cast<double>(first.steps_per_epoch()));
    tape.scalar(low, finite_or_none(quantile(all, 0.1)));
    tape.scalar(median, finite_or_none(quantile(all, 0.5)));
    tape.scalar(high, finite_or_none(quantile(all, 0.9)));
    tape.scalar(mean, finite_or_none(sum / static_cast<double>(seeds)));
    tape.scalar(lowest_loss, bottom.problem->value(gap.best().data()));
    tape.scalar(learning_rate, rate);
    tape.scalar(size, in_batch);
    tape.scalar(example_variance, variance);
    tape.scalar(floor, rate * variance / (4.0 * in_batch));
  }
  return table;
}

}  // namespace fall_line
