#pragma once

#include <vector>

#include "core/analysis/field.hpp"

namespace fall_line {

/// What the model with parameters `weights` says on a grid of inputs of the plane, score by score:
/// values[(row·x.count + column)·output_count + k]. Throws InvalidArgument for a bad axis, for
/// weights of another length than dimension, or where `model` does not take two numbers in.
std::vector<double> prediction_field(const AnyProblem& model, const std::vector<double>& weights,
                                     const GridAxis& x, const GridAxis& y);

/// How decided a classifier is about an input, class by class.
///   lead         the score of the class minus the best of the others: positive for the class that
///                is predicted, negative where it trails, 0 on the boundary
///   probability  softmax of the scores, which is what softmax regression makes of them
/// Of a single score s, positive for class 1, the leads are −s and s, the probabilities
/// 1/(1 + exp(s)) and 1/(1 + exp(−s)).
enum class Decision { lead, probability };

/// The decision about every input of a grid of the plane:
/// values[(row·x.count + column)·C + k] for class k of C. Throws InvalidArgument as
/// prediction_field does. Cost: that of the predictions.
std::vector<double> decision_field(const AnyProblem& classifier, const std::vector<double>& weights,
                                   const GridAxis& x, const GridAxis& y, Decision decision);

}  // namespace fall_line
