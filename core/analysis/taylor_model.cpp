#include "core/analysis/taylor_model.hpp"

#include "core/catalog/words.hpp"

namespace fall_line {

Trace TaylorModel::table(const Parameters& parameters, const RunSpec&) {
  check_series_point(parameters.function, parameters.at);
  const auto coefficients = series_coefficients(parameters.function, parameters.center,
                                                static_cast<Index>(parameters.order));
  const double h = parameters.at - parameters.center;
  const double there = series_value(parameters.function, parameters.at);
  Trace table(quantities_by<TaylorModel>(), 1);
  table.reserve(std::ssize(coefficients));
  double power = 1.0, product = 1.0, sum = 0.0;
  for (std::size_t k = 0; k < coefficients.size(); ++k) {
    if (k > 0) {
      power *= h;
      product *= static_cast<double>(k);
    }
    const double next = coefficients[k] * power;
    sum += next;
    const Tape tape = table.append_row();
    tape.scalar(degree, static_cast<double>(k));
    tape.scalar(derivative, coefficients[k] * product);
    tape.scalar(factorial, product);
    tape.scalar(term, next);
    tape.scalar(model, sum);
    tape.scalar(value_there, there);
    tape.scalar(model_error, sum - there);
  }
  return table;
}

}  // namespace fall_line
