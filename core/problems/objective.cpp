#include "core/problems/objective.hpp"

namespace fall_line {

double Objective::value(const double* x) noexcept {
  if (batch_.empty()) {
    evaluations_.values += 1.0;
    return problem_->value(x);
  }
  evaluations_.values += batch_share();
  return problem_->batch_value_and_gradient(x, batch_.data(), std::ssize(batch_), nullptr);
}

void Objective::gradient(const double* x, double* g) noexcept {
  if (batch_.empty()) {
    evaluations_.gradients += 1.0;
    if (samples_gradient_) {
      problem_->sample_gradient(x, *random_, g);
    } else {
      problem_->gradient(x, g);
    }
    return;
  }
  evaluations_.gradients += batch_share();
  problem_->batch_value_and_gradient(x, batch_.data(), std::ssize(batch_), g);
}

double Objective::value_and_gradient(const double* x, double* g) noexcept {
  if (batch_.empty() && samples_gradient_) {
    gradient(x, g);
    return value(x);
  }
  const double share = batch_.empty() ? 1.0 : batch_share();
  evaluations_.values += share;
  evaluations_.gradients += share;
  if (batch_.empty()) return problem_->value_and_gradient(x, g);
  return problem_->batch_value_and_gradient(x, batch_.data(), std::ssize(batch_), g);
}

void Objective::full_gradient(const double* x, double* g) noexcept {
  evaluations_.gradients += 1.0;
  problem_->gradient(x, g);
}

void Objective::show_gradient(const double* x, double* g) const noexcept {
  if (batch_.empty()) return problem_->gradient(x, g);
  problem_->batch_value_and_gradient(x, batch_.data(), std::ssize(batch_), g);
}

void Objective::hessian(const double* x, double* h) noexcept {
  evaluations_.hessians += 1.0;
  problem_->hessian(x, h);
}

void Objective::residuals(const double* x, double* r) noexcept {
  evaluations_.values += 1.0;
  problem_->residuals(x, r);
}

void Objective::jacobian(const double* x, double* j) noexcept {
  evaluations_.jacobians += 1.0;
  problem_->jacobian(x, j);
}

}  // namespace fall_line
