#pragma once

#include "core/analysis/analysis.hpp"
#include "core/analysis/heavy_ball.hpp"

namespace fall_line {

/// The plane of step_curvature a = α·λ against β, coloured by what momentum does there: regime and
/// rate as in Damping, at the centres of columns × rows equal cells of [0, largest] × [0, 1]. Of
/// the β of a row also where its regimes meet:
///   critical_curvature = (1 − √β)²     overdamped below, underdamped above
///   flip_curvature = (1 + √β)²         alternating above
///   stable_curvature = 2·(1 + β)       divergent from here on
/// One row a cell, β by β upwards. Needs neither problem nor method.
class DampingPlane {
 public:
  static constexpr std::string_view name = "damping_plane";
  static constexpr std::string_view title = "Learning rate against momentum";
  static constexpr std::string_view summary =
      "Regime and rate of momentum for every curvature, learning rate and β.";
  static constexpr std::string_view source = "Polyak 1964; O’Donoghue & Candès 2015; lecture 0";

  struct Parameters {
    double largest;
    double columns;
    double rows;
  };
  static constexpr Parameter<Parameters> parameters[] = {
      {{.name = "largest",
        .symbol = "largestproduct",
        .letter = "a_{\\max}",
        .meaning = "largest learning rate times curvature shown",
        .default_value = 4.0,
        .allowed = {.low = 0.0, .high = 1e6, .low_open = true},
        .slider = {.low = 1.0, .high = 10.0}},
       &Parameters::largest},
      {{.name = "columns",
        .symbol = "cellcolumns",
        .letter = "n_a",
        .meaning = "cells along the learning rate",
        .default_value = 80.0,
        .allowed = {.low = 1.0, .high = 500.0},
        .slider = {.low = 10.0, .high = 200.0},
        .whole = true},
       &Parameters::columns},
      {{.name = "rows",
        .symbol = "cellrows",
        .letter = "n_\\beta",
        .meaning = "cells along β",
        .default_value = 60.0,
        .allowed = {.low = 1.0, .high = 500.0},
        .slider = {.low = 10.0, .high = 200.0},
        .whole = true},
       &Parameters::rows},
  };

  enum : int {
    step_curvature,
    decay,
    root_sum,
    discriminant,
    rate,
    regime,
    critical_curvature,
    flip_curvature,
    stable_curvature,
  };
  static constexpr Quantity quantities[] = {
      step_curvature_quantity,
      {"decay", "celldecay", "\\beta", "share of the old velocity that is kept", Shape::scalar,
       Role::factor},
      root_sum_quantity,
      discriminant_quantity,
      predicted_rate_quantity,
      regime_quantity,
      {"critical_curvature", "criticalcurvature", "a_c",
       "learning rate times curvature with critical damping", Shape::scalar, Role::curvature},
      {"flip_curvature", "flipcurvature", "a_f", "beyond it the error changes sign at every step",
       Shape::scalar, Role::curvature},
      {"stable_curvature", "stablecurvature", "a_s", "from here on the error grows", Shape::scalar,
       Role::curvature},
  };
  static constexpr FormulaLine lines[] = {
      {R"(\rootsum{t} = 1 + \celldecay{t} - \stepcurvature{t})",
       "The sum of the roots of the recurrence."},
      {R"(\discriminant{t} = \rootsum{t}^2 - 4\,\celldecay{t})",
       "Their squared distance, where they are real."},
      {R"(\predictedrate{t} = \max(\sqrt{\celldecay{t}}, \tfrac12 (\lvert \rootsum{t} \rvert + \sqrt{\max(0, \discriminant{t})})))",
       "The larger root in size."},
      {R"(\criticalcurvature{t} = (1 - \sqrt{\celldecay{t}})^2)",
       "Here both roots are the root of β."},
      {R"(\flipcurvature{t} = (1 + \sqrt{\celldecay{t}})^2)",
       "Here both roots are minus the root of β."},
      {R"(\stablecurvature{t} = 2\,(1 + \celldecay{t}))", "Here one of them is minus one."},
  };

  static Trace table(const Parameters& parameters, const RunSpec& spec);
};

}  // namespace fall_line
