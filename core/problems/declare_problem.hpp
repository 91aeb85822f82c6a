#pragma once

#include "core/catalog/owner.hpp"
#include "core/problems/hessian_vector.hpp"
#include "core/problems/problem.hpp"

namespace fall_line {

/// The concrete problem `Problem` behind the AnyProblem interface.
template <class Problem>
class ProblemByName final : public AnyProblem {
 public:
  template <class... Arguments>
  explicit ProblemByName(Arguments&&... arguments)
      : problem_(std::forward<Arguments>(arguments)...) {}

  Index dimension() const noexcept override {
    if constexpr (requires { Problem::start[0]; }) {
      return Problem::dimension;
    } else {
      return problem_.dimension();
    }
  }

  std::vector<double> start() const override {
    if constexpr (requires { Problem::start[0]; }) {
      return {std::begin(Problem::start), std::end(Problem::start)};
    } else {
      return problem_.start();
    }
  }

  double value(const double* x) const noexcept override { return problem_.value(x); }

  void gradient(const double* x, double* g) const noexcept override { problem_.gradient(x, g); }

  double value_and_gradient(const double* x, double* g) const noexcept override {
    if constexpr (requires { problem_.value_and_gradient(x, g); }) {
      return problem_.value_and_gradient(x, g);
    } else {
      problem_.gradient(x, g);
      return problem_.value(x);
    }
  }

  void hessian(const double* x, double* h) const noexcept override { problem_.hessian(x, h); }

  void values_in_row(const double* x, Index count, double y,
                     double* values) const noexcept override {
    if constexpr (requires { problem_.values_in_row(x, count, y, values); }) {
      problem_.values_in_row(x, count, y, values);
    } else {
      for (Index i = 0; i < count; ++i) {
        const double point[] = {x[i], y};
        values[i] = problem_.value(point);
      }
    }
  }

  void sample_gradient(const double* x, Random& random, double* g) const noexcept override {
    if constexpr (samples<Problem>) {
      problem_.sample_gradient(x, random, g);
    }
  }

  bool samples_gradient() const noexcept override { return samples<Problem>; }

  bool gradient_moments(double* mean, double* mean_square) const noexcept override {
    if constexpr (requires { problem_.gradient_moments(mean, mean_square); }) {
      problem_.gradient_moments(mean, mean_square);
      return true;
    } else {
      return false;
    }
  }

  Index residual_count() const noexcept override {
    if constexpr (requires { problem_.residual_count(); }) {
      return problem_.residual_count();
    } else {
      return 0;
    }
  }

  void residuals(const double* x, double* r) const noexcept override {
    if constexpr (requires { problem_.residuals(x, r); }) problem_.residuals(x, r);
  }

  void jacobian(const double* x, double* j) const noexcept override {
    if constexpr (requires { problem_.jacobian(x, j); }) problem_.jacobian(x, j);
  }

  Index term_count() const noexcept override {
    if constexpr (requires { problem_.term_count(); }) {
      return problem_.term_count();
    } else {
      return 0;
    }
  }

  double batch_value_and_gradient(const double* x, const Index* terms, Index count,
                                  double* g) const noexcept override {
    if constexpr (requires { problem_.batch_value_and_gradient(x, terms, count, g); }) {
      return problem_.batch_value_and_gradient(x, terms, count, g);
    } else {
      return not_yet;
    }
  }

  void hessian_vector(const double* x, const double* v, double* hv) const override {
    if constexpr (requires { problem_.hessian_vector(x, v, hv); }) {
      problem_.hessian_vector(x, v, hv);
    } else {
      multiply_by_hessian(*this, x, v, hv);
    }
  }

  Index input_count() const noexcept override {
    if constexpr (predicts<Problem>) {
      return problem_.input_count();
    } else {
      return 0;
    }
  }

  Index output_count() const noexcept override {
    if constexpr (predicts<Problem>) {
      return problem_.output_count();
    } else {
      return 0;
    }
  }

  void predict(const double* x, const double* inputs, Index count,
               double* outputs) const noexcept override {
    if constexpr (predicts<Problem>) problem_.predict(x, inputs, count, outputs);
  }

 private:
  template <class P>
  static constexpr bool predicts = requires(const P& p, const double* x, double* outputs) {
    p.predict(x, x, 1, outputs);
  };

  template <class P>
  static constexpr bool samples = requires(const P& p, const double* x, Random& random, double* g) {
    p.sample_gradient(x, random, g);
  };

  Problem problem_;
};

/// Everything the catalog says of `Problem`, gathered from its own declarations.
template <class Problem>
constexpr ProblemDeclaration declare_problem() {
  using Parameters = typename Problem::Parameters;
  ProblemDeclaration declaration = {
      .name = Problem::name,
      .title = for_readers(Problem::title),
      .tex = for_readers(Problem::tex),
      .source = for_readers(Problem::source),
      .domain = Problem::domain,
      .minimizer = {},
      .critical_points = {},
      .settings = declarations_by<Problem>(),
      .default_data = {},
      .create_with = [](const SettingValues& values,
                        std::shared_ptr<const Dataset> data) -> std::unique_ptr<AnyProblem> {
        const auto parameters = owner_of<Problem, Parameters>(values);
        if constexpr (requires { Problem::default_data; }) {
          return std::make_unique<ProblemByName<Problem>>(parameters, std::move(data));
        } else {
          return std::make_unique<ProblemByName<Problem>>(parameters);
        }
      },
  };
  if constexpr (requires { Problem::minimizer; }) declaration.minimizer = Problem::minimizer;
  if constexpr (requires { Problem::critical_points; }) {
    declaration.critical_points = Problem::critical_points;
  }
  if constexpr (requires { Problem::default_data; }) {
    declaration.default_data = Problem::default_data;
  }
  return declaration;
}

}  // namespace fall_line
