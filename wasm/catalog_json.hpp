#pragma once

#include <string>

#include "core/analysis/diagnosis.hpp"
#include "core/run/run.hpp"

namespace fall_line {

/// The whole catalog as JSON; its shape is the type `Catalog` in engine/types.ts.
std::string catalog_json();

/// Status and diagnosis of a run as JSON; its shape is the type `RunReport` in engine/types.ts.
std::string report_json(const Run& run);

}  // namespace fall_line
