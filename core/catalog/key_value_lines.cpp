#include "core/catalog/key_value_lines.hpp"

#include <set>

#include "core/catalog/invalid_argument.hpp"

namespace fall_line {

std::vector<KeyValue> key_value_lines(const std::string& argument, std::string_view text) {
  if (text.size() > longest_spec_text) {
    throw InvalidArgument(argument, std::to_string(text.size()) + " bytes",
                          "at most " + std::to_string(longest_spec_text) + " bytes");
  }
  std::vector<KeyValue> lines;
  while (!text.empty()) {
    const auto line_end = text.find('\n');
    const auto line = text.substr(0, line_end);
    text.remove_prefix(line_end == std::string_view::npos ? text.size() : line_end + 1);
    if (line.empty()) continue;
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) {
      throw InvalidArgument(argument, "the line '" + std::string(line) + "'", "key=value");
    }
    lines.push_back({line.substr(0, equals), line.substr(equals + 1)});
  }
  return lines;
}

std::vector<KeyValue> take_prefixed(std::vector<KeyValue>& lines, std::string_view prefix) {
  std::vector<KeyValue> taken, left;
  for (const auto& line : lines) {
    if (line.key.starts_with(prefix)) {
      taken.push_back({line.key.substr(prefix.size()), line.value});
    } else {
      left.push_back(line);
    }
  }
  lines = std::move(left);
  return taken;
}

void check_each_once(const std::string& argument, const std::vector<KeyValue>& lines) {
  std::set<std::string_view> seen;
  for (const auto& [key, value] : lines) {
    if (seen.insert(key).second) continue;
    throw InvalidArgument(argument, "the key '" + std::string(key) + "' twice", "each key once");
  }
}

}  // namespace fall_line
