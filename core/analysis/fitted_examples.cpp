#include "core/analysis/fitted_examples.hpp"

#include "core/catalog/words.hpp"

namespace fall_line {

Trace FittedExamples::table(const Parameters&, const RunSpec& subject) {
  const auto data = regression_data(subject);
  const auto parameters = regression_parameters(subject);
  const auto w = fitted(parameters, data.train, {});
  const LinearRegression model(parameters, data.train);
  const Dataset& all = *data.all;
  Trace table(quantities_by<FittedExamples>(), 1);
  table.reserve(all.count);
  for (Index i = 0; i < all.count; ++i) {
    double said;
    model.predict(w.data(), all.input(i), 1, &said);
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
