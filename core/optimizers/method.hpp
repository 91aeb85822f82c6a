#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/catalog/setting.hpp"
#include "core/numerics/floating_point.hpp"
#include "core/trace/quantity.hpp"
#include "core/trace/tape.hpp"

namespace fall_line {

enum class StepStatus { ok, dimension_mismatch };

/// A first-order method chosen by name: hyperparameters fixed, state sized once.
///
/// A concrete method is a class with
///   name, title, summary, source       what it is called and where it comes from
///   Hyperparameters hyperparameters     plain struct of numbers and enums
///   parameters[], options               their declarations
///   quantities[], lines[]               what a step computes and the formulas that say how
///   Method(Hyperparameters, dimension)
///   step(theta, gradient, n, tape)      the kernel, a template over NoTape and Tape
///   record_initial(n, tape)             the state before the first step
///   stable_curvature()                  see AnyMethod
class AnyMethod {
 public:
  virtual ~AnyMethod() = default;

  /// theta ← theta + delta, from `gradient` at theta. Allocates nothing, never throws.
  /// Both spans must have the dimension the method was created with; else dimension_mismatch,
  /// and nothing has changed.
  [[nodiscard]] virtual StepStatus step(std::span<double> theta,
                                        std::span<const double> gradient) noexcept = 0;

  /// The same step; also writes the method's quantities to `tape`.
  [[nodiscard]] virtual StepStatus traced_step(std::span<double> theta,
                                               std::span<const double> gradient,
                                               Tape tape) noexcept = 0;

  /// Changes the hyperparameters and keeps the state; throws InvalidArgument for a bad setting.
  virtual void reconfigure(const Settings& settings) = 0;

  /// Writes the quantities that exist before the first step (zero moments) to `tape`.
  virtual void record_initial(Tape tape) const noexcept = 0;

  /// The largest curvature λ for which the method converges on ½λθ² from every start:
  /// 2/learning_rate for gradient descent. not_yet where no such closed form holds.
  virtual double stable_curvature() const noexcept = 0;
};

/// What the catalog says of a method.
struct MethodDeclaration {
  std::string_view name;
  std::string_view title;
  std::string_view summary;
  std::string_view source;
  std::vector<ParameterDeclaration> parameters;
  std::vector<OptionDeclaration> options;
  std::span<const Quantity> quantities;
  std::span<const FormulaLine> lines;

  /// A fresh method for `dimension` parameters; throws InvalidArgument for a bad setting.
  std::unique_ptr<AnyMethod> (*create)(const Settings& settings, Index dimension);

  /// The effective value of every parameter under `settings`, in declared order.
  std::vector<double> (*parameter_values)(const Settings& settings);
};

}  // namespace fall_line
