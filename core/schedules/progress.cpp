#include "core/schedules/progress.hpp"

#include "core/numerics/turn.hpp"

namespace fall_line {

double cosine_between(double first, double last, double share) noexcept {
  return between(first, last, 0.5 * (1.0 - after_turns(0.5 * share).cosine));
}

}  // namespace fall_line
