#pragma once

#include <string_view>

namespace fall_line::test {

/// What becomes of a spec.
enum class Attempt { refused, ran };

/// Everything a page does with a spec it got from a URL: reads it, runs 50 steps, diagnoses,
/// writes it back; or, where it asks for an analysis, answers that. Only InvalidArgument may stop
/// it; any other exception escapes, and a broken promise (a quantity that is not finite, a text
/// that reads back differently) aborts.
Attempt attempt_spec(std::string_view text);

}  // namespace fall_line::test
