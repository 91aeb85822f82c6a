#pragma once

#include "core/losses/example_quantities.hpp"
#include "tests/core/derivative_check.hpp"
#include "tests/core/formula_check.hpp"
#include "tests/core/loss_support.hpp"

namespace fall_line::test {

/// Largest relative error of the gradient at `scores` against central differences of the loss.
inline double gradient_error(const AnyLoss& loss, const std::vector<double>& scores,
                             const std::vector<double>& target) {
  const auto gradient = evaluate(loss, scores, target).gradient;
  double worst = 0.0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    worst = std::max(
        worst, best_error(gradient[i], scores[i], [&](double h) {
          auto above = scores, below = scores;
          above[i] += h;
          below[i] -= h;
          return (evaluate(loss, above, target).loss - evaluate(loss, below, target).loss) /
                 (above[i] - below[i]);
        }));
  }
  return worst;
}

/// The same of the Hessian against differences of the gradient; infinite if not symmetric.
inline double hessian_error(const AnyLoss& loss, const std::vector<double>& scores,
                            const std::vector<double>& target) {
  const std::size_t n = scores.size();
  std::vector<double> h(n * n);
  loss.hessian(scores.data(), target.data(), std::ssize(scores), h.data());
  double worst = 0.0;
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t k = 0; k < n; ++k) {
      if (h[i * n + k] != h[k * n + i]) return std::numeric_limits<double>::infinity();
      worst = std::max(worst, best_error(h[i * n + k], scores[k], [&](double step) {
                         auto above = scores, below = scores;
                         above[k] += step;
                         below[k] -= step;
                         return (evaluate(loss, above, target).gradient[i] -
                                 evaluate(loss, below, target).gradient[i]) /
                                (above[k] - below[k]);
                       }));
    }
  }
  return worst;
}

/// How many scores examples of `task` have in the checks.
inline Index checked_entries(LossTask task) { return task == LossTask::binary ? 1 : 4; }

/// Scores away from every kink: no two scores, and no score and margin, are closer than 1e-3.
inline bool smooth_at(const std::vector<double>& scores, double margin) {
  for (const double a : scores) {
    if (std::abs(std::abs(a) - margin) < 1e-3) return false;
    for (const double b : scores) {
      if (std::abs(std::abs(a - b) - margin) < 1e-3) return false;
    }
  }
  return true;
}

/// Worst of `error(loss, scores, target)` over seeded examples away from kinks.
template <class Error>
double worst_over_examples(const LossDeclaration& declaration, const Settings& settings,
                           int examples, Error error) {
  const auto loss = declaration.create(settings);
  Inputs inputs(51);
  double worst = 0.0;
  for (int i = 0; i < examples; ++i) {
    const Index count = checked_entries(declaration.task);
    const auto scores = random_scores(inputs, count, 3.0);
    const auto target = random_target(declaration.task, inputs, count);
    if (smooth_at(scores, 1.0)) worst = std::max(worst, error(*loss, scores, target));
  }
  return worst;
}

/// `rows` examples with all quantities of `declaration` under `settings`, as dataset_loss has
/// them; for a loss that need not be in the catalog.
inline Trace traced_examples(const LossDeclaration& declaration, const Settings& settings,
                             int rows) {
  const Index n = checked_entries(declaration.task);
  std::vector<Quantity> quantities(std::begin(example_quantities), std::end(example_quantities));
  quantities.insert(quantities.end(), declaration.quantities.begin(), declaration.quantities.end());
  Trace trace(quantities, n);
  trace.reserve(rows);
  const auto loss = declaration.create(settings);
  Inputs inputs(52);
  std::vector<double> gradient(static_cast<std::size_t>(n));
  for (int row = 0; row < rows; ++row) {
    const auto scores = random_scores(inputs, n, 3.0);
    const auto target = random_target(declaration.task, inputs, n);
    const Tape tape = trace.append_row();
    const double value = loss->traced_value_and_gradient(
        scores.data(), target.data(), n, gradient.data(), tape.from(example_quantity::count));
    tape.scalar(example_quantity::entries, static_cast<double>(n));
    tape.scalar(example_quantity::loss, value);
    for (Index k = 0; k < n; ++k) {
      const auto i = static_cast<std::size_t>(k);
      tape.vector(example_quantity::score, k, scores[i]);
      tape.vector(example_quantity::target, k, target[i]);
      tape.vector(example_quantity::score_gradient, k, gradient[i]);
    }
  }
  return trace;
}

}  // namespace fall_line::test
