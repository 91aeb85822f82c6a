#pragma once

#include "core/data/plane_classes.hpp"

namespace fall_line {

/// Points along a straight line, a few of them far off:
///   target = intercept + slope·x + noise·N(0, 1),   x evenly from −3 to 3
/// round(count·outliers) examples, drawn at random, have `shift` added to their target.
class Line {
 public:
  static constexpr std::string_view name = "line";
  static constexpr std::string_view title = "A line with outliers";
  static constexpr std::string_view summary = "Points along a line; chance moves some far off it.";
  static constexpr std::string_view source = "the usual first test of a regression";

  struct Parameters {
    double count;
    double slope;
    double intercept;
    double noise;
    double outliers;
    double shift;
    double seed;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {count_declaration(30), &Parameters::count},
      {{.name = "slope",
        .symbol = "dataslope",
        .letter = "a",
        .meaning = "slope of the line",
        .default_value = 1.0,
        .allowed = {.low = -1e6, .high = 1e6},
        .slider = {.low = -3.0, .high = 3.0}},
       &Parameters::slope},
      {{.name = "intercept",
        .symbol = "lineintercept",
        .letter = "b",
        .meaning = "height of the line at x = 0",
        .default_value = 0.5,
        .allowed = {.low = -1e6, .high = 1e6},
        .slider = {.low = -3.0, .high = 3.0}},
       &Parameters::intercept},
      {data_noise_declaration(0.3), &Parameters::noise},
      {{.name = "outliers",
        .symbol = "outliershare",
        .letter = "q",
        .meaning = "share of the examples that lie far off",
        .default_value = 0.0,
        .allowed = {.low = 0.0, .high = 1.0},
        .slider = {.low = 0.0, .high = 0.5}},
       &Parameters::outliers},
      {{.name = "shift",
        .symbol = "outliershift",
        .letter = "h",
        .meaning = "how far above the line they lie",
        .default_value = 8.0,
        .allowed = {.low = -1e6, .high = 1e6},
        .slider = {.low = -20.0, .high = 20.0}},
       &Parameters::shift},
      {data_seed_declaration(), &Parameters::seed},
  };

  static Dataset make(const Parameters& parameters);
};

}  // namespace fall_line
