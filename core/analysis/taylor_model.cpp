#include "core/analysis/taylor_model.hpp"

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/catalog/words.hpp"
#include "core/numerics/exponential.hpp"
#include "core/numerics/natural_log.hpp"
#include "core/numerics/power.hpp"
#include "core/numerics/turn.hpp"

namespace fall_line {

namespace {

using Function = TaylorModel::Function;

double value_of(Function function, double x) {
  switch (function) {
    case Function::sine:
      return at_angle(x).sine;
    case Function::cosine:
      return at_angle(x).cosine;
    case Function::exponential:
      return exponential(x);
    case Function::logarithm:
      return natural_log(x);
    case Function::geometric:
      return 1.0 / (1.0 - x);
    case Function::flat:
      return x == 0.0 ? 0.0 : exponential(-1.0 / (x * x));
  }
  return not_yet;
}

/// f⁽ᵏ⁾(c)·hᵏ/k!, where `weight` is hᵏ/k!.
double term_of(Function function, double c, double h, Index k, double weight) {
  const auto [co, s] = at_angle(c);
  const double of_sine[] = {s, co, -s, -co};
  switch (function) {
    case Function::sine:
      return of_sine[k % 4] * weight;
    case Function::cosine:
      return of_sine[(k + 1) % 4] * weight;
    case Function::exponential:
      return exponential(c) * weight;
    case Function::logarithm:  // −(−h/c)ᵏ/k: no factorial to overflow
      return k == 0 ? natural_log(c)
                    : -power(-h / c, static_cast<double>(k)) / static_cast<double>(k);
    case Function::geometric:
      return power(h / (1.0 - c), static_cast<double>(k)) / (1.0 - c);
    case Function::flat:
      return 0.0;
  }
  return not_yet;
}

void check(const TaylorModel::Parameters& parameters) {
  const auto require = [](bool holds, const char* argument, double value, const char* allowed) {
    if (!holds) throw InvalidArgument(argument, short_text(value), allowed);
  };
  switch (parameters.function) {
    case Function::logarithm:
      require(parameters.center > 0.0, "analysis.center", parameters.center, "a number > 0");
      require(parameters.at > 0.0, "analysis.at", parameters.at, "a number > 0");
      return;
    case Function::geometric:
      require(parameters.center != 1.0, "analysis.center", parameters.center, "not 1");
      require(parameters.at != 1.0, "analysis.at", parameters.at, "not 1");
      return;
    case Function::flat:
      require(parameters.center == 0.0, "analysis.center", parameters.center, "0");
      return;
    case Function::sine:
    case Function::cosine:
    case Function::exponential:
      return;
  }
}

}  // namespace

Trace TaylorModel::table(const Parameters& parameters, const RunSpec&) {
  check(parameters);
  const double h = parameters.at - parameters.center;
  const double there = value_of(parameters.function, parameters.at);
  const auto order = static_cast<Index>(parameters.order);
  Trace table(quantities_by<TaylorModel>(), 1);
  table.reserve(order + 1);
  double power = 1.0, sum = 0.0;
  for (Index k = 0; k <= order; ++k) {
    if (k > 0) power *= h / static_cast<double>(k);
    const double next = term_of(parameters.function, parameters.center, h, k, power);
    sum += next;
    const Tape tape = table.append_row();
    tape.scalar(term, next);
    tape.scalar(model, sum);
    tape.scalar(value_there, there);
    tape.scalar(model_error, sum - there);
  }
  return table;
}

}  // namespace fall_line
