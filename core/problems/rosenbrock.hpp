#pragma once

#include <algorithm>
#include <vector>

#include "core/numerics/sum.hpp"
#include "core/problems/dimension.hpp"
#include "core/problems/problem.hpp"

namespace fall_line {

/// Rosenbrock's function, chained to n dimensions:
///   f(x) = Σ 100·(x[i+1] − x[i]²)² + (1 − x[i])²,  i = 0 … n−2
/// Minimum 0 at (1, …, 1), the only critical point for n = 2; from n = 4 on there is a second
/// minimum near (−1, 1, …, 1). Value and gradient cost O(n), the Hessian n² to write,
/// the Jacobian 2(n−1)·n.
class Rosenbrock {
 public:
  static constexpr std::string_view name = "rosenbrock";
  static constexpr std::string_view title = "Rosenbrock’s banana";
  static constexpr std::string_view tex =
      R"(f(x) = \sum_{i=1}^{\dimension-1} 100\,(x_{i+1} - x_i^2)^2 + (1 - x_i)^2)";
  static constexpr std::string_view source =
      "Rosenbrock 1960; start of Moré, Garbow & Hillstrom 1981, no. 1";
  static constexpr Domain domain = {-2, 2, -1, 3};
  static constexpr double minimizer[] = {1, 1};
  static constexpr CriticalPoint critical_points[] = {{1, 1, CriticalKind::minimum}};
  struct Parameters {
    double dimension;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {dimension_declaration(2.0, 1e4), &Parameters::dimension}};

  explicit Rosenbrock(const Parameters& parameters)
      : dimension_(static_cast<Index>(parameters.dimension)) {}

  Index dimension() const noexcept { return dimension_; }

  /// (−1.2, 1, −1.2, 1, …)
  std::vector<double> start() const {
    std::vector<double> all(static_cast<std::size_t>(dimension_), 1.0);
    for (std::size_t i = 0; i < all.size(); i += 2) all[i] = -1.2;
    return all;
  }

  double value(const double* x) const noexcept {
    return sum_over_pairs([x](Index i) { return term(x[i], x[i + 1]); });
  }

  void gradient(const double* x, double* g) const noexcept { value_and_gradient(x, g); }

  double value_and_gradient(const double* x, double* __restrict g) const noexcept {
    double from_before = 0.0;
    const double value = sum_over_pairs([&](Index i) {
      const double bend = x[i + 1] - x[i] * x[i];
      g[i] = from_before - 400.0 * (x[i] * bend) - 2.0 * (1.0 - x[i]);
      from_before = 200.0 * bend;
      return term(x[i], x[i + 1]);
    });
    g[dimension_ - 1] = from_before;
    return value;
  }

  void hessian(const double* x, double* h) const noexcept {
    const Index n = dimension_;
    std::fill_n(h, n * n, 0.0);
    for (Index i = 0; i + 1 < n; ++i) {
      h[i * n + i] += 1200.0 * (x[i] * x[i]) - 400.0 * x[i + 1] + 2.0;
      h[(i + 1) * n + i + 1] = 200.0;
      h[i * n + i + 1] = h[(i + 1) * n + i] = -400.0 * x[i];
    }
  }

  /// O(n), without the Hessian itself.
  void hessian_vector(const double* x, const double* v, double* __restrict hv) const noexcept {
    double from_before = 0.0;
    for (Index i = 0; i + 1 < dimension_; ++i) {
      const double side = -400.0 * x[i];
      const double diagonal = 1200.0 * (x[i] * x[i]) - 400.0 * x[i + 1] + 2.0;
      hv[i] = from_before + diagonal * v[i] + side * v[i + 1];
      from_before = side * v[i] + 200.0 * v[i + 1];
    }
    hv[dimension_ - 1] = from_before;
  }

  void values_in_row(const double* x, Index count, double y,
                     double* __restrict values) const noexcept {
    for (Index i = 0; i < count; ++i) values[i] = term(x[i], y);
  }

  Index residual_count() const noexcept { return 2 * (dimension_ - 1); }

  void residuals(const double* x, double* r) const noexcept {
    for (Index i = 0; i + 1 < dimension_; ++i) {
      r[2 * i] = 10.0 * (x[i + 1] - x[i] * x[i]);
      r[2 * i + 1] = 1.0 - x[i];
    }
  }

  void jacobian(const double* x, double* j) const noexcept {
    const Index n = dimension_;
    std::fill_n(j, residual_count() * n, 0.0);
    for (Index i = 0; i + 1 < n; ++i) {
      j[2 * i * n + i] = -20.0 * x[i];
      j[2 * i * n + i + 1] = 10.0;
      j[(2 * i + 1) * n + i] = -1.0;
    }
  }

 private:
  /// Σ of(i) over the pairs (i, i+1); one pair is most of what is asked, and needs no sum.
  template <class Of>
  double sum_over_pairs(Of of) const noexcept {
    return dimension_ == 2 ? of(0) : fixed_order_sum(dimension_ - 1, of);
  }

  static double term(double x, double next) noexcept {
    const double bend = next - x * x, gap = 1.0 - x;
    return 100.0 * (bend * bend) + gap * gap;
  }

  Index dimension_;
};

}  // namespace fall_line
