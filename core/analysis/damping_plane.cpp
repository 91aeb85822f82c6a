#include "core/analysis/damping_plane.hpp"

#include <cmath>

#include "core/catalog/words.hpp"

namespace fall_line {

Trace DampingPlane::table(const Parameters& parameters, const RunSpec&) {
  const auto columns = static_cast<Index>(parameters.columns);
  const auto rows = static_cast<Index>(parameters.rows);
  Trace table(quantities_by<DampingPlane>(), 1);
  table.reserve(columns * rows);
  for (Index row = 0; row < rows; ++row) {
    const double beta = (static_cast<double>(row) + 0.5) / parameters.rows;
    const double root = std::sqrt(beta);
    for (Index column = 0; column < columns; ++column) {
      const double a =
          parameters.largest * ((static_cast<double>(column) + 0.5) / parameters.columns);
      const HeavyBallMode mode = heavy_ball_mode(a, beta);
      const Tape tape = table.append_row();
      tape.scalar(step_curvature, a);
      tape.scalar(decay, beta);
      tape.scalar(root_sum, mode.root_sum);
      tape.scalar(discriminant, mode.discriminant);
      tape.scalar(rate, mode.rate);
      tape.scalar(regime, static_cast<double>(mode.regime));
      tape.scalar(critical_curvature, (1.0 - root) * (1.0 - root));
      tape.scalar(flip_curvature, (1.0 + root) * (1.0 + root));
      tape.scalar(stable_curvature, 2.0 * (1.0 + beta));
    }
  }
  return table;
}

}  // namespace fall_line
