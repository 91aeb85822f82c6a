#pragma once

#include <iterator>

#include "core/trace/quantity.hpp"

namespace fall_line {

/// What every example of every loss has; a table of losses records these, in this order, before
/// the loss's own. Row t belongs to example t.
namespace example_quantity {
enum : int { score, target, entries, loss, score_gradient, count };
}

inline constexpr Quantity example_quantities[] = {
    {"score", "score", "s", "what the model says: a score for each class, or a prediction",
     Shape::vector, Role::parameter},
    {"target", "target", "y", "what it should say", Shape::vector, Role::factor},
    {"entries", "entries", "n", "how many scores there are", Shape::scalar, Role::factor},
    {"example_loss", "exampleloss", "L", "loss of this example", Shape::scalar, Role::loss},
    {"score_gradient", "scoregrad", "\\delta", "derivatives of the loss with respect to the scores",
     Shape::vector, Role::gradient},
};
static_assert(std::size(example_quantities) == example_quantity::count);

}  // namespace fall_line
