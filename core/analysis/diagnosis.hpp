#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "core/run/run.hpp"

namespace fall_line {

/// What a run is doing, for a sentence in words: a verdict and the numbers the sentence needs.
/// Verdicts, first that holds:
///   zero_by_zero     a step divided 0 by 0        step, coordinate
///   ascending        every step goes uphill: step·gradient > 0 throughout   steps
///   overshooting     gradient descent or momentum beyond its stable curvature
///                    learning_rate, curvature, stable_curvature; for gradient descent also
///                    factor = 1 − learning_rate·curvature
///   diverged         a number too large to go on, or the loss has risen 10⁴ times as far as it
///                    ranged over the first ten steps, for another reason      loss
///   arrived          gradient norm below 1e-6 of the start's, or the method itself says so
///                    loss, and in the first case gradient_norm
///   stuck            the method found no step: its line search failed, its system is singular, or
///                    its damping is exhausted      loss
///   oscillating      the last ten steps change direction at least eight times in some
///                    coordinate         coordinate, loss
///   climbing         the loss is higher than ten steps ago         loss, before
///   descending       none of these                                 loss, before
struct Diagnosis {
  std::string_view verdict;
  std::vector<std::pair<std::string_view, double>> numbers;
};

Diagnosis diagnose(const Run& run);

}  // namespace fall_line
