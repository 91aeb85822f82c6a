#pragma once

#include "core/analysis/analysis.hpp"

namespace fall_line {

/// The power that measurements grow with: least squares in the logarithms,
///   ln y ≈ ln factor + exponent·ln x, over the points with x ≥ from.
/// One row a point, with the fitted value and, for comparison, reference: the last point's y
/// followed with the power `power`; predicted is that at x = at.
class PowerLaw {
 public:
  static constexpr std::string_view name = "power_law";
  static constexpr std::string_view title = "A power law through measurements";
  static constexpr std::string_view summary =
      "The slope of the straight line through points on two logarithmic axes.";
  static constexpr std::string_view source = "Legendre 1805, in logarithms";

  struct Parameters {
    std::string x;
    std::string y;
    double from;
    double power;
    double at;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "from",
        .symbol = "fittedfrom",
        .letter = "x_a",
        .meaning = "smallest x that is fitted",
        .default_value = 0.0,
        .allowed = {.low = 0.0, .high = 1e300},
        .slider = {.low = 0.0, .high = 1000.0}},
       &Parameters::from},
      {{.name = "power",
        .symbol = "comparedpower",
        .letter = "k",
        .meaning = "power to compare with",
        .default_value = 3.0,
        .allowed = {.low = -10.0, .high = 10.0},
        .slider = {.low = 0.0, .high = 4.0}},
       &Parameters::power},
      {{.name = "at",
        .symbol = "predictedsize",
        .letter = "X",
        .meaning = "size to predict for",
        .default_value = 1e6,
        .allowed = {.low = 0.0, .high = 1e300, .low_open = true},
        .slider = {.low = 1.0, .high = 1e9},
        .scale = Scale::log},
       &Parameters::at},
  };
  static constexpr Text<Parameters> texts[] = {
      {{.name = "x",
        .label = "Sizes",
        .meaning = "numbers above 0, with commas between",
        .default_value = "1,2,4"},
       &Parameters::x},
      {{.name = "y",
        .label = "Measurements",
        .meaning = "as many numbers above 0",
        .default_value = "1,8,64"},
       &Parameters::y},
  };

  enum : int { size, measured, fitted, reference, exponent, factor, predicted };
  static constexpr Quantity quantities[] = {
      {"size", "lawsize", "x", "size", Shape::scalar, Role::parameter},
      {"measured", "lawmeasured", "y", "what was measured", Shape::scalar, Role::loss},
      {"fitted", "lawfitted", "\\hat y", "the fitted law", Shape::scalar, Role::step},
      {"reference", "lawreference", "r", "the law it is compared with", Shape::scalar,
       Role::factor},
      {"exponent", "lawexponent", "p", "fitted power", Shape::scalar, Role::factor},
      {"factor", "lawfactor", "c", "fitted factor", Shape::scalar, Role::factor},
      {"predicted", "lawpredicted", "Y", "the law it is compared with, at the size to predict for",
       Shape::scalar, Role::loss},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\lawfitted{t} = \lawfactor{t}\,\lawsize{t}^{\lawexponent{t}})",
       "A straight line on two logarithmic axes; the power is its slope."},
  };

  /// Throws InvalidArgument for lists of different lengths, numbers not above 0, or fewer than
  /// two different sizes from `from` on.
  static Trace table(const Parameters& parameters, const RunSpec& subject);
};

}  // namespace fall_line
