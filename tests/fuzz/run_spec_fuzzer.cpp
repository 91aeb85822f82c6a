// libFuzzer's entry for specs and questions as a page's address brings them.
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/spec_attempt.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fall_line::test::attempt_spec({reinterpret_cast<const char*>(data), size});
  return 0;
}
