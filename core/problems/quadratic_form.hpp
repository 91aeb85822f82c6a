#pragma once

#include "core/problems/problem.hpp"

namespace fall_line {

/// An entry of the matrix.
constexpr ParameterDeclaration matrix_entry(std::string_view name, std::string_view symbol,
                                            std::string_view letter, std::string_view meaning,
                                            double default_value) {
  return {.name = name,
          .symbol = symbol,
          .letter = letter,
          .meaning = meaning,
          .default_value = default_value,
          .allowed = {.low = -1e6, .high = 1e6},
          .slider = {.low = -4.0, .high = 4.0}};
}

/// A quadratic with its Hessian [[a, b], [b, d]] given entry by entry:
///   f(x, y) = ½ (a·x² + 2b·x·y + d·y²)
/// With a = d = 1 and b = 2 both diagonal entries are positive, and the origin is a saddle.
class QuadraticForm {
 public:
  static constexpr std::string_view name = "quadratic_form";
  static constexpr std::string_view title = "Quadratic by its matrix";
  static constexpr std::string_view tex =
      R"(f(x,y) = \tfrac12\left(\entryxx\, x^2 + 2\,\entryxy\, x y + \entryyy\, y^2\right))";
  static constexpr std::string_view source = "lecture 0 judges by the diagonal";
  static constexpr Index dimension = 2;
  static constexpr Domain domain = {-2, 2, -2, 2};
  static constexpr double start[] = {1.5, -1};
  static constexpr CriticalPoint critical_points[] = {{0, 0, CriticalKind::saddle}};
  struct Parameters {
    double a;
    double b;
    double d;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {matrix_entry("a", "entryxx", "h_{11}", "curvature along x, the first diagonal entry", 1.0),
       &Parameters::a},
      {matrix_entry("b", "entryxy", "h_{12}", "how the slope along x changes with y", 2.0),
       &Parameters::b},
      {matrix_entry("d", "entryyy", "h_{22}", "curvature along y, the second diagonal entry", 1.0),
       &Parameters::d},
  };

  explicit QuadraticForm(const Parameters& parameters)
      : a_(parameters.a), b_(parameters.b), d_(parameters.d) {}

  double value(const double* x) const noexcept {
    return 0.5 * (a_ * (x[0] * x[0]) + 2.0 * b_ * (x[0] * x[1]) + d_ * (x[1] * x[1]));
  }

  void gradient(const double* x, double* g) const noexcept {
    g[0] = a_ * x[0] + b_ * x[1];
    g[1] = b_ * x[0] + d_ * x[1];
  }

  void hessian(const double*, double* h) const noexcept {
    h[0] = a_;
    h[1] = h[2] = b_;
    h[3] = d_;
  }

 private:
  double a_, b_, d_;
};

}  // namespace fall_line
