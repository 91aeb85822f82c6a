#pragma once

#include "core/optimizers/method.hpp"

namespace fall_line {

template <class Method>
std::span<const Option<typename Method::Hyperparameters>> options_of() {
  if constexpr (requires { Method::options; }) {
    return Method::options;
  } else {
    return {};
  }
}

template <class Method>
typename Method::Hyperparameters hyperparameters_from(const Settings& settings) {
  using Hyperparameters = typename Method::Hyperparameters;
  return with_settings<Hyperparameters>(Method::parameters, options_of<Method>(), "method.",
                                        settings);
}

/// The concrete method `Method` behind the AnyMethod interface.
template <class Method>
class MethodByName final : public AnyMethod {
 public:
  MethodByName(const typename Method::Hyperparameters& hyperparameters, Index dimension)
      : method_(hyperparameters, dimension), dimension_(dimension) {}

  StepStatus step(std::span<double> theta, std::span<const double> gradient) noexcept override {
    return step_with(theta, gradient, NoTape{});
  }

  StepStatus traced_step(std::span<double> theta, std::span<const double> gradient,
                         Tape tape) noexcept override {
    return step_with(theta, gradient, tape);
  }

  void reconfigure(const Settings& settings) override {
    method_.hyperparameters = hyperparameters_from<Method>(settings);
  }

  void record_initial(Tape tape) const noexcept override {
    method_.record_initial(dimension_, tape);
  }

  double stable_curvature() const noexcept override { return method_.stable_curvature(); }

 private:
  template <class AnyTape>
  StepStatus step_with(std::span<double> theta, std::span<const double> gradient,
                       AnyTape tape) noexcept {
    const auto n = static_cast<std::size_t>(dimension_);
    if (theta.size() != n || gradient.size() != n) return StepStatus::dimension_mismatch;
    method_.step(theta.data(), gradient.data(), dimension_, tape);
    return StepStatus::ok;
  }

  Method method_;
  Index dimension_;
};

/// Everything the catalog says of `Method`, gathered from its own declarations.
template <class Method>
MethodDeclaration declare_method() {
  const auto options = options_of<Method>();
  return {
      .name = Method::name,
      .title = Method::title,
      .summary = Method::summary,
      .source = Method::source,
      .parameters = {std::begin(Method::parameters), std::end(Method::parameters)},
      .options = {options.begin(), options.end()},
      .quantities = Method::quantities,
      .lines = Method::lines,
      .create = [](const Settings& settings, Index dimension) -> std::unique_ptr<AnyMethod> {
        return std::make_unique<MethodByName<Method>>(hyperparameters_from<Method>(settings),
                                                      dimension);
      },
      .parameter_values =
          [](const Settings& settings) {
            const auto hyperparameters = hyperparameters_from<Method>(settings);
            std::vector<double> values;
            for (const auto& parameter : Method::parameters) {
              values.push_back(hyperparameters.*parameter.field);
            }
            return values;
          },
  };
}

}  // namespace fall_line
