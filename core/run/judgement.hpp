#pragma once

#include <memory>
#include <vector>

#include "core/run/run.hpp"

namespace fall_line {

/// How well a run does on `data` after each step, be they what it was trained on or not: first the
/// values of f over these examples, penalty included, one a step from 0 on; then as many
/// accuracies, the shares of the examples whose class is predicted. Throws InvalidArgument for
/// data that do not fit its problem, or a problem that is no classifier. Cost: a value and a
/// prediction a step.
std::vector<double> judged(const Run& run, const std::shared_ptr<const Dataset>& data);

}  // namespace fall_line
