#include "core/optimizers/conjugate_gradient.hpp"

#include <algorithm>

namespace fall_line {

StepStatus ConjugateGradient::search(const double* theta, Index n, Objective& objective) noexcept {
  const double* g = descent_.gradient();
  double* d = descent_.direction();
  // in minibatches the gradient is not the one that beta was made for
  const double slope_if_kept = -dot(g, g, n) + beta_ * dot(previous_direction_.data(), g, n);
  keep_ = since_restart_ < n && slope_if_kept < 0.0 ? 1.0 : 0.0;
  since_restart_ = keep_ == 0.0 ? 1 : since_restart_ + 1;
  const double share = keep_ * beta_;
  for (Index i = 0; i < n; ++i) d[i] = -g[i] + share * previous_direction_[i];
  const double slope = dot(d, g, n);
  const double expected = descent_.expected_step(slope);
  const double first = expected > 0.0 ? expected : descent_.first_gradient_step(theta, slope);
  return descent_.search(theta, objective, slope, first, hyperparameters.curvature_condition);
}

/// The share of the direction that was searched in the next one.
void ConjugateGradient::turn(Index n) noexcept {
  const double* g = descent_.gradient();
  const double* g_next = descent_.next_gradient();
  const double* d = descent_.direction();
  const double new_square = dot(g_next, g_next, n);
  const double old_square = dot(g, g, n);
  const double fresh = new_square - dot(g_next, g, n);
  switch (hyperparameters.formula) {
    case Formula::polak_ribiere:
      beta_ = std::max(0.0, fresh / old_square);
      break;
    case Formula::fletcher_reeves:
      beta_ = new_square / old_square;
      break;
    case Formula::hestenes_stiefel:
      beta_ = std::max(0.0, fresh / (dot(d, g_next, n) - dot(d, g, n)));
      break;
  }
  std::copy_n(d, n, previous_direction_.data());
}

}  // namespace fall_line
