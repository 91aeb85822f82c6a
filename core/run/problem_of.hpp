#pragma once

#include <memory>

#include "core/problems/problem.hpp"
#include "core/run/run_spec.hpp"

namespace fall_line {

/// The problem that a spec names, over the data it names. Throws InvalidArgument for a name that
/// is not there, a bad setting, or data for a problem that is not about data.
std::unique_ptr<AnyProblem> problem_of(const RunSpec& spec);

}  // namespace fall_line
