#include "core/optimizers/line_search.hpp"

#include <algorithm>
#include <cmath>

#include "core/numerics/sum.hpp"
#include "core/optimizers/hyperparameter.hpp"
#include "core/optimizers/search_interval.hpp"

namespace fall_line {

namespace {

constexpr double round_off = std::numeric_limits<double>::epsilon();
constexpr double longest_step = 1e20;

void move(const SearchLine& line, double step, double* trial) noexcept {
  const double* theta = line.theta;
  const double* direction = line.direction;
  for (Index i = 0; i < line.n; ++i) trial[i] = theta[i] + step * direction[i];
}

Probe probe_at(Objective& objective, const SearchLine& line, double step, double* trial,
               double* trial_gradient) noexcept {
  move(line, step, trial);
  const double value = objective.value_and_gradient(trial, trial_gradient);
  return {step, value, dot(trial_gradient, line.direction, line.n)};
}

bool descends(const SearchLine& line, double first_step) noexcept {
  return line.slope < 0.0 && std::isfinite(line.slope) && std::isfinite(line.value) &&
         first_step > 0.0 && first_step <= longest_step;
}

LineSearchStatus without_descent(const SearchLine& line) noexcept {
  return line.slope == 0.0 && std::isfinite(line.value) ? LineSearchStatus::flat
                                                        : LineSearchStatus::not_descent;
}

/// Of a search without result: whether there was anything to find at the scale of `first_step`.
LineSearchStatus failure(const SearchLine& line, double first_step) noexcept {
  if (-line.slope * first_step <= 4.0 * round_off * std::abs(line.value)) {
    return LineSearchStatus::flat;
  }
  for (Index i = 0; i < line.n; ++i) {
    const double change = std::abs(first_step * line.direction[i]);
    if (change > 4.0 * round_off * std::abs(line.theta[i])) return LineSearchStatus::failed;
  }
  return LineSearchStatus::flat;
}

/// `phi` less the line of Armijo's condition: what Moré & Thuente narrow at first.
Probe above_armijo(const Probe& phi, double armijo_slope) noexcept {
  return {phi.step, phi.value - phi.step * armijo_slope, phi.slope - armijo_slope};
}

}  // namespace

StepStatus status_of(LineSearchStatus status) noexcept {
  switch (status) {
    case LineSearchStatus::found:
    case LineSearchStatus::decreased:
      return StepStatus::ok;
    case LineSearchStatus::flat:
      return StepStatus::converged;
    case LineSearchStatus::not_descent:
    case LineSearchStatus::unbounded:
    case LineSearchStatus::failed:
      break;
  }
  return StepStatus::line_search_failed;
}

bool is_within(const double* gradient, Index n, double tolerance) noexcept {
  for (Index i = 0; i < n; ++i) {
    if (!(std::abs(gradient[i]) <= tolerance)) return false;
  }
  return true;
}

LineSearchResult strong_wolfe_search(Objective& objective, const SearchLine& line,
                                     double first_step, const WolfeConditions& conditions,
                                     double* trial, double* trial_gradient) noexcept {
  if (!descends(line, first_step)) {
    return {without_descent(line), 0.0, line.value, line.slope, 0};
  }
  const double armijo_slope = conditions.sufficient_decrease * line.slope;
  const auto is_low_enough = [&](const Probe& p) {
    return p.value <= line.value + p.step * armijo_slope;
  };
  const double noise = 4.0 * round_off * std::abs(line.value);
  const Probe start = {0.0, line.value, line.slope};
  SearchInterval interval = {start, start};
  bool seeks_armijo = true;
  double low = 0.0, high = 5.0 * first_step;
  double width = 2.0 * longest_step, width_before = 2.0 * width;
  Probe probe = start;
  double step = first_step;
  int evaluations = 0;
  while (evaluations < conditions.most_evaluations) {
    probe = probe_at(objective, line, step, trial, trial_gradient);
    ++evaluations;
    if (!std::isfinite(probe.value) || !std::isfinite(probe.slope)) {
      interval.other = {step, infinity, infinity};
      interval.bracketed = true;
      step = interval.best.step + 0.1 * (step - interval.best.step);
      continue;
    }
    const bool low_enough = is_low_enough(probe);
    const bool low_but_for_noise = -probe.step * armijo_slope <= noise &&
                                   probe.value <= line.value + noise &&
                                   probe.slope <= 2.0 * armijo_slope - line.slope;
    const bool level_enough = std::abs(probe.slope) <= -conditions.curvature * line.slope;
    if (level_enough && (low_enough || low_but_for_noise)) {
      return {LineSearchStatus::found, step, probe.value, probe.slope, evaluations};
    }
    if (low_enough && step >= longest_step) {
      return {LineSearchStatus::unbounded, 0.0, line.value, line.slope, evaluations};
    }
    if (low_enough && probe.slope >= 0.0) seeks_armijo = false;
    if (seeks_armijo && !low_enough && probe.value <= interval.best.value) {
      SearchInterval above = {above_armijo(interval.best, armijo_slope),
                              above_armijo(interval.other, armijo_slope), interval.bracketed};
      step = above.narrow(above_armijo(probe, armijo_slope), low, high);
      interval = {above_armijo(above.best, -armijo_slope), above_armijo(above.other, -armijo_slope),
                  above.bracketed};
    } else {
      step = interval.narrow(probe, low, high);
    }
    if (!interval.bracketed) {
      low = step + 1.1 * (step - interval.best.step);
      high = step + 4.0 * (step - interval.best.step);
      step = std::min(step, longest_step);
      continue;
    }
    low = std::min(interval.best.step, interval.other.step);
    high = std::max(interval.best.step, interval.other.step);
    if (high - low <= round_off * high) break;
    // NaN, of a cubic without a minimum, counts as outside
    const bool inside = step > low && step < high;
    if (!inside || interval.width() >= 0.66 * width_before) step = low + 0.5 * (high - low);
    width_before = width;
    width = interval.width();
  }
  const Probe& best = interval.best;
  if (!is_low_enough(best) || best.value >= line.value) {
    return {failure(line, first_step), 0.0, line.value, line.slope, evaluations};
  }
  if (probe.step != best.step) {
    probe = probe_at(objective, line, best.step, trial, trial_gradient);
    ++evaluations;
  }
  return {LineSearchStatus::decreased, probe.step, probe.value, probe.slope, evaluations};
}

LineSearchResult armijo_search(Objective& objective, const SearchLine& line, double first_step,
                               const WolfeConditions& conditions, double* trial) noexcept {
  if (!descends(line, first_step)) {
    return {without_descent(line), 0.0, line.value, line.slope, 0};
  }
  const double noise = 4.0 * round_off * std::abs(line.value);
  double step = first_step;
  for (int evaluations = 1; evaluations <= conditions.most_evaluations; ++evaluations) {
    move(line, step, trial);
    const double value = objective.value(trial);
    const double linear = step * line.slope;
    const bool within_noise = -linear <= noise && value <= line.value + noise;
    if (value <= line.value + conditions.sufficient_decrease * linear || within_noise) {
      // an infinite decrease is no decrease
      if (std::isfinite(value)) {
        return {LineSearchStatus::found, step, value, not_yet, evaluations};
      }
    }
    const double parabola = 0.5 * (linear / (line.value + linear - value));
    step *= std::isfinite(value) ? std::clamp(parabola, 0.1, 0.5) : 0.1;
  }
  return {failure(line, first_step), 0.0, line.value, line.slope, conditions.most_evaluations};
}

}  // namespace fall_line
