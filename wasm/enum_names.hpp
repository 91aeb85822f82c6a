#pragma once

#include <string_view>

#include "core/losses/loss.hpp"
#include "core/optimizers/method.hpp"
#include "core/run/run.hpp"
#include "core/trace/quantity.hpp"

namespace fall_line {

// What each choice is called at the door.
std::string_view name_of(Shape shape);
std::string_view name_of(Needs needs);
std::string_view name_of(CriticalKind kind);
std::string_view name_of(LossTask task);
std::string_view name_of(Role role);
std::string_view name_of(StopReason reason);

}  // namespace fall_line
