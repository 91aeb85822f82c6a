#include "core/analysis/fitted_examples.hpp"

#include "core/catalog/words.hpp"
#include "core/numerics/sum.hpp"

namespace fall_line {

Trace FittedExamples::table(const Parameters&, const RunSpec& subject) {
  const auto data = regression_data(subject);
  const auto w = fitted(regression_parameters(subject), data.train, {});
  const Dataset& all = *data.all;
  Trace table(quantities_by<FittedExamples>(), 1);
  table.reserve(all.count);
  for (Index i = 0; i < all.count; ++i) {
    const double said = dot(w.data(), all.input(i), all.features) + w.back();
    const double error = all.target(i) - said;
    const Tape tape = table.append_row();
    tape.scalar(prediction, said);
    tape.scalar(target, all.target(i));
    tape.scalar(residual, error);
    tape.scalar(square, error * error);
  }
  return table;
}

}  // namespace fall_line
