#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "core/numerics/floating_point.hpp"

namespace fall_line::test {

/// A number and how large the numbers were that it was added up from: the round-off of
/// `value` is a few units in the last place of `magnitude`. (1 − 0.999 has magnitude 2.)
struct Estimate {
  double value;
  double magnitude;
};

/// What the macros of a formula line stand for at one step and coordinate.
struct Meanings {
  /// \symbol{t}, \symbol{t-1}, \symbol{i}: the quantity in that row of the trace
  std::function<double(std::string_view symbol, Index row)> quantity;
  /// \symbol without an index
  std::function<double(std::string_view symbol)> parameter;
};

/// Both sides of a formula line "left = right" at step `now`. The line is TeX in the subset the
/// core writes:
///   sum         terms with + and − between, a sign in front
///   term        factors side by side, \, between them or not; \sum_{i=1}^{\now} takes all
///               factors after it
///   factor      number, ( ), \left( \right), \frac{ }{ }, \tfrac12, \sqrt{ }, \macro,
///               \macro{index}, each with ^digit or ^{ } behind
///   index       t, t-1, i
/// Throws std::invalid_argument for anything else.
struct Sides {
  Estimate left;
  Estimate right;
};
Sides evaluate_line(std::string_view tex, const Meanings& meanings, Index now);

/// Every macro in `tex` that is not part of TeX itself: "mom" of \mom{t-1}, "lrate" of \lrate.
std::set<std::string> macros_in(std::string_view tex);

/// The macro before the equals sign of a line, without backslash and index.
std::string left_macro(std::string_view tex);

}  // namespace fall_line::test
