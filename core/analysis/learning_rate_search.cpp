#include "core/analysis/learning_rate_search.hpp"

#include <cmath>

#include "core/catalog/catalog.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/catalog/words.hpp"

namespace fall_line {

namespace {

/// Whole numbers over a power of ten are the very doubles that their decimals are read as.
std::vector<double> preferred_numbers(double low, double high) {
  static constexpr double series[] = {100, 125, 160, 200, 250, 315, 400, 500, 630, 800};
  std::vector<double> numbers;
  for (double divisor = 1e11, factor = 1.0; factor < 1e6;) {
    for (const double one : series) {
      const double value = one * factor / divisor;
      if (value >= low && value <= high) numbers.push_back(value);
    }
    if (divisor > 1.0) {
      divisor /= 10.0;
    } else {
      factor *= 10.0;
    }
  }
  return numbers;
}

/// The rate that the subject has, by itself or by default.
double own_rate(const MethodDeclaration& method, const Settings& settings) {
  const auto values = method.values(settings).numbers;
  double rate = not_yet;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (method.settings.parameters[i].name == "learning_rate") rate = values[i];
  }
  return rate;
}

/// Whether `one` is the better rate: it wins or, where neither arrives, ends lower.
bool is_better(const Finish& one, const Finish& other) {
  if (!std::isnan(one.cost) || !std::isnan(other.cost)) return beats(one, other);
  return !std::isnan(one.loss) && (std::isnan(other.loss) || one.loss < other.loss);
}

}  // namespace

Trace LearningRateSearch::table(const Parameters& parameters, const RunSpec& subject) {
  check_complete(subject);
  const auto& method = find_method(subject.method);
  if (!method.has_learning_rate) {
    throw InvalidArgument("method", "'" + subject.method + "'", "methods with a learning rate");
  }
  const auto rates = preferred_numbers(parameters.lowest, parameters.highest);
  if (rates.empty()) {
    throw InvalidArgument("analysis.lowest", short_text(parameters.lowest),
                          "numbers with one of 1, 1.25, 1.6, … between them and highest");
  }
  const double own = own_rate(method, subject.method_settings);
  RunSpec spec = subject;
  std::erase_if(spec.method_settings,
                [](const auto& setting) { return setting.first == "learning_rate"; });
  spec.method_settings.emplace_back("learning_rate", "");
  const double lowest = lowest_value(subject);
  std::vector<Finish> finishes;
  std::size_t best_row = 0;
  for (const double rate : rates) {
    spec.method_settings.back().second = shortest_text(rate);
    finishes.push_back(settle(spec, parameters, lowest, parameters.step_time));
    const Finish &now = finishes.back(), &known = finishes[best_row];
    // where the rate makes no difference the method keeps its own
    const bool as_good = rate == own && !is_better(known, now);
    if (as_good || is_better(now, known)) best_row = finishes.size() - 1;
  }
  Trace table(quantities_by<LearningRateSearch>(), 1);
  table.reserve(std::ssize(rates));
  for (std::size_t row = 0; row < rates.size(); ++row) {
    const Tape tape = table.append_row();
    tape.scalar(learning_rate, rates[row]);
    tape.scalar(cost, finishes[row].cost);
    tape.scalar(loss, finishes[row].loss);
    tape.scalar(best, row == best_row ? 1.0 : 0.0);
  }
  return table;
}

}  // namespace fall_line
