#pragma once

#include <string>

#include "core/run/run.hpp"

namespace fall_line {

/// Status and diagnosis of a run as JSON; its shape is the type `RunReport` in engine/types.ts.
std::string report_json(const Run& run);

}  // namespace fall_line
