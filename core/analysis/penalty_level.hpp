#pragma once

#include <string>

#include "core/analysis/analysis.hpp"
#include "core/catalog/words.hpp"
#include "core/problems/penalty_options.hpp"

namespace fall_line {

/// The two weights that cost as much as given ones: the level set {w : R(w) = R(through)}, once
/// around from (r, 0) counterclockwise, the first point again as the last. With l1 and l2 of
/// Regularizer, in the direction (c, s) of a fraction of a turn,
///   w = r·(c, s),  l2·r² + l1·(|c| + |s|)·r = R,
///   r = 2R / (l1·(|c| + |s|) + √((l1·(|c| + |s|))² + 4·l2·R))
/// A circle for L2, a diamond for L1, something between for the elastic net. A quarter of the
/// points lies in each quadrant, so that the corners are points of the table.
/// Needs neither problem nor method.
class PenaltyLevel {
 public:
  static constexpr std::string_view name = "penalty_level";
  static constexpr std::string_view title = "Weights of one price";
  static constexpr std::string_view summary =
      "All pairs of weights that a regularizer charges as much as a given pair.";
  static constexpr std::string_view source = "Tibshirani 1996, fig. 2; Zou & Hastie 2005, fig. 1";

  /// Beyond it squares may overflow.
  static constexpr double largest_weight = 1e100;

  struct Parameters : RegularizerParameters {
    double quarter_points;
    std::string through;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {regularization_strength_declaration(1.0), &Parameters::regularization_strength},
      penalty_square_share<Parameters>,
      {{.name = "quarter_points",
        .symbol = "quarterpoints",
        .letter = "n",
        .meaning = "points in each quadrant",
        .default_value = 24.0,
        .allowed = {.low = 1.0, .high = 1000.0},
        .slider = {.low = 1.0, .high = 100.0},
        .whole = true},
       &Parameters::quarter_points},
  };
  static constexpr Option<Parameters> options[] = {penalty_option<Parameters>};
  static constexpr Text<Parameters> texts[] = {
      {{.name = "through",
        .label = "Through",
        .meaning = "two weights with a comma between: 1,0.5",
        .default_value = "1,0.5"},
       &Parameters::through}};

  enum : int { weight_1, weight_2, price };
  static constexpr Quantity quantities[] = {
      {"weight_1", "levelweightone", "w_1", "the first weight", Shape::scalar, Role::parameter},
      {"weight_2", "levelweighttwo", "w_2", "the second weight", Shape::scalar, Role::parameter},
      {"price", "levelprice", "R", "what the two of them cost", Shape::scalar, Role::loss},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\levelprice{t} = \regstrength\,(\levelweightone{t}^2 + \levelweighttwo{t}^2))",
       "A circle: only the distance from zero counts.", "penalty", "l2"},
      {R"(\levelprice{t} = \frac{\regstrength}{2}\,(\levelweightone{t}^2 + \levelweighttwo{t}^2))",
       "The same circle, at half the price.", "penalty", "half_l2"},
      {R"(\levelprice{t} = \regstrength\,(\lvert \levelweightone{t} \rvert + \lvert \levelweighttwo{t} \rvert))",
       "A diamond, with a corner wherever a weight is zero.", "penalty", "l1"},
      {R"(\levelprice{t} = \regstrength\,(\squareshare\,(\levelweightone{t}^2 + \levelweighttwo{t}^2) + \lvert \levelweightone{t} \rvert + \lvert \levelweighttwo{t} \rvert))",
       "A diamond with round sides: the corners stay.", "penalty", "elastic_net"},
  };

  /// Throws InvalidArgument where `through` is not two weights, or too large.
  static Trace table(const Parameters& parameters, const RunSpec& subject);
};

}  // namespace fall_line
