#pragma once

#include "core/losses/loss.hpp"
#include "core/losses/regularizer.hpp"
#include "core/problems/activation.hpp"
#include "core/problems/examples.hpp"

namespace fall_line {

/// What a network is built from.
struct NetworkPlan {
  std::vector<Index> widths;  ///< inputs, hidden layers, outputs
  Activation activation = Activation::relu;
  std::unique_ptr<AnyLoss> loss;
  bool squared_error = false;  ///< that the loss is (s − y)² of a single output
  RegularizerParameters regularizer;
  std::shared_ptr<const Dataset> data;
  std::vector<double> targets;  ///< N × outputs, as the loss wants them
};

/// The mean loss of a feed-forward network over data, its gradient by backpropagation (Rumelhart,
/// Hinton & Williams 1986) and its Hessian by Pearlmutter's R-operator (1994). Without hidden
/// layers it is the linear classifier of its loss.
///
///   a_0 = input,  z_l = W_l·a_{l−1} + b_l,  a_l = φ(z_l),  scores = z_L
///   f(x) = (1/N)·Σ loss(scores_i, target_i) + R(W)
///
/// x holds layer after layer W_l (out × in, row-major), then b_l. Examples pass in groups of
/// `group` rows through workspaces made at construction: nothing is allocated later, and one
/// network must not be used by two threads at once. Cost of value and gradient: 3·N·dimension
/// multiplications; of hessian_vector about twice that; of the Hessian `dimension` times.
class Network {
 public:
  explicit Network(NetworkPlan plan);

  Index dimension() const noexcept { return dimension_; }
  Index term_count() const noexcept { return data_->count; }
  Index input_count() const noexcept { return layers_.front().in; }
  Index output_count() const noexcept { return layers_.back().out; }

  double value(const double* x) const noexcept { return mean(x, all(), nullptr); }
  void gradient(const double* x, double* g) const noexcept { mean(x, all(), g); }
  double value_and_gradient(const double* x, double* g) const noexcept { return mean(x, all(), g); }
  double batch_value_and_gradient(const double* x, const Index* terms, Index count,
                                  double* g) const noexcept {
    return mean(x, {terms, count}, g);
  }
  void hessian_vector(const double* x, const double* v, double* hv) const noexcept;
  void hessian(const double* x, double* h) const noexcept;
  void predict(const double* x, const double* inputs, Index count, double* outputs) const noexcept;

  /// As ‖residuals‖²: of a single output with squared error and no penalty but L2; else 0
  /// residuals.
  Index residual_count() const noexcept;
  void residuals(const double* x, double* r) const noexcept;
  void jacobian(const double* x, double* j) const noexcept;

 protected:
  /// A layer's shape, and where its numbers are in x; its input of one group starts at
  /// `activations` in the workspace of activations.
  struct Layer {
    Index in, out;
    Index weights, biases;
    Index activations;
  };
  const std::vector<Layer>& layers() const noexcept { return layers_; }

 private:
  static constexpr Index group = 64;

  Examples all() const noexcept { return {nullptr, data_->count}; }
  double mean(const double* x, Examples examples, double* g) const noexcept;
  void transpose_weights(const double* x, double* to) const noexcept;
  void load(Examples examples, Index from, Index rows) const noexcept;
  void forward(const double* x, Index rows) const noexcept;
  double losses(Index rows, double share) const noexcept;
  void backward(const double* x, Index rows, double* g) const noexcept;
  void forward_along(const double* v, Index rows) const noexcept;
  void losses_along(Index rows, double share) const noexcept;
  void backward_along(const double* x, const double* v, Index rows, double* hv) const noexcept;

  // action(place in x, count) for every block of penalised numbers
  template <class Action>
  void each_penalised(Action action) const {
    for (const Layer& layer : layers_) {
      action(layer.weights, layer.in * layer.out + (regularizer_.penalises_bias ? layer.out : 0));
    }
  }

  std::shared_ptr<const Dataset> data_;
  std::vector<double> targets_;
  std::vector<Layer> layers_;
  Activation activation_;
  std::unique_ptr<AnyLoss> loss_;
  Regularizer regularizer_;
  bool sum_of_squares_;
  Index dimension_;
  Index scores_;  // where the outputs start in activations_

  using Workspace = std::vector<double>;
  mutable Workspace group_targets_;
  mutable Workspace weights_t_;    // every W_l transposed, at its place in x
  mutable Workspace activations_;  // a_0 … a_{L−1} and the scores, group × width each
  mutable Workspace delta_;        // ∂f/∂z of the layer at hand, group × its width
  mutable Workspace delta_below_;
  // the derivatives of the same along v, of the R-operator
  mutable Workspace weights_t_along_;
  mutable Workspace activations_along_;
  mutable Workspace delta_along_;
  mutable Workspace delta_below_along_;
  mutable Workspace loss_hessian_;
  mutable Workspace column_, unit_;
};

}  // namespace fall_line
