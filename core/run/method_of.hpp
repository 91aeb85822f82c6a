#pragma once

#include <optional>

#include "core/catalog/catalog.hpp"
#include "core/data/minibatches.hpp"
#include "core/run/run_spec.hpp"
#include "core/schedules/learning_rate.hpp"

namespace fall_line {

/// The method that a spec names. Throws InvalidArgument for a name that is not there, or a method
/// that needs more than `problem` offers.
const MethodDeclaration& method_of(const RunSpec& spec, const AnyProblem& problem);

/// The minibatches that a spec asks for; none where every step takes all examples. Throws
/// InvalidArgument for a bad setting, a problem without examples or a method that takes them all.
std::optional<Minibatches> batches_of(const RunSpec& spec, const MethodDeclaration& method,
                                      const AnyProblem& problem);

/// The learning rate that a spec's schedule gives; none where it is constant. Throws
/// InvalidArgument for a bad setting, or a method without a learning rate.
std::optional<LearningRate> schedule_of(const RunSpec& spec, const MethodDeclaration& method,
                                        Index steps_per_epoch);

}  // namespace fall_line
