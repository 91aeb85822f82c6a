#include "core/analysis/taylor_curves.hpp"

#include "core/analysis/field.hpp"
#include "core/catalog/words.hpp"

namespace fall_line {

Trace TaylorCurves::table(const Parameters& parameters, const RunSpec&) {
  const GridAxis axis{parameters.low, parameters.high, static_cast<Index>(parameters.count)};
  check_axis("analysis.low, analysis.high", axis);
  const auto coefficients = series_coefficients(parameters.function, parameters.center,
                                                static_cast<Index>(parameters.order));
  Trace table(quantities_by<TaylorCurves>(), std::ssize(coefficients));
  table.reserve(axis.count);
  for (Index i = 0; i < axis.count; ++i) {
    const double x = position_on(axis, i);
    const Tape tape = table.append_row();
    tape.scalar(position, x);
    tape.scalar(value, series_value(parameters.function, x));
    double power = 1.0, sum = 0.0;
    for (std::size_t k = 0; k < coefficients.size(); ++k) {
      sum += coefficients[k] * power;
      power *= x - parameters.center;
      tape.vector(model, static_cast<Index>(k), sum);
    }
  }
  return table;
}

}  // namespace fall_line
