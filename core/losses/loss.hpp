#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "core/catalog/setting.hpp"
#include "core/numerics/floating_point.hpp"
#include "core/trace/quantity.hpp"
#include "core/trace/tape.hpp"

namespace fall_line {

/// What a loss compares scores with.
enum class LossTask {
  classes,     ///< C scores against a distribution over C classes (one-hot for a plain label)
  binary,      ///< one score against a label −1 or +1
  regression,  ///< C predictions against C targets
};

/// A loss of one example, chosen by name: how bad `scores` are, given `target`; both have
/// `count` entries.
///
/// A concrete loss is a class with
///   name, title, summary, source, task
///   Parameters, parameters[], options[]
///   quantities[], lines[]         the intermediate quantities and the formulas that say how
///   Loss(Parameters)
///   value_and_gradient(scores, target, count, gradient, tape)
///                                 the kernel, a template over NoTape and Tape
///   hessian(scores, target, count, h)
///   and batch_value_and_gradient, where many examples at once are faster than one by one
class AnyLoss {
 public:
  virtual ~AnyLoss() = default;

  /// The loss, and gradient ← its derivatives with respect to the scores. At a kink: one of the
  /// subgradients, named by the concrete loss.
  virtual double value_and_gradient(const double* scores, const double* target, Index count,
                                    double* gradient) const noexcept = 0;

  /// The same; also writes the loss's quantities to `tape`.
  virtual double traced_value_and_gradient(const double* scores, const double* target, Index count,
                                           double* gradient, Tape tape) const noexcept = 0;

  /// weight·ΣL over `examples` rows of `count` scores and targets each, row-major, and
  /// gradient ← weight times its derivatives with respect to all the scores: 1/examples gives
  /// the mean, 1 the sum. `gradient` must not overlap the others. Allocates nothing.
  virtual double batch_value_and_gradient(const double* scores, const double* targets,
                                          Index examples, Index count, double weight,
                                          double* gradient) const noexcept = 0;

  /// h ← second derivatives with respect to the scores, count × count, row-major, symmetric;
  /// at a kink, those of the side whose gradient value_and_gradient gives.
  virtual void hessian(const double* scores, const double* target, Index count,
                       double* h) const noexcept = 0;
};

/// What the catalog says of a loss.
struct LossDeclaration {
  std::string_view name;
  std::string_view title;
  std::string_view summary;
  std::string_view source;
  LossTask task;
  SettingDeclarations settings;
  std::span<const Quantity> quantities;
  std::span<const FormulaLine> lines;

  /// Throws InvalidArgument for a bad setting.
  std::unique_ptr<AnyLoss> create(const Settings& settings) const;

  /// What create does once the settings are read.
  std::unique_ptr<AnyLoss> (*create_with)(const SettingValues& values);
};

}  // namespace fall_line
