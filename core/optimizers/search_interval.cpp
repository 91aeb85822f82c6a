#include "core/optimizers/search_interval.hpp"

#include <algorithm>

namespace fall_line {

namespace {

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

}  // namespace

double SearchInterval::narrow(const Probe& probe, double low, double high) noexcept {
  const double next = next_step(probe, low, high);
  if (probe.value > best.value) {
    other = probe;
  } else {
    if (probe.slope * (best.step - probe.step) < 0.0) other = best;
    best = probe;
  }
  return next;
}

/// Where to look next, by cubic, secant or parabola, in the four cases of section 4.
double SearchInterval::next_step(const Probe& probe, double low, double high) noexcept {
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

}  // namespace fall_line
