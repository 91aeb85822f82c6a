#pragma once

#include <memory>
#include <string>

#include "core/run/problem_of.hpp"

namespace fall_line {

/// The problem in the lines problem=…, problem.<name>=…, data=…, data.<name>=… of a run spec;
/// throws InvalidArgument as a run would.
inline std::unique_ptr<AnyProblem> problem_from(const std::string& text) {
  return problem_of(partial_run_spec(key_value_lines("spec", text)));
}

}  // namespace fall_line
