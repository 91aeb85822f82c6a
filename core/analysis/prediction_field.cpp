#include "core/analysis/prediction_field.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/catalog/invalid_argument.hpp"
#include "core/numerics/exponential.hpp"
#include "core/numerics/log_sum_exp.hpp"

namespace fall_line {

namespace {

/// leads[k] ← s_k − max_{j≠k} s_j. Cost: O(count).
void write_leads(const double* s, Index count, double* leads) noexcept {
  const Index best = std::max_element(s, s + count) - s;
  double second = -INFINITY;
  for (Index k = 0; k < count; ++k) {
    if (k != best) second = std::max(second, s[k]);
  }
  for (Index k = 0; k < count; ++k) leads[k] = s[k] - (k == best ? second : s[best]);
}

/// p ← softmax(s).
void write_probabilities(const double* s, Index count, double* p) noexcept {
  const double top = largest(s, count);
  double sum = 0.0;
  for (Index k = 0; k < count; ++k) sum += p[k] = exponential(s[k] - top);
  for (Index k = 0; k < count; ++k) p[k] /= sum;
}

}  // namespace

std::vector<double> prediction_field(const AnyProblem& model, const std::vector<double>& weights,
                                     const GridAxis& x, const GridAxis& y) {
  if (model.input_count() != 2) {
    throw InvalidArgument("problem", std::to_string(model.input_count()) + " inputs",
                          "a model of two inputs");
  }
  if (static_cast<Index>(weights.size()) != model.dimension()) {
    throw InvalidArgument("at", std::to_string(weights.size()) + " numbers",
                          std::to_string(model.dimension()));
  }
  check_axis("x", x);
  check_axis("y", y);
  const Index outputs = model.output_count();
  check_size(x, y, outputs);
  std::vector<double> values(static_cast<std::size_t>(x.count * y.count * outputs));
  std::vector<double> inputs(static_cast<std::size_t>(2 * x.count));
  for (Index column = 0; column < x.count; ++column) {
    inputs[static_cast<std::size_t>(2 * column)] = position_on(x, column);
  }
  for (Index row = 0; row < y.count; ++row) {
    for (std::size_t i = 1; i < inputs.size(); i += 2) inputs[i] = position_on(y, row);
    model.predict(weights.data(), inputs.data(), x.count, values.data() + row * x.count * outputs);
  }
  return values;
}

std::vector<double> decision_field(const AnyProblem& classifier, const std::vector<double>& weights,
                                   const GridAxis& x, const GridAxis& y, Decision decision) {
  const auto scores = prediction_field(classifier, weights, x, y);
  const bool one_score = classifier.output_count() == 1;
  const Index outputs = classifier.output_count(), classes = one_score ? 2 : outputs;
  const Index points = std::ssize(scores) / outputs;
  std::vector<double> values(static_cast<std::size_t>(points * classes));
  for (Index i = 0; i < points; ++i) {
    const double* s = scores.data() + i * outputs;
    double* to = values.data() + i * classes;
    // half of the score each: their difference is the score
    const double halves[] = {-0.5 * *s, 0.5 * *s};
    if (one_score) s = halves;
    (decision == Decision::lead ? write_leads : write_probabilities)(s, classes, to);
  }
  return values;
}

}  // namespace fall_line
