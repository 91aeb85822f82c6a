#include "tests/fuzz/report.hpp"

#include <cstdio>
#include <cstdlib>

namespace fall_line::test {

void require(bool holds, const char* promise, std::string_view input) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n%.*s\n", promise, static_cast<int>(input.size()), input.data());
  std::abort();
}

}  // namespace fall_line::test
