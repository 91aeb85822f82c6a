#pragma once

#include <string>
#include <vector>

#include "core/run/run.hpp"

namespace fall_line {

/// How well a run does on the dataset `data`, be it what it was trained on or not: first the values
/// of f over these examples, penalty included, one a step from 0 on; then as many accuracies, the
/// shares of the examples whose class is predicted. Throws InvalidArgument for data that do not fit
/// its problem, or a problem that is no classifier. Cost: a prediction a step, and a value where
/// the run has not traced it.
std::vector<double> judged(const Run& run, const std::string& data, const Settings& data_settings);

}  // namespace fall_line
