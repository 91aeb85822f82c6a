#pragma once

#include <string_view>

#include "tests/fuzz/spec_attempt.hpp"

namespace fall_line::test {

/// Reads `text` as a CSV file, its targets as classes, as numbers, and as they look. Only
/// InvalidArgument may stop it; what is read must keep what Dataset promises, and read back the
/// same from its text. Refused means: all three times.
Attempt attempt_csv(std::string_view text);

}  // namespace fall_line::test
