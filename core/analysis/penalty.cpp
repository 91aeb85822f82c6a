#include "core/analysis/penalty.hpp"

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"

namespace fall_line {

Trace PenaltyTable::table(const Parameters& parameters, const RunSpec&) {
  const char* argument = "analysis.weights";
  const auto weights = parse_number_list(argument, parameters.weights);
  if (std::ssize(weights) > most_weights) {
    throw InvalidArgument(argument, std::to_string(weights.size()) + " numbers",
                          "at most " + std::to_string(most_weights));
  }
  for (const double weight : weights) {
    if (std::abs(weight) <= largest_weight) continue;
    throw InvalidArgument(argument, short_text(weight), "numbers from -1e100 to 1e100");
  }
  return rows(Regularizer(parameters), weights, parameters.bias);
}

}  // namespace fall_line
