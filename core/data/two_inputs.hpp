#pragma once

#include "core/data/plane_classes.hpp"

namespace fall_line {

/// Two inputs that say partly the same, and a target whose best weights are known:
///   x1 = √2·cos φ,  x2 = ρ·x1 + √(1−ρ²)·√2·sin φ,  target = w1·x1 + w2·x2 + σ·√2·cos 2φ
/// at N angles φ evenly around the circle. The sums over them are those of the integrals, so that
/// mean(xᵀx) = (1 ρ; ρ 1), no input helps with what σ adds, and for every w, without a bias,
///   mean r² = d1² + 2ρ·d1·d2 + d2² + σ²,   d = (w1, w2) − w
/// up to rounding: ellipses around (w1, w2), circles where ρ = 0.
class TwoInputs {
 public:
  static constexpr std::string_view name = "two_inputs";
  static constexpr std::string_view title = "Two inputs, alike or not";
  static constexpr std::string_view summary =
      "Two inputs with a given correlation; the weights that fit best are those that are set.";
  static constexpr std::string_view source = "points of an ellipse";

  struct Parameters {
    double count;
    double correlation;
    double weight_1;
    double weight_2;
    double noise;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "count",
        .symbol = "examplecount",
        .letter = "N",
        .meaning = "examples",
        .default_value = 20.0,
        .allowed = {.low = 5.0, .high = static_cast<double>(most_examples)},
        .slider = {.low = 5.0, .high = 100.0},
        .whole = true},
       &Parameters::count},
      {{.name = "correlation",
        .symbol = "inputcorrelation",
        .letter = "\\rho",
        .meaning = "how much the second input repeats the first",
        .default_value = 0.5,
        .allowed = {.low = -0.999, .high = 0.999},
        .slider = {.low = -0.95, .high = 0.95}},
       &Parameters::correlation},
      {{.name = "weight_1",
        .symbol = "trueweightone",
        .letter = "w^*_1",
        .meaning = "best weight of the first input, without a penalty",
        .default_value = 2.0,
        .allowed = {.low = -1e6, .high = 1e6},
        .slider = {.low = -3.0, .high = 3.0}},
       &Parameters::weight_1},
      {{.name = "weight_2",
        .symbol = "trueweighttwo",
        .letter = "w^*_2",
        .meaning = "best weight of the second input, without a penalty",
        .default_value = 0.75,
        .allowed = {.low = -1e6, .high = 1e6},
        .slider = {.low = -3.0, .high = 3.0}},
       &Parameters::weight_2},
      {{.name = "noise",
        .symbol = "datanoise",
        .letter = "\\sigma",
        .meaning = "standard deviation of what no weights can explain",
        .default_value = 0.5,
        .allowed = {.low = 0.0, .high = 100.0},
        .slider = {.low = 0.0, .high = 2.0}},
       &Parameters::noise},
  };

  static Dataset make(const Parameters& parameters);
};

}  // namespace fall_line
