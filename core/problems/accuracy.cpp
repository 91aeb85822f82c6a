#include "core/problems/accuracy.hpp"

#include <algorithm>
#include <string>

#include "core/catalog/invalid_argument.hpp"
#include "core/problems/examples.hpp"

namespace fall_line {

Index predicted_class(const double* scores, Index count) noexcept {
  if (count == 1) return scores[0] > 0.0 ? 1 : 0;
  return std::max_element(scores, scores + count) - scores;
}

std::vector<double> scores_of(const AnyProblem& problem, const double* x, const Dataset& data) {
  if (problem.output_count() == 0) {
    throw InvalidArgument("problem", "a function of its parameters alone", "a model of data");
  }
  require_classes(&data);
  if (data.features != problem.input_count()) {
    throw InvalidArgument("data", std::to_string(data.features) + " numbers an example",
                          std::to_string(problem.input_count()));
  }
  std::vector<double> scores(static_cast<std::size_t>(data.count * problem.output_count()));
  problem.predict(x, data.inputs.data(), data.count, scores.data());
  return scores;
}

double accuracy(const std::vector<double>& scores, const Dataset& data) noexcept {
  const Index outputs = std::ssize(scores) / data.count;
  Index right = 0;
  for (Index i = 0; i < data.count; ++i) {
    if (predicted_class(scores.data() + i * outputs, outputs) == data.label(i)) ++right;
  }
  return static_cast<double>(right) / static_cast<double>(data.count);
}

double accuracy(const AnyProblem& problem, const double* x, const Dataset& data) {
  return accuracy(scores_of(problem, x, data), data);
}

}  // namespace fall_line
