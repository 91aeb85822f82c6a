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

double accuracy(const AnyProblem& problem, const double* x, const Dataset& data) {
  if (problem.output_count() == 0) {
    throw InvalidArgument("problem", "a function of its parameters alone", "a model of data");
  }
  require_classes(&data);
  if (data.features != problem.input_count()) {
    throw InvalidArgument("data", std::to_string(data.features) + " numbers an example",
                          std::to_string(problem.input_count()));
  }
  const Index outputs = problem.output_count();
  std::vector<double> scores(static_cast<std::size_t>(data.count * outputs));
  problem.predict(x, data.inputs.data(), data.count, scores.data());
  Index right = 0;
  for (Index i = 0; i < data.count; ++i) {
    if (predicted_class(scores.data() + i * outputs, outputs) == data.label(i)) ++right;
  }
  return static_cast<double>(right) / static_cast<double>(data.count);
}

}  // namespace fall_line
