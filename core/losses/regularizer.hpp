#pragma once

#include <cmath>

#include "core/catalog/setting.hpp"
#include "core/numerics/floating_point.hpp"
#include "core/numerics/sum.hpp"

namespace fall_line {

/// Which size of the weights is penalised.
enum class Penalty { none, l2, half_l2, l1, elastic_net };

inline constexpr Choice penalty_choices[] = {
    {"none", "none", "the data alone decide"},
    {"l2", "L2", "λ·Σw²: gradient 2λw, as in lecture 2"},
    {"half_l2", "L2, halved", "λ/2·Σw²: the factor 2 of the gradient cancels"},
    {"l1", "L1", "λ·Σ|w|: pulls every weight equally hard, small ones all the way to zero"},
    {"elastic_net", "elastic net", "λ·Σ(β·w² + |w|): both at once, as in lecture 2"},
};

/// Whether the bias is penalised like a weight.
enum class BiasPenalty { free, penalised };

inline constexpr Choice bias_penalty_choices[] = {
    {"free", "left free", "the bias may sit wherever the data need it"},
    {"penalised", "penalised too", "as behind lecture 2's temperature table"},
};

/// What a model with a regularizer has among its parameters: let them derive from this, and
/// declare them by the functions and choices here.
struct RegularizerParameters {
  double regularization_strength;
  double square_share;
  Penalty penalty;
  BiasPenalty bias_penalty;
};

constexpr ParameterDeclaration regularization_strength_declaration(double default_value) {
  return {.name = "regularization_strength",
          .symbol = "regstrength",
          .letter = "\\lambda",
          .meaning = "how much the size of the weights counts beside the data",
          .default_value = default_value,
          .allowed = {.low = 0.0, .high = 1e12},
          .slider = {.low = 0.0, .high = 10.0}};
}

constexpr ParameterDeclaration square_share_declaration() {
  return {.name = "square_share",
          .symbol = "squareshare",
          .letter = "\\beta",
          .meaning = "weight of the squares in the elastic net",
          .default_value = 0.5,
          .allowed = {.low = 0.0, .high = 1e6},
          .slider = {.low = 0.0, .high = 2.0}};
}

/// A penalty on the size of weights (Hoerl & Kennard 1970; Tibshirani 1996; Zou & Hastie 2005):
///   R(w) = Σ (l1·|w_i| + l2·w_i²)
///   gradient_i = l1·sign(w_i) + 2·l2·w_i,  sign(0) = 0: the subgradient that stays at zero
///   hessian_ii = 2·l2
/// with (l1, l2) = (0, λ) for l2, (0, λ/2) for half_l2, (λ, 0) for l1 and (λ, λβ) for the
/// elastic net. It is asked block by block, so that a model passes its bias block only where
/// `penalises_bias`.
class Regularizer {
 public:
  explicit Regularizer(const RegularizerParameters& parameters) noexcept
      : penalises_bias(parameters.bias_penalty == BiasPenalty::penalised) {
    const double strength = parameters.regularization_strength;
    switch (parameters.penalty) {
      case Penalty::none:
        break;
      case Penalty::l2:
        l2_ = strength;
        break;
      case Penalty::half_l2:
        l2_ = 0.5 * strength;
        break;
      case Penalty::l1:
        l1_ = strength;
        break;
      case Penalty::elastic_net:
        l1_ = strength;
        l2_ = strength * parameters.square_share;
        break;
    }
  }

  bool penalises_bias;

  /// R of `count` weights.
  double value(const double* w, Index count) const noexcept {
    if (l1_ == 0.0 && l2_ == 0.0) return 0.0;
    return fixed_order_sum(
        count, [=, this](Index i) { return l1_ * std::abs(w[i]) + l2_ * (w[i] * w[i]); });
  }

  /// g ← g + ∇R(w).
  void add_gradient(const double* w, Index count, double* g) const noexcept {
    for (Index i = 0; i < count; ++i) g[i] += l1_ * sign(w[i]) + 2.0 * l2_ * w[i];
  }

  /// Adds ∂²R/∂w_i² to `count` entries of a Hessian, each `stride` after the one before:
  /// dimension + 1 walks the diagonal of a row-major matrix.
  void add_hessian_diagonal(Index count, double* h, Index stride) const noexcept {
    for (Index i = 0; i < count; ++i) h[i * stride] += 2.0 * l2_;
  }

  /// Whether R is a multiple of Σw², ½·curvature() of it, and nothing else.
  bool is_square() const noexcept { return l1_ == 0.0; }

  /// Half the jump of its slope at w = 0: the pull that a weight must resist to leave zero.
  double kink() const noexcept { return l1_; }

  /// λmax of the penalty: what it adds to a curvature bound.
  double curvature() const noexcept { return 2.0 * l2_; }

 private:
  static double sign(double w) noexcept { return w > 0.0 ? 1.0 : w < 0.0 ? -1.0 : 0.0; }

  double l1_ = 0.0;
  double l2_ = 0.0;
};

}  // namespace fall_line
