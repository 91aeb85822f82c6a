#include "core/analysis/newton_cost.hpp"

#include "core/catalog/words.hpp"

namespace fall_line {

Trace NewtonCost::table(const Parameters& parameters, const RunSpec&) {
  const double n = parameters.parameters;
  Trace table(quantities_by<NewtonCost>(), 1);
  table.reserve(1);
  const Tape tape = table.append_row();
  tape.scalar(gradient_bytes, 4.0 * n);
  tape.scalar(hessian_bytes, 4.0 * n * n);
  tape.scalar(solve_work, n * n * n);
  return table;
}

}  // namespace fall_line
