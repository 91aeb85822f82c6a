#include "core/analysis/taylor_model.hpp"

#include <cmath>
#include <iterator>

namespace fall_line {

Trace TaylorModel::table(const Parameters& parameters, const RunSpec&) {
  const double s = std::sin(parameters.center), c = std::cos(parameters.center);
  const double derivatives[] = {s, c, -s, -c};
  const double h = parameters.at - parameters.center;
  Trace table({std::begin(quantities), std::end(quantities)}, 1);
  const auto order = static_cast<Index>(parameters.order);
  table.reserve(order + 1);
  double power = 1.0, model = 0.0;  // power: hⁱ/i!
  for (Index i = 0; i <= order; ++i) {
    if (i > 0) power *= h / static_cast<double>(i);
    const double term = derivatives[i % 4] * power;
    model += term;
    const Tape tape = table.append_row();
    tape.scalar(0, term);
    tape.scalar(1, model);
    tape.scalar(2, model - std::sin(parameters.at));
  }
  return table;
}

}  // namespace fall_line
