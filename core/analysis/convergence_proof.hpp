#pragma once

#include "core/analysis/analysis.hpp"

namespace fall_line {

/// The proof that gradient descent on a convex function with gradients of Lipschitz constant L
/// gains O(1/T), checked along a run with α ≤ 1/L, inequality by inequality:
///   I    gap(t) ≤ gap(t−1) − ½·α·‖∇f‖²                       descent lemma
///   II   gap(t−1) ≤ ∇f(θ(t−1))ᵀ(θ(t−1) − θ*)                 convexity
///        gap(t) ≤ (d²(t−1) − d²(t)) / (2α)                   I and II, completed square
///   III  Σ gap ≤ d²(0) / (2α),  gap(T) ≤ Σ gap / T           telescoping, monotone
///        gap(T) ≤ d²(0) / (2αT)
/// with gap = f − f(θ*), d = ‖θ − θ*‖. One row a step.
class ConvergenceProof {
 public:
  static constexpr std::string_view name = "convergence_proof";
  static constexpr std::string_view title = "The O(1/T) proof, step by step";
  static constexpr std::string_view summary =
      "Each inequality of the proof with both its sides, along a real run.";
  static constexpr std::string_view source = "Nesterov 2004, theorem 2.1.14; lecture 3";

  struct Parameters {
    double steps;
    double lipschitz;
    double share;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "steps",
        .symbol = "steps",
        .letter = "T",
        .meaning = "steps of gradient descent",
        .default_value = 50.0,
        .allowed = {.low = 1.0, .high = 100'000.0},
        .slider = {.low = 1.0, .high = 1000.0},
        .scale = Scale::log,
        .whole = true},
       &Parameters::steps},
      {{.name = "lipschitz",
        .symbol = "lipschitz",
        .letter = "L",
        .meaning = "Lipschitz constant of the gradient; 0: greatest curvature at the start",
        .default_value = 0.0,
        .allowed = {.low = 0.0, .high = 1e100},
        .slider = {.low = 0.1, .high = 100.0},
        .scale = Scale::log},
       &Parameters::lipschitz},
      {{.name = "share",
        .symbol = "rateshare",
        .letter = "c",
        .meaning = "learning rate times L; beyond 1 the first inequality may fail",
        .default_value = 1.0,
        .allowed = {.low = 0.0, .high = 10.0, .low_open = true},
        .slider = {.low = 0.05, .high = 2.5}},
       &Parameters::share},
  };

  enum : int {
    learning_rate,
    gap,
    gradient_square,
    slope_to_minimum,
    distance_square,
    first_distance_square,
    gap_sum,
    bound,
  };
  static constexpr Quantity quantities[] = {
      {"learning_rate", "rateused", "\\alpha", "learning rate of the run", Shape::scalar,
       Role::factor},
      {"gap", "gap", "\\delta", "value above the minimum", Shape::scalar, Role::loss},
      {"gradient_square", "gradientsquare", "\\lVert g_{#1} \\rVert^2",
       "squared length of the gradient this step used", Shape::scalar, Role::gradient},
      {"slope_to_minimum", "slopetominimum", "s", "gradient along the way from the minimum",
       Shape::scalar, Role::gradient},
      {"distance_square", "distancesquare", "d_{#1}^2", "squared distance from the minimum",
       Shape::scalar, Role::parameter},
      {"first_distance_square", "firstdistancesquare", "d_0^2", "the same at the start",
       Shape::scalar, Role::parameter},
      {"gap_sum", "gapsum", "S", "sum of the gaps so far", Shape::scalar, Role::loss},
      {"bound", "gapbound", "b", "what the proof promises", Shape::scalar, Role::factor},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\gap{t} \le \gap{t-1} - \tfrac12 \rateused{t}\,\gradientsquare{t})",
       "I. A step no longer than 1/L falls at least half as far as the slope promises."},
      {R"(\gap{t-1} \le \slopetominimum{t})",
       "II. A convex function lies above its tangent, also at the minimum."},
      {R"(\gap{t} \le \frac{\distancesquare{t-1} - \distancesquare{t}}{2\,\rateused{t}})",
       "Together: what is left to fall is paid for by getting nearer."},
      {R"(\gapsum{t} = \gapsum{t-1} + \gap{t})", "III. Add this up over all steps."},
      {R"(\gapsum{t} \le \frac{\firstdistancesquare{t} - \distancesquare{t}}{2\,\rateused{t}})",
       "The distances cancel in pairs; only the first and the last are left."},
      {R"(\gap{t} \le \frac{\gapsum{t}}{\now})",
       "The value falls at every step, so the last gap is at most the average one."},
      {R"(\gapbound{t} = \frac{\firstdistancesquare{t}}{2\,\rateused{t}\,\now})",
       "Drop the last distance and divide by the number of steps."},
      {R"(\gap{t} \le \gapbound{t})", "So the gap shrinks at least like 1/T."},
  };

  /// Throws InvalidArgument for a problem whose minimum is not known, or a curvature at the start
  /// that is not positive when L is left to it.
  static Trace table(const Parameters& parameters, const RunSpec& spec);
};

}  // namespace fall_line
