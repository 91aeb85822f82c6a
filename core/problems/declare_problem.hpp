#pragma once

#include "core/problems/problem.hpp"

namespace fall_line {

/// The concrete problem `Problem` behind the AnyProblem interface.
template <class Problem>
class ProblemByName final : public AnyProblem {
 public:
  explicit ProblemByName(const typename Problem::Parameters& parameters) : problem_(parameters) {}

  Index dimension() const noexcept override { return Problem::dimension; }

  double value(const double* x) const noexcept override { return problem_.value(x); }

  void gradient(const double* x, double* g) const noexcept override { problem_.gradient(x, g); }

  void hessian(const double* x, double* h) const noexcept override { problem_.hessian(x, h); }

  void sample_gradient(const double* x, Random& random, double* g) const noexcept override {
    if constexpr (requires { problem_.sample_gradient(x, random, g); }) {
      problem_.sample_gradient(x, random, g);
    } else {
      problem_.gradient(x, g);
    }
  }

  bool gradient_moments(double* mean, double* mean_square) const noexcept override {
    if constexpr (requires { problem_.gradient_moments(mean, mean_square); }) {
      problem_.gradient_moments(mean, mean_square);
      return true;
    } else {
      return false;
    }
  }

 private:
  Problem problem_;
};

/// Everything the catalog says of `Problem`, gathered from its own declarations.
template <class Problem>
ProblemDeclaration declare_problem() {
  using Parameters = typename Problem::Parameters;
  std::span<const Parameter<Parameters>> parameters;
  if constexpr (requires { Problem::parameters; }) parameters = Problem::parameters;
  std::span<const double> minimizer;
  if constexpr (requires { Problem::minimizer; }) minimizer = Problem::minimizer;
  return {
      .name = Problem::name,
      .title = Problem::title,
      .tex = Problem::tex,
      .source = Problem::source,
      .dimension = Problem::dimension,
      .domain = Problem::domain,
      .start = Problem::start,
      .minimizer = minimizer,
      .parameters = {parameters.begin(), parameters.end()},
      .create = [](const Settings& settings) -> std::unique_ptr<AnyProblem> {
        std::span<const Parameter<Parameters>> declared;
        if constexpr (requires { Problem::parameters; }) declared = Problem::parameters;
        return std::make_unique<ProblemByName<Problem>>(
            with_settings<Parameters>(declared, {}, "problem.", settings));
      },
  };
}

}  // namespace fall_line
