#include "core/optimizers/linearized_residuals.hpp"

#include <algorithm>
#include <cmath>

#include "core/numerics/sum.hpp"

namespace fall_line {

bool is_zero(const double* vector, Index n) noexcept {
  return std::all_of(vector, vector + n, [](double entry) { return entry == 0.0; });
}

bool moves(const double* theta, const double* delta, Index n) noexcept {
  for (Index i = 0; i < n; ++i) {
    if (theta[i] + delta[i] != theta[i]) return true;
  }
  return false;
}

LinearizedResiduals::LinearizedResiduals(const Objective& objective)
    : rows_(objective.residual_count()),
      n_(objective.dimension()),
      residuals_(static_cast<std::size_t>(rows_)),
      jacobian_(static_cast<std::size_t>(rows_ * n_)),
      qr_(rows_, n_),
      damped_(2 * n_, n_) {}

double LinearizedResiduals::try_point(Objective& objective, const double* x) noexcept {
  objective.residuals(x, residuals_.data());
  return dot(residuals_.data(), residuals_.data(), rows_);
}

void LinearizedResiduals::move_to_tried(Objective& objective, const double* x) noexcept {
  objective.jacobian(x, jacobian_.data());
  for (Index k = 0; k < n_; ++k) {
    double* column = qr_.column(k);
    for (Index i = 0; i < rows_; ++i) column[i] = jacobian_[static_cast<std::size_t>(i * n_ + k)];
  }
  std::copy_n(residuals_.data(), rows_, qr_.column(n_));
  qr_.factorize();
}

void LinearizedResiduals::jtr(double* jtr) const noexcept {
  for (Index k = 0; k < n_; ++k) jtr[k] = dot(qr_.column(k), qr_.column(n_), k + 1);
}

double LinearizedResiduals::jtj(Index i, Index k) const noexcept {
  return dot(qr_.column(i), qr_.column(k), std::min(i, k) + 1);
}

double LinearizedResiduals::reducible() const noexcept {
  double sum = 0.0;
  for (Index k = 0; k < n_; ++k) {
    const double c = qr_.column(n_)[k];
    if (!qr_.dependent(k)) sum += c * c;
  }
  return sum;
}

double LinearizedResiduals::round_off(double value, const double* theta) const noexcept {
  const double size = std::sqrt(value);
  double reach = size;
  for (Index k = 0; k < n_; ++k) reach += norm(qr_.column(k), k + 1) * std::abs(theta[k]);
  return 4.0 * 0x1p-52 * size * reach;
}

void LinearizedResiduals::solve(double* delta) const noexcept {
  qr_.solve(delta);
  for (Index i = 0; i < n_; ++i) delta[i] = -delta[i];
}

void LinearizedResiduals::solve_damped(double damping, const double* scaling, double right_factor,
                                       double* delta) noexcept {
  for (Index k = 0; k < n_; ++k) {
    double* column = damped_.column(k);
    std::copy_n(qr_.column(k), k + 1, column);
    std::fill_n(column + k + 1, 2 * n_ - k - 1, 0.0);
    column[n_ + k] = std::sqrt(damping * scaling[k]);
  }
  double* right = damped_.column(n_);
  for (Index k = 0; k < n_; ++k) right[k] = -right_factor * qr_.column(n_)[k];
  std::fill_n(right + n_, n_, 0.0);
  damped_.factorize_stacked_triangles();
  damped_.solve(delta);
}

void LinearizedResiduals::record(int jtj_quantity, Tape tape) const noexcept {
  for (Index i = 0; i < n_; ++i) {
    for (Index k = 0; k < n_; ++k) tape.vector(jtj_quantity, i * n_ + k, jtj(i, k));
  }
}

double LinearizedResiduals::squared_change(const double* delta) const noexcept {
  double sum = 0.0;
  for (Index i = 0; i < n_; ++i) {
    double change = 0.0;
    for (Index k = i; k < n_; ++k) change += qr_.r(i, k) * delta[k];
    sum += change * change;
  }
  return sum;
}

}  // namespace fall_line
