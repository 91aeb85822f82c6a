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
    const double* x = all.input(i);
    const double rest = dot(w.data() + 1, x + 1, all.features - 1);
    const double said = w[0] * x[0] + rest + w.back();
    const double error = all.target(i) - said;
    const Tape tape = table.append_row();
    tape.scalar(weight, w[0]);
    tape.scalar(bias, w.back());
    tape.scalar(input, x[0]);
    tape.scalar(others, rest);
    tape.scalar(prediction, said);
    tape.scalar(target, all.target(i));
    tape.scalar(residual, error);
    tape.scalar(square, error * error);
  }
  return table;
}

}  // namespace fall_line
