#pragma once

#include <cmath>

namespace fall_line {

/// phi at one step.
struct Probe {
  double step;
  double value;
  double slope;
};

/// The interval that holds a good step (Moré & Thuente 1994, sections 2 and 4): `best` has the
/// lowest value so far and a slope that points into it, `other` is its other end.
struct SearchInterval {
  Probe best;
  Probe other;
  bool bracketed = false;

  /// Takes `probe` in; returns the next step to try, while not bracketed within [low, high]. NaN
  /// where the cubic through both ends has no minimum.
  double narrow(const Probe& probe, double low, double high) noexcept;

  double width() const noexcept { return std::abs(other.step - best.step); }

 private:
  double next_step(const Probe& probe, double low, double high) noexcept;
};

}  // namespace fall_line
