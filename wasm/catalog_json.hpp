#pragma once

#include <string>

namespace fall_line {

/// The whole catalog as JSON; its shape is the type `Catalog` in engine/types.ts.
std::string catalog_json();

}  // namespace fall_line
