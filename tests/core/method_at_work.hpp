#pragma once

#include <algorithm>
#include <cmath>

#include "core/catalog/catalog.hpp"
#include "core/numerics/sum.hpp"
#include "core/problems/declare_problem.hpp"

namespace fall_line::test {

/// A convex quadratic ½xᵀAx − bᵀx with the eigenvalues 1 … n, turned by a Householder reflection.
class Bowl {
 public:
  explicit Bowl(Index n) : n_(n), matrix_(static_cast<std::size_t>(n * n)) {
    for (Index i = 0; i < n; ++i) {
      for (Index k = 0; k < n; ++k) {
        double sum = 0.0;
        for (Index j = 0; j < n; ++j) sum += axis(i, j) * static_cast<double>(j + 1) * axis(k, j);
        matrix_[i * n + k] = sum;
      }
    }
  }
  Index dimension() const noexcept { return n_; }
  std::vector<double> start() const {
    std::vector<double> x(static_cast<std::size_t>(n_));
    for (Index i = 0; i < n_; ++i) x[i] = 3.0 - static_cast<double>(i % 5);
    return x;
  }
  double value(const double* x) const noexcept {
    return fixed_order_sum(
        n_, [&](Index i) { return 0.5 * x[i] * dot(&matrix_[i * n_], x, n_) - pull(i) * x[i]; });
  }
  void gradient(const double* x, double* g) const noexcept {
    for (Index i = 0; i < n_; ++i) g[i] = dot(&matrix_[i * n_], x, n_) - pull(i);
  }
  void hessian(const double*, double* h) const noexcept {
    std::copy(matrix_.begin(), matrix_.end(), h);
  }

 private:
  static double pull(Index i) { return 1.0 + 0.3 * static_cast<double>(i * i); }
  double axis(Index i, Index j) const {
    return (i == j ? 1.0 : 0.0) - 2.0 / static_cast<double>(n_);
  }
  Index n_;
  std::vector<double> matrix_;
};

template <Index n>
struct BowlOf : Bowl {
  BowlOf() : Bowl(n) {}
};

/// What the catalog would say of `Problem`, as far as a method at work asks.
template <class Problem>
ProblemDeclaration outside_the_catalog(std::string_view name) {
  ProblemDeclaration declaration{};
  declaration.name = name;
  declaration.create_with = [](const SettingValues&, std::shared_ptr<const Dataset>) {
    return std::unique_ptr<AnyProblem>(std::make_unique<ProblemByName<Problem>>());
  };
  return declaration;
}

/// A method at work on a problem outside the catalog.
class AtWork {
 public:
  AtWork(const char* method, const Settings& settings, std::unique_ptr<AnyProblem> problem)
      : problem_(std::move(problem)),
        objective_(*problem_, random_),
        method_(find_method(method).create(settings, objective_)),
        theta(problem_->start()) {}

  StepStatus step() { return method_->step(theta, {}, &objective_); }
  double largest_gradient() const {
    std::vector<double> g(theta.size());
    problem_->gradient(theta.data(), g.data());
    double most = 0.0;
    for (const double entry : g) most = std::max(most, std::abs(entry));
    return most;
  }
  const Objective::Evaluations& evaluations() const { return objective_.evaluations(); }

 private:
  std::unique_ptr<AnyProblem> problem_;
  Random random_{1};
  Objective objective_;
  std::unique_ptr<AnyMethod> method_;

 public:
  std::vector<double> theta;
};

inline std::unique_ptr<AnyProblem> bowl(Index n) {
  return std::make_unique<ProblemByName<Bowl>>(n);
}

}  // namespace fall_line::test
