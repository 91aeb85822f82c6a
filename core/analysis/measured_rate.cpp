#include "core/analysis/measured_rate.hpp"

#include <cmath>

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/words.hpp"
#include "core/numerics/exponential.hpp"
#include "core/numerics/natural_log.hpp"
#include "core/run/run.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

namespace {

double distance_between(std::span<const double> a, std::span<const double> b) {
  double sum = 0.0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] - b[i]) * (a[i] - b[i]);
  return std::sqrt(sum);
}

/// exp of the least-squares slope of ln(distance) against the row, over rows where it is > 0.
double fitted_factor(const Trace& table, Index from) {
  double count = 0.0, t_mean = 0.0, y_mean = 0.0, t_square = 0.0, product = 0.0;
  for (Index row = from; row < table.rows(); ++row) {
    const double distance = table.at(MeasuredRate::distance, row)[0];
    if (!(distance > 0.0)) continue;
    const double t = static_cast<double>(row), y = natural_log(distance);
    count += 1.0;
    const double before = t - t_mean;  // Welford: no cancellation of large sums
    t_mean += before / count;
    y_mean += (y - y_mean) / count;
    t_square += before * (t - t_mean);
    product += before * (y - y_mean);
  }
  return exponential(product / t_square);
}

}  // namespace

Trace MeasuredRate::table(const Parameters& parameters, const RunSpec& spec) {
  Run run(spec);
  run.advance(static_cast<Index>(parameters.steps));
  const auto from = static_cast<Index>(parameters.from);
  if (run.steps() < from + 2) {
    throw InvalidArgument("analysis.from", std::to_string(from),
                          "at most " + std::to_string(run.steps() - 2) + ": the run has " +
                              std::to_string(run.steps()) + " steps");
  }
  const auto end = run.trace().at(step_quantity::theta, run.steps());
  const auto declared = run.problem_declaration().minimizer;
  const bool known = std::ssize(declared) == std::ssize(end);
  const std::vector<double> minimizer(known ? declared.begin() : end.begin(),
                                      known ? declared.end() : end.end());
  const double lowest = run.problem().value(minimizer.data());

  Trace table(quantities_by<MeasuredRate>(), run.trace().dimension());
  table.reserve(run.steps() + 1);
  double gap_before = not_yet, distance_before = not_yet;
  for (Index row = 0; row <= run.steps(); ++row) {
    const double gap_now = run.trace().at(step_quantity::loss, row)[0] - lowest;
    const double distance_now =
        distance_between(run.trace().at(step_quantity::theta, row), minimizer);
    const Tape tape = table.append_row();
    tape.scalar(gap, gap_now);
    tape.scalar(gap_ratio, gap_now / gap_before);
    tape.scalar(distance, distance_now);
    tape.scalar(distance_ratio, distance_now / distance_before);
    tape.scalar(order, natural_log(distance_now) / natural_log(distance_before));
    gap_before = gap_now;
    distance_before = distance_now;
  }
  table.fill(fitted_rate, fitted_factor(table, from));
  return table;
}

}  // namespace fall_line
