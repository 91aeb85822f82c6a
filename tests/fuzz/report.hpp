#pragma once

#include <string_view>

namespace fall_line::test {

/// Ends the program with the broken promise and the input that broke it. (EXPECT_ is
/// GoogleTest's; a fuzzer needs a crash.)
void require(bool holds, const char* promise, std::string_view input);

}  // namespace fall_line::test
