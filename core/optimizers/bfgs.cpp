#include "core/optimizers/bfgs.hpp"

#include <cmath>

namespace fall_line {

StepStatus Bfgs::search(const double* theta, Index n, Objective& objective) noexcept {
  const double* g = descent_.gradient();
  double* d = descent_.direction();
  for (Index i = 0; i < n; ++i) d[i] = -dot(inverse_hessian_.data() + i * n, g, n);
  const double slope = dot(d, g, n);
  const double first =
      learnt_ ? descent_.first_newton_step(slope) : descent_.first_gradient_step(theta, slope);
  return descent_.search(theta, objective, slope, first, hyperparameters.curvature_condition);
}

/// The update of H by the step that search() found.
void Bfgs::learn(Index n) noexcept {
  const double* g = descent_.gradient();
  const double* g_next = descent_.next_gradient();
  const double* d = descent_.direction();
  const double a = descent_.step_factor();
  double* s = delta_.data();
  double* r = safe_change_.data();
  for (Index i = 0; i < n; ++i) {
    s[i] = a * d[i];
    r[i] = g_next[i] - g[i];
  }
  const double ys = dot(r, s, n), yy = dot(r, r, n), ss = dot(s, s, n);
  mix_ = gain_ = 1.0;
  weight_ = 0.0;
  const bool positive = ys > std::numeric_limits<double>::epsilon() * std::sqrt(yy) * std::sqrt(ss);
  if (!learnt_ && positive && hyperparameters.scaling == Scaling::first) gain_ = ys / yy;
  double weighted = ys;
  if (hyperparameters.guard == Guard::damp) {
    const double expected = -a / gain_ * dot(g, s, n);  // deltaᵀ·B·delta
    if (ys < 0.2 * expected) {
      mix_ = 0.8 * expected / (expected - ys);
      for (Index i = 0; i < n; ++i) r[i] = mix_ * r[i] - (1.0 - mix_) * (a / gain_) * g[i];
      weighted = dot(r, s, n);
    }
    if (!(weighted > 0.0)) return;
  } else if (!positive) {
    return;
  }
  learnt_ = true;
  weight_ = 1.0 / weighted;
  double* h = inverse_hessian_.data();
  double* u = product_.data();
  for (Index i = 0; i < n; ++i) u[i] = gain_ * dot(h + i * n, r, n);
  const double ss_factor = weight_ * (1.0 + weight_ * dot(r, u, n));
  for (Index i = 0; i < n; ++i) {
    double* row = h + i * n;
    const double si = s[i], ui = weight_ * u[i], wi = weight_ * si;
    // H(i, k) and H(k, i) round differently: one of them is computed, so that H stays symmetric
    for (Index k = 0; k <= i; ++k) {
      row[k] = gain_ * row[k] - (ui * s[k] + wi * u[k]) + (ss_factor * si) * s[k];
      h[k * n + i] = row[k];
    }
  }
}

}  // namespace fall_line
