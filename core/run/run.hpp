#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/catalog/catalog.hpp"
#include "core/data/minibatches.hpp"
#include "core/problems/objective.hpp"
#include "core/run/run_spec.hpp"
#include "core/schedules/learning_rate.hpp"
#include "core/trace/trace.hpp"

namespace fall_line {

/// Why a run takes no more steps: out_of_range when a parameter passes largest_parameter;
/// from converged on it is what the method says of its step.
enum class StopReason {
  none,
  non_finite,
  out_of_range,
  converged,
  line_search_failed,
  singular,
  damping_exhausted,
};

/// Where and why a run stopped; `reason` is none while it goes on.
struct RunStatus {
  StopReason reason = StopReason::none;
  Index step = 0;        ///< the step that could not be taken
  int quantity = -1;     ///< first quantity of that step that is not finite, causes first
  Index coordinate = 0;  ///< and its coordinate
  double value = 0.0;    ///< what stood there: infinite, NaN, or the parameter out of range
};

/// Whether a run looks at the loss after each step. Over all of the data it takes longer than a
/// step that is taken with a minibatch; a run that does not has not_yet for it in its trace.
enum class LossTrace { each_step, none };

/// A method at work on a problem, every step traced. Determined by its spec alone. A minibatch on
/// which the method has converged is passed over; the run has when all of an epoch are such.
class Run {
 public:
  /// Throws InvalidArgument when the spec names what is not there or not allowed.
  explicit Run(const RunSpec& spec, LossTrace loss = LossTrace::each_step);

  /// Most steps a run may take, and most doubles it may trace (64 MB), whichever comes first.
  static constexpr Index most_steps = 200'000;
  static constexpr Index most_traced = 8'000'000;

  /// Takes up to `count` more steps; returns how many were taken. Fewer than asked when the
  /// run stops (see status) or reaches the most steps it may take. The trace keeps the last
  /// finite step.
  Index advance(Index count);

  const RunSpec& spec() const noexcept { return spec_; }
  const MethodDeclaration& method() const noexcept { return *method_declaration_; }
  const ProblemDeclaration& problem_declaration() const noexcept { return *problem_declaration_; }
  const AnyProblem& problem() const noexcept { return *problem_; }
  const Trace& trace() const noexcept { return trace_; }
  const RunStatus& status() const noexcept { return status_; }
  const Objective::Evaluations& evaluations() const noexcept { return objective_.evaluations(); }
  double stable_curvature() const noexcept { return stepper_->stable_curvature(); }
  Index steps() const noexcept { return trace_.rows() - 1; }

  /// Steps that make one pass through the data; 1 where a step takes all there is.
  Index steps_per_epoch() const noexcept { return batches_ ? batches_->steps_per_epoch() : 1; }

  /// The trace row of step `step` had `overrides` been set for that step alone, all earlier
  /// steps as they were: what the formula with, say, bias_correction=no_power would have given
  /// from the same state. One vector per quantity, in the order of trace().quantities().
  /// Throws InvalidArgument for a step that has not been taken, or a bad override.
  std::vector<std::vector<double>> what_if(Index step, const Settings& overrides) const;

 private:
  bool take_step() noexcept;
  void prepare_step(Index row, Tape tape) noexcept;
  bool drops_faulty(Index row) noexcept;
  void find_fault(Index row) noexcept;

  RunSpec spec_;
  const ProblemDeclaration* problem_declaration_;
  std::unique_ptr<AnyProblem> problem_;
  const MethodDeclaration* method_declaration_;
  std::unique_ptr<Random> random_;  // the objective keeps its address, also when a run moves
  Objective objective_;
  std::optional<Minibatches> batches_;
  std::unique_ptr<AnyMethod> stepper_;
  std::optional<LearningRate> schedule_;
  Vector theta_;
  Trace trace_;
  int delta_;            ///< every method's quantities include delta
  bool asks_objective_;  ///< whether the method does
  bool traces_loss_;
  RunStatus status_;
};

}  // namespace fall_line
