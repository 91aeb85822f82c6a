#include "core/analysis/regularization_path.hpp"

#include <algorithm>

#include "core/catalog/words.hpp"

namespace fall_line {

Trace RegularizationPath::table(const Parameters& parameters, const RunSpec& subject) {
  const auto data = regression_data(subject);
  auto settings = regression_parameters(subject);
  const Index features = data.train->features;
  const Index paying = penalised_of(settings, features);
  const auto strengths = strengths_of(parameters);
  Trace path(quantities_by<RegularizationPath>(),
             LinearRegression(settings, data.train).dimension());
  path.reserve(std::ssize(strengths));
  std::vector<double> w;
  for (const double lambda : strengths) {
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
