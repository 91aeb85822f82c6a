#include "core/analysis/penalty_level.hpp"

#include <cmath>

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/numerics/turn.hpp"

namespace fall_line {

Trace PenaltyLevel::table(const Parameters& parameters, const RunSpec&) {
  const char* argument = "analysis.through";
  const auto through = parse_number_list(argument, parameters.through);
  if (through.size() != 2) {
    throw InvalidArgument(argument, std::to_string(through.size()) + " numbers", "2");
  }
  for (const double weight : through) {
    if (std::abs(weight) <= largest_weight) continue;
    throw InvalidArgument(argument, short_text(weight), "numbers from -1e100 to 1e100");
  }
  // the shape is that of λ = 1; where λ is 0 everything costs nothing
  RegularizerParameters unit = parameters;
  unit.regularization_strength = 1.0;
  const Regularizer shape(unit), regularizer(parameters);
  const double level = shape.value(through.data(), 2);
  const double l1 = shape.kink(), l2 = 0.5 * shape.curvature();

  const auto count = static_cast<Index>(4.0 * parameters.quarter_points);
  Trace table(quantities_by<PenaltyLevel>(), 1);
  table.reserve(count + 1);
  for (Index i = 0; i <= count; ++i) {
    const auto [c, s] = after_turns(static_cast<double>(i % count) / static_cast<double>(count));
    const double slope = l1 * (std::abs(c) + std::abs(s));
    const double r =
        level > 0.0 ? 2.0 * level / (slope + std::sqrt(slope * slope + 4.0 * l2 * level)) : 0.0;
    const double w[] = {r * c, r * s};
    const Tape tape = table.append_row();
    tape.scalar(weight_1, w[0]);
    tape.scalar(weight_2, w[1]);
    tape.scalar(price, regularizer.value(w, 2));
  }
  return table;
}

}  // namespace fall_line
