#include "core/optimizers/lbfgs.hpp"

namespace fall_line {

namespace {

/// out ← scale·(in + factor·a), in place of `in` where that is out; returns out·b. One pass
/// through memory where scaling, adding and multiplying would be three.
template <bool in_place>
double combine(double* __restrict out, const double* __restrict in, double factor,
               const double* __restrict a, double scale, const double* __restrict b,
               Index n) noexcept {
  return fixed_order_sum(n, [=](Index i) {
    const double entry = scale * ((in_place ? out[i] : in[i]) + factor * a[i]);
    out[i] = entry;
    return entry * b[i];
  });
}

}  // namespace

StepStatus Lbfgs::search(const double* theta, Index n, Objective& objective) noexcept {
  const double slope = set_direction(n);
  const double first =
      kept_ > 0 ? descent_.first_newton_step(slope) : descent_.first_gradient_step(theta, slope);
  return descent_.search(theta, objective, slope, first, hyperparameters.curvature_condition);
}

/// direction ← −H·gradient; returns gradientᵀ·direction.
double Lbfgs::set_direction(Index n) noexcept {
  const double* g = descent_.gradient();
  double* d = descent_.direction();
  const Index count = std::min(kept_, static_cast<Index>(hyperparameters.memory));
  if (count == 0) {
    return fixed_order_sum(n, [=](Index i) {
      d[i] = -g[i];
      return d[i] * g[i];
    });
  }
  const auto row = [&](Index age) { return (newest_ - age + capacity_) % capacity_; };
  const auto s = [&](Index age) { return steps_.data() + row(age) * n; };
  const auto y = [&](Index age) { return changes_.data() + row(age) * n; };
  const Index oldest = count - 1;
  const double start = hyperparameters.scaling == Scaling::newest ? scale_ : 1.0;
  double product = dot(s(0), g, n);
  for (Index age = 0; age <= oldest; ++age) {
    const double share = weights_[row(age)] * product;
    shares_[row(age)] = share;
    const double scale = age == oldest ? start : 1.0;
    const double* next = age == oldest ? y(oldest) : s(age + 1);
    product = age == 0 ? combine<false>(d, g, -share, y(age), scale, next, n)
                       : combine<true>(d, nullptr, -share, y(age), scale, next, n);
  }
  for (Index age = oldest; age >= 0; --age) {
    const double factor = shares_[row(age)] - weights_[row(age)] * product;
    product = combine<true>(d, nullptr, factor, s(age), age == 0 ? -1.0 : 1.0,
                            age == 0 ? g : y(age - 1), n);
  }
  return product;
}

/// Keeps the pair of the step that was found, in place of the oldest; returns its weight.
double Lbfgs::remember(Index n) noexcept {
  const Index row = (newest_ + 1) % capacity_;
  double* __restrict s = steps_.data() + row * n;
  double* __restrict y = changes_.data() + row * n;
  const double* d = descent_.direction();
  const double a = descent_.step_factor();
  const double* g = descent_.gradient();
  const double* g_next = descent_.next_gradient();
  const double sy = fixed_order_sum(n, [=](Index i) {
    s[i] = a * d[i];
    y[i] = g_next[i] - g[i];
    return s[i] * y[i];
  });
  const double yy = dot(y, y, n), ss = dot(s, s, n);
  // the curvature of a step that only lowered f may be negative; such a pair would spoil H
  if (!(sy > std::numeric_limits<double>::epsilon() * std::sqrt(ss) * std::sqrt(yy))) return 0.0;
  newest_ = row;
  kept_ = std::min(kept_ + 1, capacity_);
  weights_[row] = 1.0 / sy;
  scale_ = sy / yy;
  return weights_[row];
}

}  // namespace fall_line
