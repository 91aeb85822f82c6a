#pragma once

#include <iterator>

#include "core/trace/quantity.hpp"

namespace fall_line {

/// What every step of every method has; a run records these, in this order, before the
/// method's own. Indices follow Kingma & Ba 2015: step t takes θ(t−1) to θ(t) and uses
/// g(t) = ∇f(θ(t−1)). In a run with minibatches g(t) is the gradient of the step's batch, whichever
/// way the method came by it, so that its formulas hold; the loss is that of the whole all the
/// same.
namespace step_quantity {
enum : int { theta, gradient, loss, step_length, evaluations, count };
}

inline constexpr Quantity step_quantities[] = {
    {"theta", "param", "\\theta", "parameters after the step", Shape::vector, Role::parameter},
    {"gradient", "grad", "g",
     "gradient at the parameters before the step, of its minibatch if it has one", Shape::vector,
     Role::gradient},
    {"loss", "loss", "f", "value of the function after the step", Shape::scalar, Role::loss},
    {"step_length", "steplength", "\\lVert\\Delta_{#1}\\rVert", "Euclidean length of the step",
     Shape::scalar, Role::step},
    {"evaluations", "evals", "E",
     "gradients computed so far; a Jacobian counts 1, a gradient of B of N examples B/N",
     Shape::scalar, Role::factor},
};
static_assert(std::size(step_quantities) == step_quantity::count);

/// The learning rate of each step; recorded by runs whose schedule changes it, last of all.
inline constexpr Quantity learning_rate_quantity = {
    "learning_rate_now",          "lratenow",    "\\alpha",
    "learning rate of this step", Shape::scalar, Role::factor};
inline constexpr Quantity scheduled_quantities[] = {learning_rate_quantity};

/// Every method's own quantities end with the step it takes: theta(t) = theta(t−1) + delta(t).
inline constexpr Quantity delta_quantity = {
    "delta",       "change",  "\\Delta", "the step: what is added to the parameters",
    Shape::vector, Role::step};

inline constexpr FormulaLine theta_line = {R"(\param{t} = \param{t-1} + \change{t})",
                                           "Take the step."};

}  // namespace fall_line
