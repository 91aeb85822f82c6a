#include "core/problems/linear_regression.hpp"

#include <algorithm>
#include <cmath>

#include "core/numerics/sum.hpp"

namespace fall_line {

LinearRegression::LinearRegression(const Parameters& parameters,
                                   std::shared_ptr<const Dataset> data)

    : regularizer_(parameters), data_(std::move(data)) {
  require_regression(data_.get());
  features_ = data_->features;
  biases_ = parameters.bias == Bias::fitted ? 1 : 0;
  penalised_ = features_ + (regularizer_.penalises_bias ? biases_ : 0);
  term_scale_ = parameters.reduction == Reduction::sum ? static_cast<double>(data_->count) : 1.0;
}

void LinearRegression::predict(const double* x, const double* inputs, Index count,
                               double* outputs) const noexcept {
  const double bias = biases_ > 0 ? x[features_] : 0.0;
  for (Index i = 0; i < count; ++i) {
    outputs[i] = dot(x, inputs + i * features_, features_) + bias;
  }
}

double LinearRegression::residual(const double* x, Index example) const noexcept {
  double prediction;
  predict(x, data_->input(example), 1, &prediction);
  return data_->target(example) - prediction;
}

double LinearRegression::mean(const double* x, Examples examples, double* g) const noexcept {
  if (g) std::fill_n(g, dimension(), 0.0);
  double sum = 0.0;
  for (Index i = 0; i < examples.count; ++i) {
    const double r = residual(x, examples[i]);
    sum += r * r;
    if (!g) continue;
    const double* input = data_->input(examples[i]);
    for (Index j = 0; j < features_; ++j) g[j] -= r * input[j];
    if (biases_ > 0) g[features_] -= r;
  }
  const double share = term_scale_ / static_cast<double>(examples.count);
  if (g) {
    for (Index j = 0; j < dimension(); ++j) g[j] *= 2.0 * share;
    regularizer_.add_gradient(x, penalised_, g);
  }
  return share * sum + regularizer_.value(x, penalised_);
}

void LinearRegression::hessian(const double*, double* h) const noexcept {
  const Index n = dimension();
  std::fill_n(h, n * n, 0.0);
  for (Index i = 0; i < data_->count; ++i) {
    const double* input = data_->input(i);
    for (Index j = 0; j < n; ++j) {
      const double left = j < features_ ? input[j] : 1.0;
      for (Index k = 0; k < features_; ++k) h[j * n + k] += left * input[k];
      if (biases_ > 0) h[j * n + features_] += left;
    }
  }
  const double share = term_scale_ / static_cast<double>(data_->count);
  for (Index i = 0; i < n * n; ++i) h[i] *= 2.0 * share;
  regularizer_.add_hessian_diagonal(penalised_, h, n + 1);
}

Index LinearRegression::residual_count() const noexcept {
  if (!regularizer_.is_square()) return 0;
  return data_->count + (regularizer_.curvature() > 0.0 ? penalised_ : 0);
}

void LinearRegression::residuals(const double* x, double* r) const noexcept {
  if (!regularizer_.is_square()) return;
  const double scale = std::sqrt(term_scale_ / static_cast<double>(data_->count));
  for (Index i = 0; i < data_->count; ++i) *r++ = scale * residual(x, i);
  if (regularizer_.curvature() == 0.0) return;
  const double root = std::sqrt(0.5 * regularizer_.curvature());
  for (Index j = 0; j < penalised_; ++j) *r++ = root * x[j];
}

void LinearRegression::jacobian(const double*, double* j) const noexcept {
  if (!regularizer_.is_square()) return;
  const Index n = dimension();
  const double scale = std::sqrt(term_scale_ / static_cast<double>(data_->count));
  std::fill_n(j, residual_count() * n, 0.0);
  for (Index i = 0; i < data_->count; ++i, j += n) {
    const double* input = data_->input(i);
    for (Index k = 0; k < features_; ++k) j[k] = -scale * input[k];
    if (biases_ > 0) j[features_] = -scale;
  }
  if (regularizer_.curvature() == 0.0) return;
  const double root = std::sqrt(0.5 * regularizer_.curvature());
  for (Index k = 0; k < penalised_; ++k, j += n) j[k] = root;
}

}  // namespace fall_line
