#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "core/numerics/floating_point.hpp"
#include "tests/core/shaped_value.hpp"

namespace fall_line::test {

/// What the macros of a formula line stand for.
struct Meanings {
  /// \symbol{t}, \symbol{t-1}, \symbol{i}, \symbol{0}: the quantity in that row of the trace
  std::function<ShapedValue(std::string_view symbol, Index row)> quantity;
  /// \symbol without an index, in the row `now`
  std::function<double(std::string_view symbol)> parameter;
  /// rows and columns of \identity
  Index dimension = 1;
};

/// "left = right", "left \le right" or "left \ge right" in one row of a trace.
struct Sides {
  enum class Relation { equal, at_most, at_least };
  ShapedValue left;
  Relation relation;
  ShapedValue right;
};

/// Both sides of a formula line in row `now`. The line is TeX in the subset the core writes:
///   sum         terms with + and − between, a sign in front
///   term        factors side by side, \, between them or not: a scalar scales anything,
///               columns multiply element-wise, matrices as matrices, x^\top y is a scalar and
///               x y^\top a matrix. \sum_{i=1}^{\now} takes all factors after it and adds over
///               rows; \sum_k takes all factors after it and adds their entries
///   factor      number, \pi, \now, \identity, ( ), \lvert \rvert, \lVert \rVert (the norm),
///               \lfloor \rfloor, each with \left and \right or without; \frac{ }{ }, \tfrac12,
///               \sqrt{ }; \exp \ln \cos \sin \tanh \operatorname{sign} \operatorname{diag} of
///               ( ); \max(a, b), \min(a, b); \max_k( ), \min_k( ) over the entries;
///               \mathbb{1}[a > b] with >, <, \ge, \le or =; \macro, \macro{index}
///   behind it   ^digit, ^\now, ^{ }: element-wise; ^\top; ^{-1} of a matrix is its inverse
///   index       t, t-1, 0, in a sum over rows also i
/// Throws std::invalid_argument for anything else, and where shapes do not fit.
Sides evaluate_line(std::string_view tex, const Meanings& meanings, Index now);

/// Whether the sides of every entry agree with the relation, up to round-off. NaN never does,
/// nor does a round-off without bound.
bool holds(const Sides& sides);

/// The first entry that does not, as text: "[1]: 2 against 3"; empty when the line holds.
std::string disagreement(const Sides& sides);

/// Every macro in `tex` that is not part of TeX itself: "mom" of \mom{t-1}, "lrate" of \lrate.
std::set<std::string> macros_in(std::string_view tex);

/// What stands before =, \le or \ge, without spaces at its end.
std::string_view left_side(std::string_view tex);

/// The only macro of the left side, without backslash and index; empty where there are several.
std::string left_macro(std::string_view tex);

}  // namespace fall_line::test
