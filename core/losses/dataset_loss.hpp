#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/setting.hpp"
#include "core/trace/trace.hpp"

namespace fall_line {

/// How the losses of the examples become one number.
enum class Reduction { mean, sum };

/// Everything that determines the loss of a table of scores.
struct LossRequest {
  std::string loss;  ///< its name
  Settings settings;
  Reduction reduction = Reduction::mean;
  Index entries = 0;            ///< C scores an example
  std::vector<double> scores;   ///< N × C, row-major
  std::vector<double> targets;  ///< N × C: distributions over the classes, labels −1 and +1
                                ///< (C = 1), or numbers to predict
  std::string derivation = {};  ///< whose quantities the table has too; empty for none
};

/// A request from lines of the form key=value, in any order:
///   loss=softmax_cross_entropy
///   loss.form=log1p
///   scores=3.2,5.1,-1.7;1.3,4.9,2
///   labels=0,1
///   reduction=sum
///   derivation=softmax_gradient
/// A semicolon ends the scores of an example. `labels` are class numbers from 0, one an example;
/// `targets`, written like the scores, may stand instead and are the only way for a regression.
/// Of a binary loss either holds −1 and +1. Throws InvalidArgument for anything else.
LossRequest parse_loss_request(std::string_view text);

/// The loss of every example, and of all of them.
struct DatasetLoss {
  Trace table;      ///< a row an example: example_quantities, the loss's own, the derivation's
  double total;     ///< mean or sum of the examples' losses
  Vector gradient;  ///< N × C, derivatives of the total with respect to the scores
};

/// Throws InvalidArgument for an unknown loss, a bad setting, targets that do not fit, or a
/// derivation about another loss.
DatasetLoss dataset_loss(const LossRequest& request);

}  // namespace fall_line
