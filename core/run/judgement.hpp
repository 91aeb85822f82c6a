#pragma once

#include "core/run/run.hpp"

namespace fall_line {

/// How well each step of a run does on examples of its own choosing or others.
struct Judgement {
  std::vector<double> values;      ///< f over the examples, penalty included, one a step from 0
  std::vector<double> accuracies;  ///< share of the examples whose class is predicted
};

/// `run` judged by the dataset called `data` under `settings`, which may be the part that was not
/// trained on. Throws InvalidArgument for data that do not fit its problem, or a problem that is no
/// classifier. Cost: a value and a prediction a step.
Judgement judged(const Run& run, const std::string& data, const Settings& settings);

}  // namespace fall_line
