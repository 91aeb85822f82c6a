#include "core/analysis/analysis.hpp"

#include <set>

#include "core/catalog/catalog.hpp"
#include "core/catalog/invalid_argument.hpp"

namespace fall_line {

namespace {

constexpr std::string_view prefix = "analysis.";

}  // namespace

Trace analyse(std::string_view text) {
  std::string name, spec_text;
  Settings settings;
  std::set<std::string_view> seen;
  bool has_problem = false, has_method = false;
  while (!text.empty()) {
    const auto line_end = text.find('\n');
    const auto line = text.substr(0, line_end);
    text.remove_prefix(line_end == std::string_view::npos ? text.size() : line_end + 1);
    const auto equals = std::min(line.find('='), line.size());
    const auto key = line.substr(0, equals);
    const auto value = line.substr(std::min(equals + 1, line.size()));
    if (key != "analysis" && !key.starts_with(prefix)) {
      has_problem = has_problem || key == "problem";
      has_method = has_method || key == "method";
      spec_text.append(line).push_back('\n');
      continue;
    }
    if (!seen.insert(key).second) {
      throw InvalidArgument("analysis", "the key '" + std::string(key) + "' twice",
                            "each key once");
    }
    if (key == "analysis") {
      name = value;
    } else {
      settings.emplace_back(key.substr(prefix.size()), value);
    }
  }
  // what an analysis does not look at is not checked
  if (!has_problem) spec_text += "problem=-\n";
  if (!has_method) spec_text += "method=-\n";
  return find_analysis(name).table(settings, parse_run_spec(spec_text));
}

}  // namespace fall_line
