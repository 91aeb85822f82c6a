#include "core/analysis/regularization_path.hpp"

#include <algorithm>

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/catalog/words.hpp"
#include "core/numerics/exponential.hpp"
#include "core/numerics/natural_log.hpp"

namespace fall_line {

Trace RegularizationPath::table(const Parameters& parameters, const RunSpec& subject) {
  if (parameters.lowest > parameters.highest) {
    throw InvalidArgument("analysis.lowest", short_text(parameters.lowest),
                          "at most highest, " + short_text(parameters.highest));
  }
  const auto data = regression_data(subject);
  auto settings = regression_parameters(subject);
  const auto points = static_cast<Index>(parameters.points);
  const double from = natural_log(parameters.lowest);
  const double step = (natural_log(parameters.highest) - from) / static_cast<double>(points - 1);
  const Index features = data.train->features;
  const Index paying = penalised_of(settings, features);
  Trace path(quantities_by<RegularizationPath>(),
             LinearRegression(settings, data.train).dimension());
  path.reserve(points + 1);
  std::vector<double> w;
  for (Index i = 0; i <= points; ++i) {
    double lambda = exponential(from + step * static_cast<double>(i - 1));
    if (i == 0) lambda = 0.0;
    if (i == 1) lambda = parameters.lowest;
    if (i == points) lambda = parameters.highest;
    settings.regularization_strength = lambda;
    w = fitted(settings, data.train, w);
    const Tape tape = path.append_row();
    const double error = squared_error(settings, data.train, w);
    tape.scalar(strength, lambda);
    for (Index j = 0; j < std::ssize(w); ++j) {
      tape.vector(weights, j, w[static_cast<std::size_t>(j)]);
    }
    tape.scalar(training_error, error);
    if (data.test) tape.scalar(test_error, squared_error(settings, data.test, w));
    const double price = Regularizer(settings).value(w.data(), paying);
    tape.scalar(penalty, price);
    tape.scalar(objective, error + price);
    tape.scalar(zeros, static_cast<double>(std::count(w.begin(), w.begin() + features, 0.0)));
  }
  return path;
}

}  // namespace fall_line
