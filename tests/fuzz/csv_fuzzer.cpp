// libFuzzer's entry for tables a reader uploads.
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/csv_attempt.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fall_line::test::attempt_csv({reinterpret_cast<const char*>(data), size});
  return 0;
}
