#include "core/problems/network.hpp"

#include <algorithm>

#include "core/numerics/matrix_product.hpp"

namespace fall_line {

namespace {

std::size_t size(Index count) { return static_cast<std::size_t>(count); }

}  // namespace

Network::Network(NetworkPlan plan)
    : data_(std::move(plan.data)),
      targets_(std::move(plan.targets)),
      activation_(plan.activation),
      loss_(std::move(plan.loss)),
      regularizer_(plan.regularizer),
      sum_of_squares_(plan.squared_error && regularizer_.is_square()) {
  Index place = 0, activations = 0;
  for (std::size_t l = 0; l + 1 < plan.widths.size(); ++l) {
    const Index in = plan.widths[l], out = plan.widths[l + 1];
    layers_.push_back({in, out, place, place + in * out, activations});
    place += (in + 1) * out;
    activations += group * in;
  }
  dimension_ = place;
  scores_ = activations;
  activations += group * output_count();
  const Index widest = *std::max_element(plan.widths.begin(), plan.widths.end());
  for (auto* one : {&weights_t_, &weights_t_along_, &column_, &unit_}) one->resize(size(place));
  for (auto* one : {&activations_, &activations_along_}) one->resize(size(activations));
  for (auto* one : {&delta_, &delta_below_, &delta_along_, &delta_below_along_}) {
    one->resize(size(group * widest));
  }
  group_targets_.resize(size(group * output_count()));
  loss_hessian_.resize(size(output_count() * output_count()));
}

void Network::transpose_weights(const double* x, double* to) const noexcept {
  for (const Layer& layer : layers_) {
    transpose(x + layer.weights, layer.out, layer.in, to + layer.weights);
  }
}

void Network::load(Examples examples, Index from, Index rows) const noexcept {
  for (Index i = 0; i < rows; ++i) {
    std::copy_n(data_->input(examples[from + i]), input_count(),
                activations_.data() + i * input_count());
    std::copy_n(targets_.data() + examples[from + i] * output_count(), output_count(),
                group_targets_.data() + i * output_count());
  }
}

// The activations of every layer from those of the inputs.
void Network::forward(const double* x, Index rows) const noexcept {
  for (const Layer& layer : layers_) {
    const double* below = activations_.data() + layer.activations;
    const bool last = &layer == &layers_.back();
    double* z = activations_.data() + (last ? scores_ : (&layer)[1].activations);
    fill_rows(x + layer.biases, rows, layer.out, z);
    add_product(rows_of(below, layer.in), weights_t_.data() + layer.weights, z, rows, layer.in,
                layer.out);
    if (!last) apply(activation_, z, rows * layer.out);
  }
}

// delta ← share · ∂loss/∂scores; returns share · the sum of the losses.
double Network::losses(Index rows, double share) const noexcept {
  return loss_->batch_value_and_gradient(activations_.data() + scores_, group_targets_.data(), rows,
                                         output_count(), share, delta_.data());
}

// g ← g + the gradient that delta has left at the scores.
void Network::backward(const double* x, Index rows, double* g) const noexcept {
  for (std::size_t l = layers_.size(); l-- > 0;) {
    const Layer& layer = layers_[l];
    const double* below = activations_.data() + layer.activations;
    add_product(transposed(delta_.data(), layer.out), below, g + layer.weights, layer.out, rows,
                layer.in);
    add_rows(delta_.data(), rows, layer.out, g + layer.biases);
    if (l == 0) return;
    const Index count = rows * layer.in;
    std::fill_n(delta_below_.data(), count, 0.0);
    add_product(rows_of(delta_.data(), layer.out), x + layer.weights, delta_below_.data(), rows,
                layer.out, layer.in);
    multiply_by_slope(activation_, below, delta_below_.data(), count);
    delta_.swap(delta_below_);
  }
}

double Network::mean(const double* x, Examples examples, double* g) const noexcept {
  const double share = 1.0 / static_cast<double>(examples.count);
  if (g) std::fill_n(g, dimension_, 0.0);
  transpose_weights(x, weights_t_.data());
  double value = 0.0;
  for (Index from = 0; from < examples.count; from += group) {
    const Index rows = std::min(group, examples.count - from);
    load(examples, from, rows);
    forward(x, rows);
    value += losses(rows, share);
    if (g) backward(x, rows, g);
  }
  each_penalised([&](Index first, Index count) {
    value += regularizer_.value(x + first, count);
    if (g) regularizer_.add_gradient(x + first, count, g + first);
  });
  return value;
}

void Network::predict(const double* x, const double* inputs, Index count,
                      double* outputs) const noexcept {
  transpose_weights(x, weights_t_.data());
  for (Index from = 0; from < count; from += group) {
    const Index rows = std::min(group, count - from);
    std::copy_n(inputs + from * input_count(), rows * input_count(), activations_.data());
    forward(x, rows);
    std::copy_n(activations_.data() + scores_, rows * output_count(),
                outputs + from * output_count());
  }
}

}  // namespace fall_line
