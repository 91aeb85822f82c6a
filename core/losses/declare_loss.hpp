#pragma once

#include "core/catalog/owner.hpp"
#include "core/losses/loss.hpp"

namespace fall_line {

/// The concrete loss `Loss` behind the AnyLoss interface.
template <class Loss>
class LossByName final : public AnyLoss {
 public:
  explicit LossByName(const typename Loss::Parameters& parameters) : loss_(parameters) {}

  double value_and_gradient(const double* scores, const double* target, Index count,
                            double* gradient) const noexcept override {
    return loss_.value_and_gradient(scores, target, count, gradient, NoTape{});
  }

  double traced_value_and_gradient(const double* scores, const double* target, Index count,
                                   double* gradient, Tape tape) const noexcept override {
    return loss_.value_and_gradient(scores, target, count, gradient, tape);
  }

  double batch_value_and_gradient(const double* scores, const double* targets, Index examples,
                                  Index count, double weight,
                                  double* gradient) const noexcept override {
    if constexpr (requires { &Loss::batch_value_and_gradient; }) {
      return loss_.batch_value_and_gradient(scores, targets, examples, count, weight, gradient);
    } else {
      double sum = 0.0;
      for (Index i = 0; i < examples; ++i) {
        const Index at = i * count;
        sum += loss_.value_and_gradient(scores + at, targets + at, count, gradient + at, NoTape{});
        for (Index k = 0; k < count; ++k) gradient[at + k] *= weight;
      }
      return weight * sum;
    }
  }

  void hessian(const double* scores, const double* target, Index count,
               double* h) const noexcept override {
    loss_.hessian(scores, target, count, h);
  }

 private:
  Loss loss_;
};

/// Everything the catalog says of `Loss`, gathered from its own declarations.
template <class Loss>
constexpr LossDeclaration declare_loss() {
  return {
      .name = Loss::name,
      .title = for_readers(Loss::title),
      .summary = for_readers(Loss::summary),
      .source = for_readers(Loss::source),
      .task = Loss::task,
      .settings = declarations_by<Loss>(),
      .quantities = quantities_by<Loss>(),
      .lines = for_readers(Loss::lines),
      .create_with = [](const SettingValues& values) -> std::unique_ptr<AnyLoss> {
        return std::make_unique<LossByName<Loss>>(
            owner_of<Loss, typename Loss::Parameters>(values));
      },
  };
}

}  // namespace fall_line
