#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fall_line {

/// One line key=value of a request; both point into the request's text.
struct KeyValue {
  std::string_view key;
  std::string_view value;
};

/// Longest request text there is, in bytes: the largest dataset fits.
inline constexpr std::size_t longest_spec_text = 1 << 22;

/// The lines of `text`, empty ones left out. Throws InvalidArgument naming `argument` for a line
/// that is not key=value, or more than longest_spec_text bytes.
std::vector<KeyValue> key_value_lines(const std::string& argument, std::string_view text);

/// Takes the lines whose key begins with `prefix` out of `lines` and gives them without it.
std::vector<KeyValue> take_prefixed(std::vector<KeyValue>& lines, std::string_view prefix);

/// Throws InvalidArgument naming `argument` when a key stands in `lines` twice.
void check_each_once(const std::string& argument, const std::vector<KeyValue>& lines);

}  // namespace fall_line
