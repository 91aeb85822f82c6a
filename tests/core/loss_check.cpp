#include "tests/core/loss_check.hpp"

#include <algorithm>
#include <cmath>

#include "core/losses/example_quantities.hpp"
#include "tests/core/derivative_check.hpp"
#include "tests/core/formula_check.hpp"
#include "tests/core/support.hpp"

namespace fall_line::test {

namespace {

constexpr double slope_tolerance = 1e-7;

double value_at(const AnyLoss& loss, const std::vector<double>& scores,
                const std::vector<double>& target, std::vector<double>& gradient) {
  return loss.value_and_gradient(scores.data(), target.data(), std::ssize(scores), gradient.data());
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

}  // namespace

std::vector<LossExample> loss_examples(LossTask task, Index count, Index rows, std::uint64_t seed) {
  Inputs inputs(seed);
  std::vector<LossExample> examples;
  for (Index row = 0; row < rows; ++row) {
    LossExample example;
    for (Index k = 0; k < count; ++k) {
      example.scores.push_back(inputs.between(-4.0, 4.0));
      example.target.push_back(task == LossTask::regression ? inputs.between(-4.0, 4.0) : 0.0);
    }
    const double drawn = inputs.between(0.0, static_cast<double>(count));
    if (task == LossTask::classes) example.target[static_cast<std::size_t>(drawn)] = 1.0;
    if (task == LossTask::binary) example.target[0] = drawn < 0.5 ? -1.0 : 1.0;
    examples.push_back(std::move(example));
  }
  return examples;
}

Trace loss_table(const AnyLoss& loss, std::span<const Quantity> quantities,
                 const std::vector<LossExample>& examples) {
  std::vector<Quantity> columns(std::begin(example_quantities), std::end(example_quantities));
  columns.insert(columns.end(), quantities.begin(), quantities.end());
  const Index entries = std::ssize(examples[0].scores);
  Trace table(columns, entries);
  table.reserve(std::ssize(examples));
  std::vector<double> gradient(examples[0].scores.size());
  for (const auto& [scores, target] : examples) {
    const Tape tape = table.append_row();
    const double value = loss.traced_value_and_gradient(
        scores.data(), target.data(), entries, gradient.data(), tape.from(example_quantity::count));
    for (std::size_t k = 0; k < scores.size(); ++k) {
      const auto coordinate = static_cast<Index>(k);
      tape.vector(example_quantity::score, coordinate, scores[k]);
      tape.vector(example_quantity::target, coordinate, target[k]);
      tape.vector(example_quantity::score_gradient, coordinate, gradient[k]);
    }
    tape.scalar(example_quantity::entries, static_cast<double>(entries));
    tape.scalar(example_quantity::loss, value);
  }
  return table;
}

double gradient_error(const AnyLoss& loss, const LossExample& example) {
  const auto &scores = example.scores, &target = example.target;
  std::vector<double> gradient(scores.size()), unused(scores.size());
  value_at(loss, scores, target, gradient);
  double worst = 0.0;
  for (std::size_t k = 0; k < scores.size(); ++k) {
    worst = std::max(
        worst, best_error(gradient[k], scores[k], [&](double h) {
          auto above = scores, below = scores;
          above[k] += h;
          below[k] -= h;
          return (value_at(loss, above, target, unused) - value_at(loss, below, target, unused)) /
                 (above[k] - below[k]);
        }));
  }
  return worst;
}

double hessian_error(const AnyLoss& loss, const LossExample& example) {
  const auto &scores = example.scores, &target = example.target;
  const std::size_t n = scores.size();
  std::vector<double> hessian(n * n), g_above(n), g_below(n);
  loss.hessian(scores.data(), target.data(), std::ssize(scores), hessian.data());
  double worst = 0.0;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < n; ++k) {
      if (hessian[i * n + k] != hessian[k * n + i]) return std::numeric_limits<double>::infinity();
      worst = std::max(worst, best_error(hessian[i * n + k], scores[k], [&](double h) {
                         auto above = scores, below = scores;
                         above[k] += h;
                         below[k] -= h;
                         value_at(loss, above, target, g_above);
                         value_at(loss, below, target, g_below);
                         return (g_above[i] - g_below[i]) / (above[k] - below[k]);
                       }));
    }
  }
  return worst;
}

std::vector<std::string> loss_faults(const AnyLoss& loss, LossTask task,
                                     std::span<const Quantity> quantities,
                                     const std::vector<FormulaLine>& lines,
                                     const SettingDeclarations& declarations,
                                     const Settings& settings, std::uint64_t seed) {
  std::vector<std::string> faults;
  const std::vector<Index> counts =
      task == LossTask::binary ? std::vector<Index>{1} : std::vector<Index>{3, 5};
  for (const Index count : counts) {
    const auto examples = loss_examples(task, count, 12, seed);
    const Trace table = loss_table(loss, quantities, examples);
    auto on_kinks = examples;
    for (auto& example : on_kinks) {
      for (double& score : example.scores) score = std::round(score);
    }
    const Trace kinks = loss_table(loss, quantities, on_kinks);
    for (const Trace* rows : {&table, &kinks}) {
      for (auto& fault : formula_faults(lines, declarations, settings, {rows}, {.first = 0})) {
        faults.push_back(std::move(fault));
      }
    }
    std::vector<double> gradient(static_cast<std::size_t>(count));
    for (Index row = 0; row < table.rows(); ++row) {
      const auto& example = examples[static_cast<std::size_t>(row)];
      const double value = value_at(loss, example.scores, example.target, gradient);
      const auto traced_gradient = table.at(example_quantity::score_gradient, row);
      if (!same(table.at(example_quantity::loss, row)[0], value) ||
          !std::equal(gradient.begin(), gradient.end(), traced_gradient.begin(), same)) {
        faults.push_back("the traced loss or gradient is another than the untraced");
      }
      if (!(value >= 0.0)) faults.push_back("the loss is not ≥ 0: " + std::to_string(value));
      if (!(gradient_error(loss, example) <= slope_tolerance)) {
        faults.push_back("the gradient is not the slope of the value, row " + std::to_string(row));
      }
      if (!(hessian_error(loss, example) <= slope_tolerance)) {
        faults.push_back("the Hessian is not the slope of the gradient, row " +
                         std::to_string(row));
      }
    }
  }
  return faults;
}

}  // namespace fall_line::test
