#include "core/analysis/taylor_series.hpp"

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/numerics/exponential.hpp"
#include "core/numerics/natural_log.hpp"
#include "core/numerics/turn.hpp"

namespace fall_line {

namespace {

void require(bool holds, const char* argument, double value, const char* allowed) {
  if (!holds) throw InvalidArgument(argument, short_text(value), allowed);
}

/// e^(−1/x²) at c ≠ 0.
void flat_coefficients(double c, std::vector<double>& of_exp) {
  of_exp[0] = exponential(-1.0 / (c * c));
  if (of_exp[0] == 0.0) return;  // so near to 0 that every derivative underflows with it
  std::vector<double> u(of_exp.size());
  double power = 1.0 / (c * c);
  for (std::size_t j = 0; j < u.size(); ++j) {
    u[j] = (j % 2 == 0 ? -1.0 : 1.0) * static_cast<double>(j + 1) * power;
    power /= c;
  }
  for (std::size_t k = 1; k < u.size(); ++k) {
    double sum = 0.0;
    for (std::size_t j = 1; j <= k; ++j) sum += static_cast<double>(j) * u[j] * of_exp[k - j];
    of_exp[k] = sum / static_cast<double>(k);
  }
}

}  // namespace

double series_value(SeriesFunction function, double x) {
  switch (function) {
    case SeriesFunction::sine:
      return at_angle(x).sine;
    case SeriesFunction::cosine:
      return at_angle(x).cosine;
    case SeriesFunction::exponential:
      return exponential(x);
    case SeriesFunction::logarithm:
      return x > 0.0 ? natural_log(x) : not_yet;
    case SeriesFunction::geometric:
      return x == 1.0 ? not_yet : 1.0 / (1.0 - x);
    case SeriesFunction::flat:
      return x == 0.0 ? 0.0 : exponential(-1.0 / (x * x));
  }
  return not_yet;
}

void check_series_point(SeriesFunction function, double at) {
  if (function == SeriesFunction::logarithm) require(at > 0.0, "analysis.at", at, "a number > 0");
  if (function == SeriesFunction::geometric) require(at != 1.0, "analysis.at", at, "not 1");
}

std::vector<double> series_coefficients(SeriesFunction function, double c, Index order) {
  std::vector<double> found(static_cast<std::size_t>(order) + 1, 0.0);
  const auto [cosine, sine] = at_angle(c);
  const double of_sine[] = {sine, cosine, -sine, -cosine};
  double inverse_factorial = 1.0;
  switch (function) {
    case SeriesFunction::sine:
    case SeriesFunction::cosine:
    case SeriesFunction::exponential:
      for (std::size_t k = 0; k < found.size(); ++k) {
        if (k > 0) inverse_factorial /= static_cast<double>(k);
        const double derivative = function == SeriesFunction::exponential ? exponential(c)
                                  : function == SeriesFunction::sine      ? of_sine[k % 4]
                                                                          : of_sine[(k + 1) % 4];
        found[k] = derivative * inverse_factorial;
      }
      break;
    case SeriesFunction::logarithm: {
      require(c > 0.0, "analysis.center", c, "a number > 0");
      found[0] = natural_log(c);
      double power = -1.0;  // −(−1/c)ᵏ
      for (std::size_t k = 1; k < found.size(); ++k) {
        power /= -c;
        found[k] = power / static_cast<double>(k);
      }
      break;
    }
    case SeriesFunction::geometric: {
      require(c != 1.0, "analysis.center", c, "not 1");
      double power = 1.0;
      for (double& one : found) one = power /= 1.0 - c;
      break;
    }
    case SeriesFunction::flat:
      if (c != 0.0) flat_coefficients(c, found);
      break;
  }
  return found;
}

}  // namespace fall_line
