#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/catalog/setting.hpp"
#include "core/numerics/floating_point.hpp"
#include "core/problems/objective.hpp"
#include "core/trace/quantity.hpp"
#include "core/trace/tape.hpp"

namespace fall_line {

/// How a step went; after anything but ok, theta is as it was.
enum class StepStatus {
  ok,
  dimension_mismatch,  ///< theta or gradient has another dimension than the method
  objective_missing,   ///< the method asks the function itself, and none was given
  line_search_failed,  ///< no step length along the direction lowers the function enough
  singular,            ///< the linear system of the step has no solution
  damping_exhausted,   ///< however short the damped step, the function does not fall
  converged,           ///< nothing left to improve: the step would be zero
};

/// What a method needs of a problem beyond value, gradient and Hessian, which every one has.
enum class Needs { nothing, residuals, terms };

/// A method chosen by name: hyperparameters fixed, state sized once.
///
/// A concrete method is a class with
///   name, title, summary, source       what it is called and where it comes from
///   Hyperparameters hyperparameters     plain struct of numbers and enums
///   parameters[], options[]             their declarations
///   quantities[], lines[]               what a step computes and the formulas that say how
///   Method(Hyperparameters, dimension)  or Method(Hyperparameters, objective), to size its
///                                       state by residuals or terms
///   step(theta, gradient, n, tape)      the kernel, a template over NoTape and Tape; or
///   step(theta, n, objective, tape)     that of a method which asks the function itself, and
///                                       returns a StepStatus
///   needs                               where it needs more than every problem has
///   record_initial(n, tape)             the state before the first step
///   stable_curvature()                  see AnyMethod
class AnyMethod {
 public:
  virtual ~AnyMethod() = default;

  /// theta ← theta + delta, from `gradient` at theta; a method that asks_objective ignores
  /// `gradient` and asks `objective` instead, which others leave alone and may be null.
  /// Allocates nothing, never throws. Both spans must have the dimension the method was created
  /// with; else dimension_mismatch, and nothing has changed.
  [[nodiscard]] virtual StepStatus step(std::span<double> theta, std::span<const double> gradient,
                                        Objective* objective) noexcept = 0;

  /// A step of a method that needs the gradient alone.
  [[nodiscard]] StepStatus step(std::span<double> theta,
                                std::span<const double> gradient) noexcept {
    return step(theta, gradient, nullptr);
  }

  /// The same step; also writes the method's quantities to `tape`.
  [[nodiscard]] virtual StepStatus traced_step(std::span<double> theta,
                                               std::span<const double> gradient,
                                               Objective* objective, Tape tape) noexcept = 0;

  /// Whether the method asks the function itself, in place of taking a gradient.
  virtual bool asks_objective() const noexcept = 0;

  /// Changes the learning rate alone, as a schedule does; nothing where a method has none.
  virtual void set_learning_rate(double learning_rate) noexcept = 0;

  /// Changes the hyperparameters and keeps the state.
  virtual void reconfigure(const SettingValues& values) = 0;

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
  SettingDeclarations settings;
  std::span<const Quantity> quantities;
  std::span<const FormulaLine> lines;

  Needs needs;
  bool has_learning_rate;  ///< whether a schedule has anything to change

  /// A fresh method for `objective`'s function; throws InvalidArgument for a bad setting. The
  /// objective must offer what the method needs; it is not kept.
  std::unique_ptr<AnyMethod> create(const Settings& settings, const Objective& objective) const;

  /// A fresh method for `dimension` parameters that takes its gradients from elsewhere.
  /// Throws InvalidArgument for a bad setting, or a method that asks the objective.
  std::unique_ptr<AnyMethod> create_for(const Settings& settings, Index dimension) const;

  /// The effective value of every setting under `settings`; throws InvalidArgument for a bad one.
  SettingValues values(const Settings& settings) const;

  /// What create and create_for do once the settings are read. `objective` may be null where
  /// the method does not ask it.
  std::unique_ptr<AnyMethod> (*create_with)(const SettingValues& values, Index dimension,
                                            const Objective* objective);
  bool asks_objective;
};

}  // namespace fall_line
