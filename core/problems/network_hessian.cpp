// Second derivatives of a network: Pearlmutter's R-operator differentiates every line of
// forward and backward along v.

#include <algorithm>

#include "core/numerics/matrix_product.hpp"
#include "core/numerics/sum.hpp"
#include "core/problems/network.hpp"

namespace fall_line {

// How the activations change along v, after forward.
void Network::forward_along(const double* v, Index rows) const noexcept {
  std::fill_n(activations_along_.data(), rows * input_count(), 0.0);
  for (const Layer& layer : layers_) {
    const bool last = &layer == &layers_.back();
    const Index above = last ? scores_ : (&layer)[1].activations;
    double* z = activations_along_.data() + above;
    fill_rows(v + layer.biases, rows, layer.out, z);
    add_product(rows_of(activations_.data() + layer.activations, layer.in),
                weights_t_along_.data() + layer.weights, z, rows, layer.in, layer.out);
    add_product(rows_of(activations_along_.data() + layer.activations, layer.in),
                weights_t_.data() + layer.weights, z, rows, layer.in, layer.out);
    if (!last) multiply_by_slope(activation_, activations_.data() + above, z, rows * layer.out);
  }
}

void Network::losses_along(Index rows, double share) const noexcept {
  const Index outputs = output_count();
  for (Index i = 0; i < rows; ++i) {
    loss_->hessian(activations_.data() + scores_ + i * outputs, group_targets_.data() + i * outputs,
                   outputs, loss_hessian_.data());
    for (Index k = 0; k < outputs; ++k) {
      delta_along_.data()[i * outputs + k] =
          share * dot(loss_hessian_.data() + k * outputs,
                      activations_along_.data() + scores_ + i * outputs, outputs);
    }
  }
}

// hv ← hv + the change of the gradient along v.
void Network::backward_along(const double* x, const double* v, Index rows,
                             double* hv) const noexcept {
  for (std::size_t l = layers_.size(); l-- > 0;) {
    const Layer& layer = layers_[l];
    const double* below = activations_.data() + layer.activations;
    const double* below_along = activations_along_.data() + layer.activations;
    add_product(transposed(delta_along_.data(), layer.out), below, hv + layer.weights, layer.out,
                rows, layer.in);
    add_product(transposed(delta_.data(), layer.out), below_along, hv + layer.weights, layer.out,
                rows, layer.in);
    add_rows(delta_along_.data(), rows, layer.out, hv + layer.biases);
    if (l == 0) return;
    const Index count = rows * layer.in;
    std::fill_n(delta_below_.data(), count, 0.0);
    std::fill_n(delta_below_along_.data(), count, 0.0);
    add_product(rows_of(delta_.data(), layer.out), x + layer.weights, delta_below_.data(), rows,
                layer.out, layer.in);
    add_product(rows_of(delta_along_.data(), layer.out), x + layer.weights,
                delta_below_along_.data(), rows, layer.out, layer.in);
    add_product(rows_of(delta_.data(), layer.out), v + layer.weights, delta_below_along_.data(),
                rows, layer.out, layer.in);
    multiply_by_slope(activation_, below, delta_below_along_.data(), count);
    if (activation_ == Activation::tanh) {
      // φ''(z)·(change of z) = −2a·(change of a); ReLU has none
      const double* delta = delta_below_.data();
      double* delta_along = delta_below_along_.data();
      for (Index i = 0; i < count; ++i) {
        delta_along[i] -= 2.0 * below[i] * below_along[i] * delta[i];
      }
    }
    multiply_by_slope(activation_, below, delta_below_.data(), count);
    delta_.swap(delta_below_);
    delta_along_.swap(delta_below_along_);
  }
}

void Network::hessian_vector(const double* x, const double* v, double* hv) const noexcept {
  const Index count = data_->count;
  const double share = 1.0 / static_cast<double>(count);
  std::fill_n(hv, dimension_, 0.0);
  transpose_weights(x, weights_t_.data());
  transpose_weights(v, weights_t_along_.data());
  for (Index from = 0; from < count; from += group) {
    const Index rows = std::min(group, count - from);
    load(all(), from, rows);
    forward(x, rows);
    losses(rows, share);
    forward_along(v, rows);
    losses_along(rows, share);
    backward_along(x, v, rows, hv);
  }
  each_penalised([&](Index first, Index count_) {
    for (Index i = first; i < first + count_; ++i) hv[i] += regularizer_.curvature() * v[i];
  });
}

void Network::hessian(const double* x, double* h) const noexcept {
  std::fill(unit_.begin(), unit_.end(), 0.0);
  for (Index k = 0; k < dimension_; ++k) {
    unit_.data()[k] = 1.0;
    hessian_vector(x, unit_.data(), column_.data());
    unit_.data()[k] = 0.0;
    for (Index i = k; i < dimension_; ++i) {
      h[i * dimension_ + k] = h[k * dimension_ + i] = column_.data()[i];
    }
  }
}

}  // namespace fall_line
