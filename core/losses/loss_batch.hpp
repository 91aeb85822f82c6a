#pragma once

#include <memory>

#include "core/catalog/catalog.hpp"
#include "core/losses/dataset_loss.hpp"

namespace fall_line {

/// A loss with room for a batch of examples, for who asks again and again: scores and targets are
/// written in place, and evaluate() neither allocates nor checks them. Fifty thousand scores take
/// a fraction of a millisecond; dataset_loss, which traces every example, takes several.
class LossBatch {
 public:
  /// Throws InvalidArgument for an unknown loss or a bad setting.
  LossBatch(std::string_view loss, const Settings& settings, Reduction reduction, Index examples,
            Index entries)
      : loss_(find_loss(loss).create(settings)),
        examples_(examples),
        entries_(entries),
        weight_(reduction == Reduction::mean ? 1.0 / static_cast<double>(examples) : 1.0),
        scores_(Vector::Zero(examples * entries)),
        targets_(Vector::Zero(examples * entries)),
        gradient_(Vector::Zero(examples * entries)) {}

  Vector& scores() noexcept { return scores_; }                  ///< N × C, row-major
  Vector& targets() noexcept { return targets_; }                ///< N × C
  const Vector& gradient() const noexcept { return gradient_; }  ///< N × C, of the last evaluate()

  /// The mean or sum of the losses.
  double evaluate() noexcept {
    return loss_->batch_value_and_gradient(scores_.data(), targets_.data(), examples_, entries_,
                                           weight_, gradient_.data());
  }

 private:
  std::unique_ptr<AnyLoss> loss_;
  Index examples_;
  Index entries_;
  double weight_;
  Vector scores_;
  Vector targets_;
  Vector gradient_;
};

}  // namespace fall_line
