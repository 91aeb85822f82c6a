#pragma once

#include "core/analysis/analysis.hpp"
#include "core/analysis/seed.hpp"

namespace fall_line {

/// Three tests of convexity on random pairs of points a, b and shares s in (0, 1):
///   chord:         s·f(a) + (1 − s)·f(b) − f(s·a + (1 − s)·b) ≥ 0
///   first order:   f(b) − f(a) − ∇f(a)ᵀ(b − a) ≥ 0
///   second order:  smallest eigenvalue of ∇²f(a) ≥ 0
/// One row a pair. One negative gap disproves convexity; none proves nothing.
class ConvexityTest {
 public:
  static constexpr std::string_view name = "convexity";
  static constexpr std::string_view title = "Is it convex?";
  static constexpr std::string_view summary =
      "Chords, tangents and curvatures at random places: one that fails is proof.";
  static constexpr std::string_view source = "lectures 0 and 3";

  struct Parameters {
    double samples;
    double half_width;
    double seed;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "samples",
        .symbol = "samples",
        .letter = "n",
        .meaning = "random pairs of points",
        .default_value = 200.0,
        .allowed = {.low = 1.0, .high = 100'000.0},
        .slider = {.low = 10.0, .high = 1000.0},
        .scale = Scale::log,
        .whole = true},
       &Parameters::samples},
      {{.name = "half_width",
        .symbol = "halfwidth",
        .letter = "w",
        .meaning = "points are drawn up to this far from the start, coordinate by coordinate",
        .default_value = 2.0,
        .allowed = {.low = 0.0, .high = 1e6, .low_open = true},
        .slider = {.low = 0.01, .high = 10.0},
        .scale = Scale::log},
       &Parameters::half_width},
      {seed_declaration(), &Parameters::seed},
  };

  enum : int {
    point_a,
    point_b,
    share,
    value_a,
    value_b,
    value_between,
    gradient_a,
    chord_gap,
    first_order_gap,
    smallest_eigenvalue,
  };
  static constexpr Quantity quantities[] = {
      {"point_a", "pointa", "a", "first point", Shape::vector, Role::parameter},
      {"point_b", "pointb", "b", "second point", Shape::vector, Role::parameter},
      {"share", "share", "s", "how near to the first point", Shape::scalar, Role::factor},
      {"value_a", "valuea", "f(a)", "value at the first point", Shape::scalar, Role::loss},
      {"value_b", "valueb", "f(b)", "value at the second point", Shape::scalar, Role::loss},
      {"value_between", "valuebetween", "f(c)", "value at the point between", Shape::scalar,
       Role::loss},
      {"gradient_a", "gradienta", "g_a", "gradient at the first point", Shape::vector,
       Role::gradient},
      {"chord_gap", "chordgap", "d_0", "chord minus function", Shape::scalar, Role::curvature},
      {"first_order_gap", "tangentgap", "d_1", "function minus tangent", Shape::scalar,
       Role::curvature},
      {"smallest_eigenvalue", "smallesteigenvalue", "\\lambda_{\\min}",
       "least curvature at the first point", Shape::scalar, Role::curvature},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\chordgap{t} = \share{t}\,\valuea{t} + (1 - \share{t})\,\valueb{t} - \valuebetween{t})",
       "A convex function never rises above its chords: this is never negative."},
      {R"(\tangentgap{t} = \valueb{t} - \valuea{t} - \gradienta{t}^\top (\pointb{t} - \pointa{t}))",
       "And it never falls below its tangents."},
  };

  static Trace table(const Parameters& parameters, const RunSpec& spec);
};

}  // namespace fall_line
