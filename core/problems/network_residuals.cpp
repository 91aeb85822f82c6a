#include <algorithm>
#include <cmath>

#include "core/problems/network.hpp"

namespace fall_line {

Index Network::residual_count() const noexcept {
  if (!sum_of_squares_) return 0;
  Index count = term_count();
  if (regularizer_.curvature() > 0.0) {
    each_penalised([&](Index, Index penalised) { count += penalised; });
  }
  return count;
}

void Network::residuals(const double* x, double* r) const noexcept {
  if (!sum_of_squares_) return;
  const Index count = term_count();
  const double scale = std::sqrt(1.0 / static_cast<double>(count));
  predict(x, data_->inputs.data(), count, r);
  for (Index i = 0; i < count; ++i) r[i] = scale * (r[i] - data_->target(i));
  if (regularizer_.curvature() == 0.0) return;
  const double root = std::sqrt(0.5 * regularizer_.curvature());
  r += count;
  each_penalised([&](Index first, Index penalised) {
    for (Index i = first; i < first + penalised; ++i) *r++ = root * x[i];
  });
}

void Network::jacobian(const double* x, double* j) const noexcept {
  if (!sum_of_squares_) return;
  const Index count = term_count();
  const double scale = std::sqrt(1.0 / static_cast<double>(count));
  std::fill_n(j, residual_count() * dimension_, 0.0);
  transpose_weights(x, weights_t_.data());
  for (Index i = 0; i < count; ++i, j += dimension_) {
    load(all(), i, 1);
    forward(x, 1);
    delta_[0] = scale;
    backward(x, 1, j);
  }
  if (regularizer_.curvature() == 0.0) return;
  const double root = std::sqrt(0.5 * regularizer_.curvature());
  each_penalised([&](Index first, Index penalised) {
    for (Index i = first; i < first + penalised; ++i, j += dimension_) j[i] = root;
  });
}

}  // namespace fall_line
