#include "core/analysis/analysis.hpp"

#include "core/catalog/catalog.hpp"

namespace fall_line {

Trace analyse(std::string_view text) {
  auto lines = key_value_lines("analysis", text);
  const auto own = take_prefixed(lines, "analysis");
  check_each_once("analysis", own);
  std::string_view name;
  Settings settings;
  for (const auto& [key, value] : own) {
    if (key.empty()) {
      name = value;
    } else {
      settings.emplace_back(key.starts_with(".") ? key.substr(1) : key, value);
    }
  }
  return find_analysis(name).table(settings, partial_run_spec(lines));
}

}  // namespace fall_line
