#include "core/analysis/power_law.hpp"

#include <algorithm>

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/catalog/words.hpp"
#include "core/numerics/exponential.hpp"
#include "core/numerics/natural_log.hpp"
#include "core/numerics/power.hpp"

namespace fall_line {

namespace {

std::vector<double> positive_numbers(const char* argument, const std::string& text) {
  auto numbers = parse_number_list(argument, text);
  for (const double number : numbers) {
    if (!(number > 0.0)) throw InvalidArgument(argument, short_text(number), "numbers > 0");
  }
  return numbers;
}

}  // namespace

Trace PowerLaw::table(const Parameters& parameters, const RunSpec&) {
  const auto x = positive_numbers("analysis.x", parameters.x);
  const auto y = positive_numbers("analysis.y", parameters.y);
  if (x.size() != y.size()) {
    throw InvalidArgument("analysis.y", std::to_string(y.size()) + " numbers",
                          "as many as x has: " + std::to_string(x.size()));
  }
  double points = 0.0, u_mean = 0.0, v_mean = 0.0, square = 0.0, product = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    if (x[i] < parameters.from) continue;
    const double u = natural_log(x[i]), v = natural_log(y[i]);
    points += 1.0;
    const double before = u - u_mean;  // Welford: no cancellation of large sums
    u_mean += before / points;
    v_mean += (v - v_mean) / points;
    square += before * (u - u_mean);
    product += before * (v - v_mean);
  }
  if (!(square > 0.0)) {
    throw InvalidArgument(
        "analysis.x", "'" + parameters.x + "'",
        "two different sizes at least, from " + short_text(parameters.from) + " on");
  }
  const double p = product / square;
  const double c = exponential(v_mean - p * u_mean);

  const auto last = static_cast<std::size_t>(std::max_element(x.begin(), x.end()) - x.begin());
  Trace table(quantities_by<PowerLaw>(), 1);
  table.reserve(std::ssize(x));
  for (std::size_t i = 0; i < x.size(); ++i) {
    const Tape tape = table.append_row();
    tape.scalar(size, x[i]);
    tape.scalar(measured, y[i]);
    tape.scalar(fitted, c * power(x[i], p));
    tape.scalar(reference, y[last] * power(x[i] / x[last], parameters.power));
    tape.scalar(exponent, p);
    tape.scalar(factor, c);
    tape.scalar(predicted, y[last] * power(parameters.at / x[last], parameters.power));
  }
  return table;
}

}  // namespace fall_line
