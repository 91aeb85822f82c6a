#include "core/optimizers/line_search.hpp"

#include <algorithm>
#include <cmath>

#include "core/numerics/sum.hpp"

namespace fall_line {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double round_off = std::numeric_limits<double>::epsilon();
constexpr double longest_step = 1e20;

/// phi at one step.
struct Probe {
  double step;
  double value;
  double slope;
};

/// Where the cubic that takes both probes' values and slopes has its minimum (Nocedal & Wright
/// 2006, eq. 3.59); NaN where it has none.
double cubic_minimizer(const Probe& a, const Probe& b) noexcept {
  const double d1 = a.slope + b.slope - 3.0 * (a.value - b.value) / (a.step - b.step);
  const double scale = std::max({std::abs(d1), std::abs(a.slope), std::abs(b.slope)});
  // scaled, lest a square overflows
  const double radicand = (d1 / scale) * (d1 / scale) - (a.slope / scale) * (b.slope / scale);
  const double d2 = std::copysign(scale * std::sqrt(radicand), b.step - a.step);
  return b.step - (b.step - a.step) * ((b.slope + d2 - d1) / (b.slope - a.slope + 2.0 * d2));
}

/// Where a parabola with the slopes of both probes has its extremum.
double secant_minimizer(const Probe& a, const Probe& b) noexcept {
  return b.step + (b.slope / (b.slope - a.slope)) * (a.step - b.step);
}

/// Where the parabola through both values with the slope of `a` has its extremum.
double parabola_minimizer(const Probe& a, const Probe& b) noexcept {
  const double chord = (a.value - b.value) / (b.step - a.step);
  return a.step + 0.5 * (a.slope / (chord + a.slope)) * (b.step - a.step);
}

double nearer(double to, double a, double b) noexcept {
  return std::abs(a - to) < std::abs(b - to) ? a : b;
}

double farther(double from, double a, double b) noexcept {
  return std::abs(a - from) > std::abs(b - from) ? a : b;
}

/// The interval that holds a good step (Moré & Thuente 1994, sections 2 and 4): `best` has the
/// lowest value so far and a slope that points into it, `other` is its other end.
struct Interval {
  Probe best;
  Probe other;
  bool bracketed = false;

  /// Takes `probe` in; returns the next step to try, while not bracketed within [low, high].
  double narrow(const Probe& probe, double low, double high) noexcept {
    const double next = next_step(probe, low, high);
    if (probe.value > best.value) {
      other = probe;
    } else {
      if (probe.slope * (best.step - probe.step) < 0.0) other = best;
      best = probe;
    }
    return next;
  }

  double width() const noexcept { return std::abs(other.step - best.step); }

 private:
  double next_step(const Probe& probe, double low, double high) noexcept {
    const bool to_the_right = probe.step > best.step;
    const double bound = to_the_right ? high : low;
    if (probe.value > best.value) {
      bracketed = true;
      const double cubic = cubic_minimizer(best, probe);
      const double parabola = parabola_minimizer(best, probe);
      return std::abs(cubic - best.step) < std::abs(parabola - best.step)
                 ? cubic
                 : cubic + 0.5 * (parabola - cubic);
    }
    const double cubic = cubic_minimizer(best, probe);
    if (probe.slope * best.slope < 0.0) {
      bracketed = true;
      return farther(probe.step, cubic, secant_minimizer(best, probe));
    }
    if (std::abs(probe.slope) < std::abs(best.slope)) {
      // the cubic is of use only where it turns beyond the probe
      const double reached = (cubic - probe.step) * (probe.step - best.step) > 0.0 ? cubic : bound;
      const double secant = secant_minimizer(best, probe);
      if (!bracketed) return std::clamp(farther(probe.step, reached, secant), low, high);
      const double limit = probe.step + 0.66 * (other.step - probe.step);
      const double next = nearer(probe.step, reached, secant);
      return to_the_right ? std::min(limit, next) : std::max(limit, next);
    }
    return bracketed ? cubic_minimizer(probe, other) : bound;
  }
};

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
  Interval interval = {start, start};
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
      Interval above = {above_armijo(interval.best, armijo_slope),
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
