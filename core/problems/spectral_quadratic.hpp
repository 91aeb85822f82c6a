#pragma once

#include <algorithm>
#include <vector>

#include "core/numerics/sum.hpp"
#include "core/problems/curvature.hpp"
#include "core/problems/dimension.hpp"
#include "core/problems/problem.hpp"

namespace fall_line {

/// A quadratic bowl in n dimensions with a chosen spectrum:
///   f(x) = ½·xᵀHx,  H = Q·diag(λ_1 … λ_n)·Qᵀ,  λ_1 = smallest, λ_n = smallest·condition
/// Between these ends, with s_i = (i − 1)/(n − 1),
///   logarithmic   λ_i = smallest·condition^s_i             equal ratios
///   linear        λ_i = smallest·(1 + s_i·(condition − 1)) equal distances
///   two_clusters  the first half of them smallest, the rest smallest·condition
///   outlier       all smallest but the last
/// Q is I or drawn; a drawn one makes H dense, which is then computed once, O(n³). Value and
/// gradient O(n), of a dense H O(n²).
class SpectralQuadratic {
 public:
  static constexpr std::string_view name = "spectral_quadratic";
  static constexpr std::string_view title = "Quadratic with a chosen spectrum";
  static constexpr std::string_view tex =
      R"(f(x) = \tfrac12 \sum_{i=1}^{\dimension} \lambda_i\,(q_i^\top x)^2,\quad )"
      R"(\smallestcurvature \le \lambda_i \le \conditionnumber\,\smallestcurvature)";
  static constexpr std::string_view source = "this course; Stewart 1980";
  static constexpr Domain domain = {-10, 10, -10, 10};
  static constexpr Index default_dimension = 10;
  static constexpr double minimizer[default_dimension] = {};

  enum class Spread { logarithmic, linear, two_clusters, outlier };
  enum class Rotation { none, random };
  struct Parameters {
    double dimension;
    double smallest;
    double condition;
    double rotation_seed;
    Spread spread;
    Rotation rotation;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {dimension_declaration(default_dimension, 1000.0), &Parameters::dimension},
      {{.name = "smallest",
        .symbol = "smallestcurvature",
        .letter = "\\lambda_1",
        .meaning = "the smallest curvature",
        .default_value = 1.0,
        .allowed = {.low = 1e-6, .high = 1e6},
        .slider = {.low = 0.01, .high = 100.0},
        .scale = Scale::log},
       &Parameters::smallest},
      {condition_declaration("condition number: the largest curvature by the smallest", 100.0),
       &Parameters::condition},
      {{.name = "rotation_seed",
        .symbol = "rotationseed",
        .letter = "s_0",
        .meaning = "which random rotation",
        .default_value = 1.0,
        .allowed = {.low = 0.0, .high = 1e9},
        .slider = {.low = 1.0, .high = 20.0},
        .whole = true},
       &Parameters::rotation_seed},
  };
  static constexpr Choice spread_choices[] = {
      {"logarithmic", "equal ratios", "each curvature is the one before times the same factor"},
      {"linear", "equal distances", "each curvature is the one before plus the same amount"},
      {"two_clusters", "two clusters", "half of them smallest, half largest: two values in all"},
      {"outlier", "one outlier", "all smallest but one, the largest"},
  };
  static constexpr Choice rotation_choices[] = {
      {"none", "along the axes", "each coordinate has a curvature of its own"},
      {"random", "turned at random", "every coordinate feels every curvature"},
  };
  static constexpr Option<Parameters> options[] = {
      {{"spread", "Curvatures", spread_choices},
       [](Parameters& parameters, int choice) { parameters.spread = Spread{choice}; }},
      {{"rotation", "Axes", rotation_choices},
       [](Parameters& parameters, int choice) { parameters.rotation = Rotation{choice}; }},
  };

  explicit SpectralQuadratic(const Parameters& parameters);

  Index dimension() const noexcept { return std::ssize(eigenvalues_); }

  /// (−8, 6, −8, 6, …)
  std::vector<double> start() const {
    std::vector<double> all(eigenvalues_.size(), 6.0);
    for (std::size_t i = 0; i < all.size(); i += 2) all[i] = -8.0;
    return all;
  }

  double value(const double* x) const noexcept {
    return 0.5 * fixed_order_sum(dimension(), [=, this](Index i) { return x[i] * product(i, x); });
  }

  void gradient(const double* x, double* g) const noexcept {
    for (Index i = 0; i < dimension(); ++i) g[i] = product(i, x);
  }

  double value_and_gradient(const double* x, double* g) const noexcept {
    gradient(x, g);
    return 0.5 * dot(x, g, dimension());
  }

  void hessian(const double*, double* h) const noexcept {
    const Index n = dimension();
    if (!rotated_.empty()) {
      std::copy(rotated_.begin(), rotated_.end(), h);
      return;
    }
    std::fill_n(h, n * n, 0.0);
    for (Index i = 0; i < n; ++i) h[i * n + i] = eigenvalues_[static_cast<std::size_t>(i)];
  }

  void hessian_vector(const double*, const double* v, double* hv) const noexcept {
    gradient(v, hv);
  }

 private:
  /// Entry i of Hx.
  double product(Index i, const double* x) const noexcept {
    const Index n = dimension();
    return rotated_.empty() ? eigenvalues_[static_cast<std::size_t>(i)] * x[i]
                            : dot(rotated_.data() + i * n, x, n);
  }

  std::vector<double> eigenvalues_;  ///< ascending
  std::vector<double> rotated_;      ///< H where it is no diagonal, row-major
};

}  // namespace fall_line
