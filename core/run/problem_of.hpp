#pragma once

#include <memory>

#include "core/problems/problem.hpp"
#include "core/run/run_spec.hpp"

namespace fall_line {

/// The problem that a spec names, over the data it names. Throws InvalidArgument for a name that
/// is not there, a bad setting, or data for a problem that is not about data.
std::unique_ptr<AnyProblem> problem_of(const RunSpec& spec);

/// Most a coordinate may be: squares of it would soon leave the range of double.
inline constexpr double largest_parameter = 1e100;

/// The start that a spec names, or else the problem's own. Throws InvalidArgument for the wrong
/// length or a coordinate beyond largest_parameter.
Vector start_of(const RunSpec& spec, const AnyProblem& problem);

}  // namespace fall_line
