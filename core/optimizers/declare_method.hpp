#pragma once

#include "core/catalog/owner.hpp"
#include "core/numerics/wide_vectors.hpp"
#include "core/optimizers/method.hpp"

namespace fall_line {

/// Whether `Method` asks the function itself in its step.
template <class Method>
inline constexpr bool asks_the_objective = requires(Method method, double* theta, Index n,
                                                    Objective& objective) {
  { method.step(theta, n, objective, NoTape{}) } -> std::same_as<StepStatus>;
};

/// The concrete method `Method` behind the AnyMethod interface.
template <class Method>
class MethodByName final : public AnyMethod {
 public:
  template <class Sizes>
  MethodByName(const typename Method::Hyperparameters& hyperparameters, const Sizes& sizes,
               Index dimension)
      : method_(hyperparameters, sizes), dimension_(dimension) {}

  StepStatus step(std::span<double> theta, std::span<const double> gradient,
                  Objective* objective) noexcept override {
    return untraced_step(theta, gradient, objective);
  }

  StepStatus traced_step(std::span<double> theta, std::span<const double> gradient,
                         Objective* objective, Tape tape) noexcept override {
    return step_with(theta, gradient, objective, tape);
  }

  bool asks_objective() const noexcept override { return asks_the_objective<Method>; }

  void set_learning_rate(double learning_rate) noexcept override {
    if constexpr (requires { method_.hyperparameters.learning_rate; }) {
      method_.hyperparameters.learning_rate = learning_rate;
    }
  }

  void reconfigure(const SettingValues& values) override {
    method_.hyperparameters = owner_of<Method, typename Method::Hyperparameters>(values);
  }

  void record_initial(Tape tape) const noexcept override {
    method_.record_initial(dimension_, tape);
  }

  double stable_curvature() const noexcept override { return method_.stable_curvature(); }

 private:
  FALL_LINE_WIDE_VECTORS
  StepStatus untraced_step(std::span<double> theta, std::span<const double> gradient,
                           Objective* objective) noexcept {
    return step_with(theta, gradient, objective, NoTape{});
  }

  template <class AnyTape>
  StepStatus step_with(std::span<double> theta, std::span<const double> gradient,
                       Objective* objective, AnyTape tape) noexcept {
    const auto n = static_cast<std::size_t>(dimension_);
    if (theta.size() != n) return StepStatus::dimension_mismatch;
    if constexpr (asks_the_objective<Method>) {
      if (objective == nullptr) return StepStatus::objective_missing;
      if (objective->dimension() != dimension_) return StepStatus::dimension_mismatch;
      return method_.step(theta.data(), dimension_, *objective, tape);
    } else {
      if (gradient.size() != n) return StepStatus::dimension_mismatch;
      method_.step(theta.data(), gradient.data(), dimension_, tape);
      return StepStatus::ok;
    }
  }

  Method method_;
  Index dimension_;
};

template <class Hyperparameters>
inline constexpr bool has_a_learning_rate = requires(Hyperparameters values) {
  values.learning_rate;
};

template <class Method>
constexpr Needs needs_of() {
  if constexpr (requires { Method::needs; }) {
    return Method::needs;
  } else {
    return Needs::nothing;
  }
}

/// Everything the catalog says of `Method`, gathered from its own declarations.
template <class Method>
constexpr MethodDeclaration declare_method() {
  using Hyperparameters = typename Method::Hyperparameters;
  return {
      .name = Method::name,
      .title = for_readers(Method::title),
      .summary = for_readers(Method::summary),
      .source = for_readers(Method::source),
      .settings = declarations_by<Method>(),
      .quantities = quantities_by<Method>(),
      .lines = for_readers(Method::lines),
      .needs = needs_of<Method>(),
      .has_learning_rate = has_a_learning_rate<Hyperparameters>,
      .create_with = [](const SettingValues& values, Index dimension,
                        const Objective* objective) -> std::unique_ptr<AnyMethod> {
        const auto hyperparameters = owner_of<Method, Hyperparameters>(values);
        if constexpr (std::is_constructible_v<Method, Hyperparameters, const Objective&>) {
          return std::make_unique<MethodByName<Method>>(hyperparameters, *objective, dimension);
        } else {
          return std::make_unique<MethodByName<Method>>(hyperparameters, dimension, dimension);
        }
      },
      .asks_objective = asks_the_objective<Method>,
  };
}

}  // namespace fall_line
