#pragma once

#include "core/problems/problem.hpp"

namespace fall_line {

/// The class that the scores of one input name: the highest score, the first of equals; of a
/// single score, class 1 where it is positive and class 0 elsewhere.
Index predicted_class(const double* scores, Index count) noexcept;

/// What the model with parameters x says of the examples of `data`, N × output_count(), row-major.
/// Throws InvalidArgument where `problem` is not a model, or `data` are not classes of its inputs.
std::vector<double> scores_of(const AnyProblem& problem, const double* x, const Dataset& data);

/// The share of examples whose class such scores name, 0 to 1.
double accuracy(const std::vector<double>& scores, const Dataset& data) noexcept;

/// The share of examples of `data` whose class the model with parameters x predicts, 0 to 1. Throws
/// InvalidArgument as scores_of does.
double accuracy(const AnyProblem& problem, const double* x, const Dataset& data);

}  // namespace fall_line
