#include "core/catalog/invalid_argument.hpp"

namespace fall_line {

namespace {

constexpr std::size_t longest_echo = 60;

// A pasted novel must not come back whole inside the message.
std::string shortened(const std::string& text) {
  if (text.size() <= longest_echo) return text;
  std::size_t end = longest_echo;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

}  // namespace

InvalidArgument::InvalidArgument(std::string argument, const std::string& got,
                                 const std::string& allowed)
    : std::invalid_argument(argument + ": got " + shortened(got) + "; allowed: " + allowed),
      argument_(std::move(argument)) {}

}  // namespace fall_line
