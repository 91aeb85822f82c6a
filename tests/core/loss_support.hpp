#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/catalog.hpp"
#include "core/losses/targets.hpp"
#include "tests/core/support.hpp"

namespace fall_line::test {

/// A loss and its derivatives at one example.
struct LossAt {
  double loss;
  std::vector<double> gradient;
};

inline LossAt evaluate(const AnyLoss& loss, const std::vector<double>& scores,
                       const std::vector<double>& target) {
  LossAt result{0.0, std::vector<double>(scores.size())};
  result.loss = loss.value_and_gradient(scores.data(), target.data(), std::ssize(scores),
                                        result.gradient.data());
  return result;
}

inline LossAt evaluate(std::string_view name, const Settings& settings,
                       const std::vector<double>& scores, const std::vector<double>& target) {
  return evaluate(*find_loss(name).create(settings), scores, target);
}

/// The distribution that is certain of `label`.
inline std::vector<double> certain(Index label, Index classes) {
  std::vector<double> target(static_cast<std::size_t>(classes));
  one_hot(label, classes, target.data());
  return target;
}

/// The loss of `scores` when `label` is right.
inline double loss_of(std::string_view name, const Settings& settings,
                      const std::vector<double>& scores, Index label) {
  return evaluate(name, settings, scores, certain(label, std::ssize(scores))).loss;
}

inline std::vector<double> random_scores(Inputs& inputs, Index count, double width) {
  std::vector<double> scores(static_cast<std::size_t>(count));
  for (double& score : scores) score = inputs.between(-width, width);
  return scores;
}

/// A distribution over `count` classes without zeros.
inline std::vector<double> random_distribution(Inputs& inputs, Index count) {
  std::vector<double> target(static_cast<std::size_t>(count));
  double sum = 0.0;
  for (double& entry : target) sum += entry = inputs.between(0.1, 1.0);
  for (double& entry : target) entry /= sum;
  return target;
}

/// A target as `task` has them: a plain label, −1 or 1, or numbers.
inline std::vector<double> random_target(LossTask task, Inputs& inputs, Index count) {
  if (task == LossTask::classes) {
    return certain(static_cast<Index>(inputs.between(0.0, static_cast<double>(count))), count);
  }
  std::vector<double> target = random_scores(inputs, count, 2.0);
  if (task == LossTask::binary) {
    for (double& entry : target) entry = entry < 0.0 ? -1.0 : 1.0;
  }
  return target;
}

}  // namespace fall_line::test
