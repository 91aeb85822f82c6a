#include "core/analysis/ridge_line.hpp"

#include <string>

#include "core/analysis/regression_fit.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/words.hpp"

namespace fall_line {

namespace {

/// Sums over the examples that train.
struct Sums {
  double n = 0.0, x = 0.0, y = 0.0, xx = 0.0, xy = 0.0;

  explicit Sums(const Dataset& train) {
    for (Index i = 0; i < train.count; ++i) {
      const double at = train.input(i)[0], right = train.target(i);
      n += 1.0;
      x += at;
      y += right;
      xx += at * at;
      xy += at * right;
    }
  }
};

/// Writes the examples of one part, from entry `first` on; returns their squared errors.
double write_examples(const Dataset& part, Index first, bool aside, double w, double b, Tape tape) {
  double sum = 0.0;
  for (Index i = 0; i < part.count; ++i) {
    const double at = part.input(i)[0], said = w * at + b, error = part.target(i) - said;
    sum += error * error;
    tape.vector(RidgeLine::set_aside, first + i, aside ? 1.0 : 0.0);
    tape.vector(RidgeLine::input, first + i, at);
    tape.vector(RidgeLine::target, first + i, part.target(i));
    tape.vector(RidgeLine::prediction, first + i, said);
    tape.vector(RidgeLine::residual, first + i, error);
  }
  return sum;
}

}  // namespace

Trace RidgeLine::table(const Parameters& parameters, const RunSpec& subject) {
  const auto data = regression_data(subject);
  if (data.train->features != 1) {
    throw InvalidArgument("data", std::to_string(data.train->features) + " features", "1");
  }
  const Index trained = data.train->count;
  const Sums sums(*data.train);
  Trace table(quantities_by<RidgeLine>(), trained + (data.test ? data.test->count : 0));
  const auto strengths = strengths_of(parameters);
  table.reserve(std::ssize(strengths));
  for (const double lambda : strengths) {
    const double a = sums.xx + lambda;
    const double c = parameters.bias_penalty == BiasPenalty::penalised ? sums.n + lambda : sums.n;
    const double det = a * c - sums.x * sums.x;
    if (!(det > 0.0)) {
      throw InvalidArgument("data", std::to_string(trained) + " examples",
                            "more, or more different ones: several lines fit them equally well");
    }
    const double w = (c * sums.xy - sums.x * sums.y) / det;
    const double b = (a * sums.y - sums.x * sums.xy) / det;
    const Tape tape = table.append_row();
    tape.scalar(strength, lambda);
    tape.scalar(count, sums.n);
    tape.scalar(sum_x, sums.x);
    tape.scalar(sum_y, sums.y);
    tape.scalar(sum_xx, sums.xx);
    tape.scalar(sum_xy, sums.xy);
    tape.scalar(slope_entry, a);
    tape.scalar(bias_entry, c);
    tape.scalar(determinant, det);
    tape.scalar(slope, w);
    tape.scalar(intercept, b);
    tape.scalar(training_error, write_examples(*data.train, 0, false, w, b, tape));
    if (data.test) tape.scalar(test_error, write_examples(*data.test, trained, true, w, b, tape));
  }
  return table;
}

}  // namespace fall_line
