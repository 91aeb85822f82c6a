#pragma once

#include <vector>

#include "core/schedules/schedule.hpp"
#include "core/trace/quantity.hpp"

namespace fall_line::test {

/// What the formula lines of a schedule speak of: \ratefactor{t}, the factor at time \now.
inline std::vector<Quantity> schedule_columns() { return {rate_factor_quantity}; }

}  // namespace fall_line::test
