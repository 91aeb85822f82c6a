#pragma once

#include <string>
#include <vector>

#include "core/problems/problem.hpp"

namespace fall_line {

/// `count` equally spaced numbers from `low` to `high`, both included.
struct GridAxis {
  double low;
  double high;
  Index count;
};

/// The i-th of them; exact at both ends, never overflows.
double position_on(const GridAxis& axis, Index i) noexcept;

/// Throws InvalidArgument naming `argument` for fewer than 2 points, or low ≥ high.
void check_axis(const std::string& argument, const GridAxis& axis);

inline constexpr Index most_grid_points = 1'048'576;

/// Throws InvalidArgument for a grid with more than most_grid_points, `numbers` at each.
void check_size(const GridAxis& x, const GridAxis& y, Index numbers);

/// f on a grid: values[row·x.count + column] = f(x_column, y_row). Of a problem in one
/// dimension only the x axis counts and y.count must be 1. Throws InvalidArgument for an axis
/// with fewer than 2 points, low ≥ high, or more than most_grid_points in all.
std::vector<double> field(const AnyProblem& problem, const GridAxis& x, const GridAxis& y);

}  // namespace fall_line
