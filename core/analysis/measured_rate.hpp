#pragma once

#include "core/analysis/analysis.hpp"

namespace fall_line {

/// How fast a run converges, measured: its gap to the lowest value and its distance from the
/// minimum, step by step.
///   gap(t) = f(θ(t)) − lowest          gap_ratio(t) = gap(t) / gap(t−1)
///   distance(t) = ‖θ(t) − minimizer‖   order(t) = ln distance(t) / ln distance(t−1)
///   fitted_rate = exp(slope of ln distance against t, least squares over steps from … steps)
/// gap_ratio tends to a constant where convergence is linear; order to 2 where it is quadratic,
/// once distance is below 1. One row a step. Where the problem declares no minimum the last point
/// of the run stands in for it.
class MeasuredRate {
 public:
  static constexpr std::string_view name = "measured_rate";
  static constexpr std::string_view title = "Measured rate of convergence";
  static constexpr std::string_view summary =
      "What each step really multiplies the error by, beside the line fitted through all.";
  static constexpr std::string_view source = "Nocedal & Wright 2006, appendix A.2";

  struct Parameters {
    double steps;
    double from;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "steps",
        .symbol = "steps",
        .letter = "T",
        .meaning = "steps the method takes",
        .default_value = 50.0,
        .allowed = {.low = 1.0, .high = 200'000.0},
        .slider = {.low = 5.0, .high = 1000.0},
        .scale = Scale::log,
        .whole = true},
       &Parameters::steps},
      {{.name = "from",
        .symbol = "from",
        .letter = "t_0",
        .meaning = "first step of the fit",
        .default_value = 0.0,
        .allowed = {.low = 0.0, .high = 200'000.0},
        .slider = {.low = 0.0, .high = 100.0},
        .whole = true},
       &Parameters::from},
  };

  enum : int { gap, gap_ratio, distance, distance_ratio, order, fitted_rate };
  static constexpr Quantity quantities[] = {
      {"gap", "gap", "\\delta", "value above the lowest", Shape::scalar, Role::loss},
      {"gap_ratio", "gapratio", "q", "what the step multiplied the gap by", Shape::scalar,
       Role::factor},
      {"distance", "distance", "d", "distance from the minimum", Shape::scalar, Role::parameter},
      {"distance_ratio", "distanceratio", "r", "what the step multiplied the distance by",
       Shape::scalar, Role::factor},
      {"order", "order", "p", "how many times as many digits as before", Shape::scalar,
       Role::factor},
      {"fitted_rate", "fittedrate", "\\rho", "factor a step, fitted over all steps", Shape::scalar,
       Role::factor},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\gapratio{t} = \frac{\gap{t}}{\gap{t-1}})",
       "Constant below 1: linear convergence, so many digits a step."},
      {R"(\distanceratio{t} = \frac{\distance{t}}{\distance{t-1}})",
       "On a quadratic the gap shrinks with its square."},
      {R"(\order{t} = \frac{\ln(\distance{t})}{\ln(\distance{t-1})})",
       "Near 2: each step doubles the number of right digits."},
  };

  /// Throws InvalidArgument when the run stops before `from` + 2 steps.
  static Trace table(const Parameters& parameters, const RunSpec& spec);
};

}  // namespace fall_line
