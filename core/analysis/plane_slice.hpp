#pragma once

#include <vector>

#include "core/analysis/field.hpp"

namespace fall_line {

/// f over the plane through `at` that `first` and `second` span, of a problem of any dimension:
/// values[row·x.count + column] = f(at + x_column·first + y_row·second). All three have the
/// problem's dimension. Throws InvalidArgument as field does.
std::vector<double> plane_slice(const AnyProblem& problem, const std::vector<double>& at,
                                const std::vector<double>& first, const std::vector<double>& second,
                                const GridAxis& x, const GridAxis& y);

}  // namespace fall_line
