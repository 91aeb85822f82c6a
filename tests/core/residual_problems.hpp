#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "core/catalog/catalog.hpp"
#include "core/problems/declare_problem.hpp"
#include "core/trace/trace.hpp"

namespace fall_line::test {

/// f = ‖r‖² of a test: residuals and Jacobian as two functions of (x, out).
template <class Residuals, class Jacobian>
class SquaresOf {
 public:
  SquaresOf(Index rows, std::vector<double> start, Residuals residuals, Jacobian jacobian)
      : rows_(rows), start_(std::move(start)), residuals_(residuals), jacobian_(jacobian) {}

  Index dimension() const noexcept { return std::ssize(start_); }
  std::vector<double> start() const { return start_; }
  double value(const double* x) const {
    std::vector<double> r(static_cast<std::size_t>(rows_));
    residuals_(x, r.data());
    double sum = 0.0;
    for (const double entry : r) sum += entry * entry;
    return sum;
  }
  void gradient(const double* x, double* g) const {
    const auto m = static_cast<std::size_t>(rows_), n = start_.size();
    std::vector<double> r(m), j(m * n);
    residuals_(x, r.data());
    jacobian_(x, j.data());
    for (std::size_t k = 0; k < n; ++k) {
      g[k] = 0.0;
      for (std::size_t i = 0; i < m; ++i) g[k] += 2.0 * j[i * n + k] * r[i];
    }
  }
  /// No method under test asks for it.
  void hessian(const double*, double* h) const { h[0] = not_yet; }
  Index residual_count() const noexcept { return rows_; }
  void residuals(const double* x, double* r) const noexcept { residuals_(x, r); }
  void jacobian(const double* x, double* j) const noexcept { jacobian_(x, j); }

 private:
  Index rows_;
  std::vector<double> start_;
  Residuals residuals_;
  Jacobian jacobian_;
};

template <class Residuals, class Jacobian>
std::unique_ptr<AnyProblem> squares_of(Index rows, std::vector<double> start, Residuals residuals,
                                       Jacobian jacobian) {
  return std::make_unique<ProblemByName<SquaresOf<Residuals, Jacobian>>>(rows, std::move(start),
                                                                         residuals, jacobian);
}

/// r(x) = x − 1, the linear residual of lecture 1's slip.
inline std::unique_ptr<AnyProblem> distance_to_one(double start) {
  return squares_of(
      1, {start}, [](const double* x, double* r) { r[0] = x[0] - 1.0; },
      [](const double*, double* j) { j[0] = 1.0; });
}

/// A method at work on a problem with residuals, every step traced.
class LeastSquaresRun {
 public:
  LeastSquaresRun(std::string_view method, const Settings& settings,
                  std::unique_ptr<AnyProblem> problem)
      : problem_(std::move(problem)),
        objective_(*problem_, random_),
        declaration_(&find_method(method)),
        method_(declaration_->create(settings, objective_)),
        theta(problem_->start()),
        trace_({declaration_->quantities.begin(), declaration_->quantities.end()},
               problem_->dimension()) {
    trace_.reserve(1);
    method_->record_initial(trace_.append_row());
  }

  StepStatus step() {
    trace_.reserve(1);
    const auto status = method_->traced_step(theta, {}, &objective_, trace_.append_row());
    if (status != StepStatus::ok) trace_.drop_row();
    return status;
  }

  /// Steps until the method says why it takes no more, at most `most`.
  StepStatus finish(int most = 1000) {
    StepStatus status = StepStatus::ok;
    while (most-- > 0 && (status = step()) == StepStatus::ok) {
    }
    return status;
  }

  /// Entry `coordinate` of a quantity after the last step, or after step `row`.
  double at(std::string_view quantity, std::size_t coordinate = 0, Index row = -1) const {
    return trace_.at(trace_.find(quantity), row < 0 ? trace_.rows() - 1 : row)[coordinate];
  }
  Index steps() const { return trace_.rows() - 1; }
  const AnyProblem& problem() const { return *problem_; }
  const Objective::Evaluations& evaluations() const { return objective_.evaluations(); }

 private:
  std::unique_ptr<AnyProblem> problem_;
  Random random_{1};
  Objective objective_;
  const MethodDeclaration* declaration_;
  std::unique_ptr<AnyMethod> method_;

 public:
  std::vector<double> theta;

 private:
  Trace trace_;
};

}  // namespace fall_line::test
