#pragma once

#include <string>
#include <vector>

#include "core/optimizers/line_search.hpp"

namespace fall_line::test {

using LineSearch = LineSearchResult (*)(Objective& objective, const SearchLine& line,
                                        double first_step, const WolfeConditions& conditions,
                                        double* trial, double* trial_gradient) noexcept;

/// What is wrong with `search` as a strong Wolfe search, on parabolas, quartics and Moré &
/// Thuente's functions from first steps far too short to far too long:
/// - it finds no step within the most evaluations it may take, or counts them wrongly;
/// - value and slope, asked for anew at the step returned, are not the ones returned, or do not
///   meet both conditions;
/// - trial and trial_gradient are not those of that step;
/// - on a convex line it tries a step on the wrong side of one whose slope it has seen;
/// - it does not say that a line falls for ever, or goes along one that ascends.
std::vector<std::string> line_search_faults(LineSearch search);

}  // namespace fall_line::test
