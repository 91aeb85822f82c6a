// libFuzzer's entry. Built with clang when FALL_LINE_FUZZ is ON; a first corpus is beside it:
//   build/fuzz/tests/fuzz/run_spec_fuzzer -max_len=4096 <new corpus> tests/fuzz/corpus
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/spec_attempt.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fall_line::test::attempt_spec({reinterpret_cast<const char*>(data), size});
  return 0;
}
