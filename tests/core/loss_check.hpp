#pragma once

#include <string>
#include <vector>

#include "core/losses/loss.hpp"
#include "core/trace/trace.hpp"

namespace fall_line::test {

/// An example for a loss.
struct LossExample {
  std::vector<double> scores;
  std::vector<double> target;
};

/// `rows` seeded random examples with `count` entries: one-hot targets, ±1, or numbers, as `task`
/// wants them. Scores lie apart from kinks.
std::vector<LossExample> loss_examples(LossTask task, Index count, Index rows, std::uint64_t seed);

/// The quantities that every example has and those of `loss`: a row for each of `examples`.
Trace loss_table(const AnyLoss& loss, std::span<const Quantity> quantities,
                 const std::vector<LossExample>& examples);

/// Largest relative error of the loss's gradient, or of its Hessian, against central differences.
double gradient_error(const AnyLoss& loss, const LossExample& example);
double hessian_error(const AnyLoss& loss, const LossExample& example);

/// What is wrong with a loss under `settings` on random examples: `lines` that do not hold there
/// or with scores rounded to whole numbers, where many sit on a kink, a
/// derivative that is not the slope, a Hessian that is not symmetric, a traced value or gradient
/// that differs from the untraced. Empty when all is well.
std::vector<std::string> loss_faults(const AnyLoss& loss, LossTask task,
                                     std::span<const Quantity> quantities,
                                     const std::vector<FormulaLine>& lines,
                                     const SettingDeclarations& declarations,
                                     const Settings& settings, std::uint64_t seed);

}  // namespace fall_line::test
