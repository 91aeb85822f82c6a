#include "core/analysis/eigen_modes.hpp"

#include <cmath>

#include "core/analysis/evaluation.hpp"
#include "core/analysis/subject.hpp"
#include "core/catalog/words.hpp"
#include "core/numerics/sum.hpp"
#include "core/run/run.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

Trace EigenModes::table(const Parameters& parameters, const RunSpec& spec) {
  Run run(spec);
  const Index n = run.trace().dimension();
  const std::vector<double> minimizer = declared_minimizer(spec, n);
  std::vector<double> directions = evaluate(run.problem(), minimizer).eigenvectors;
  run.advance(static_cast<Index>(parameters.steps));

  Trace table(quantities_by<EigenModes>(), n);
  table.reserve(run.steps() + 1);
  std::vector<double> away(minimizer.size());
  for (Index row = 0; row <= run.steps(); ++row) {
    const auto theta = run.trace().at(step_quantity::theta, row);
    for (std::size_t i = 0; i < away.size(); ++i) away[i] = theta[i] - minimizer[i];
    const Tape tape = table.append_row();
    tape.scalar(distance, std::sqrt(dot(away.data(), away.data(), n)));
    for (Index i = 0; i < n; ++i) {
      double* direction = directions.data() + i * n;
      double along = dot(direction, away.data(), n);
      if (row == 0 && along < 0.0) {
        for (Index k = 0; k < n; ++k) direction[k] = -direction[k];
        along = -along;
      }
      tape.vector(mode, i, along);
    }
  }
  return table;
}

}  // namespace fall_line
