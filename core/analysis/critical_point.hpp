#pragma once

#include "core/analysis/analysis.hpp"

namespace fall_line {

/// Minimum, maximum or saddle? The eigenvalues of the Hessian decide; lecture 0 prints its
/// diagonal entries, which are only bounded by them:
///   smallest_eigenvalue ≤ smallest_diagonal,  largest_diagonal ≤ largest_eigenvalue
/// `verdict` goes by the criterion that is chosen; `kind` always by the eigenvalues.
/// One row. [[1, 2], [2, 1]] has the diagonal (1, 1) and the eigenvalues −1 and 3: a saddle.
class CriticalPointTest {
 public:
  static constexpr std::string_view name = "critical_point";
  static constexpr std::string_view title = "What kind of critical point?";
  static constexpr std::string_view summary =
      "Minimum, maximum or saddle, by the eigenvalues, and by the diagonal alone.";
  static constexpr std::string_view source = "lecture 0";

  /// What the verdict goes by; diagonal is the slip.
  enum class Criterion { eigenvalues, diagonal };

  struct Parameters {
    double tolerance;
    Criterion criterion;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "tolerance",
        .symbol = "tolerance",
        .letter = "\\tau",
        .meaning = "gradients and curvatures up to this count as zero",
        .default_value = 1e-8,
        .allowed = {.low = 0.0, .high = 1.0},
        .slider = {.low = 1e-12, .high = 1e-2},
        .scale = Scale::log},
       &Parameters::tolerance}};
  static constexpr Choice criterion_choices[] = {
      {"eigenvalues", "eigenvalues", "the least and the greatest curvature of all directions"},
      {"diagonal", "diagonal", "as lecture 0 prints it: the curvatures along the axes alone"},
  };
  static constexpr Option<Parameters> options[] = {
      {{"criterion", "Judged by", criterion_choices},
       [](Parameters& parameters, int choice) { parameters.criterion = Criterion{choice}; }}};

  /// What stands in the columns `kind` and `kind_by_diagonal`.
  enum Kind : int { not_critical, minimum, maximum, saddle, degenerate };

  enum : int {
    gradient_norm,
    smallest_eigenvalue,
    largest_eigenvalue,
    smallest_diagonal,
    largest_diagonal,
    kind,
    kind_by_diagonal,
    least,
    greatest,
    verdict,
  };
  static constexpr Quantity quantities[] = {
      {"gradient_norm", "gradientnorm", "\\lVert g \\rVert", "length of the gradient",
       Shape::scalar, Role::gradient},
      {"smallest_eigenvalue", "smallesteigenvalue", "\\lambda_{\\min}", "least curvature",
       Shape::scalar, Role::curvature},
      {"largest_eigenvalue", "largesteigenvalue", "\\lambda_{\\max}", "greatest curvature",
       Shape::scalar, Role::curvature},
      {"smallest_diagonal", "smallestdiagonal", "h_{\\min}", "smallest diagonal entry",
       Shape::scalar, Role::curvature},
      {"largest_diagonal", "largestdiagonal", "h_{\\max}", "largest diagonal entry", Shape::scalar,
       Role::curvature},
      {"kind", "kindofpoint", "k",
       "0 no critical point, 1 minimum, 2 maximum, 3 saddle, 4 not decided", Shape::scalar,
       Role::factor},
      {"kind_by_diagonal", "kindbydiagonal", "k_d", "the same by the diagonal alone, a slip",
       Shape::scalar, Role::factor},
      {"least", "leastjudged", "c_{\\min}", "what is taken for the least curvature", Shape::scalar,
       Role::curvature},
      {"greatest", "greatestjudged", "c_{\\max}", "what is taken for the greatest curvature",
       Shape::scalar, Role::curvature},
      {"verdict", "verdict", "v", "1 minimum, -1 maximum, 0 saddle, between them not decided",
       Shape::scalar, Role::factor},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\leastjudged{t} = \smallesteigenvalue{t})",
       "The least curvature of all directions is the smallest eigenvalue.", "criterion",
       "eigenvalues"},
      {R"(\leastjudged{t} = \smallestdiagonal{t})",
       "The least curvature is the smallest diagonal entry.", "criterion", "diagonal"},
      {R"(\greatestjudged{t} = \largesteigenvalue{t})",
       "The greatest curvature of all directions is the largest eigenvalue.", "criterion",
       "eigenvalues"},
      {R"(\greatestjudged{t} = \largestdiagonal{t})",
       "The greatest curvature is the largest diagonal entry.", "criterion", "diagonal"},
      {R"(\verdict{t} = \tfrac12(\operatorname{sign}(\leastjudged{t}) + \operatorname{sign}(\greatestjudged{t})))",
       "Both up: 1, a minimum. Both down: −1, a maximum. One of each: 0, a saddle."},
      {R"(\smallesteigenvalue{t} \le \smallestdiagonal{t})",
       "A diagonal entry is the curvature along one axis; some direction is at least as flat."},
      {R"(\largestdiagonal{t} \le \largesteigenvalue{t})",
       "And some direction is at least as curved. The diagonal alone decides nothing."},
  };

  static Trace table(const Parameters& parameters, const RunSpec& spec);
};

}  // namespace fall_line
