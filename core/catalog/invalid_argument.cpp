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

// `text` as it can stand in a line: control characters as their pictures, ␀ to ␟. A NUL would
// end the message that what() gives.
std::string echo(const std::string& text) {
  std::string visible;
  for (const char c : shortened(text)) {
    if (static_cast<unsigned char>(c) < 0x20) {
      visible += {'\xe2', '\x90', static_cast<char>('\x80' + c)};
    } else {
      visible += c;
    }
  }
  return visible;
}

}  // namespace

InvalidArgument::InvalidArgument(const std::string& argument, const std::string& got,
                                 const std::string& allowed)
    : std::invalid_argument(echo(argument) + ": got " + echo(got) + "; allowed: " + allowed),
      argument_(echo(argument)) {}

}  // namespace fall_line
