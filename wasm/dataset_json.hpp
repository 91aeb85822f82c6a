#pragma once

#include <string>

#include "core/data/dataset.hpp"

namespace fall_line {

/// The names in a dataset as JSON, with `rows`, the text that a run spec keeps of it.
std::string dataset_names_json(const Dataset& data, const std::string& rows);

}  // namespace fall_line
