#include "core/schedules/time_table.hpp"

#include <algorithm>

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/setting.hpp"

namespace fall_line {

namespace {

constexpr std::size_t most_entries = 1000;
constexpr double largest_entry = 1e6;

double number_from_0(std::string_view argument, std::string_view text, const std::string& allowed) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  const double number = parse_number(argument, text, allowed);
  if (number < 0.0 || number > largest_entry) {
    throw InvalidArgument(std::string(argument), std::string(text), allowed);
  }
  return number;
}

}  // namespace

std::vector<TimeEntry> parse_time_table(std::string_view argument, std::string_view text,
                                        bool with_values) {
  const std::string allowed = with_values
                                  ? "time:factor, time:factor, … from 0 to 1e6, the times ascending"
                                  : "time, time, … from 0 to 1e6, ascending";
  std::vector<TimeEntry> table;
  for (;;) {
    const auto comma = text.find(',');
    const auto entry = text.substr(0, comma);
    const auto colon = with_values ? entry.find(':') : entry.size();
    if (colon == std::string_view::npos) {
      throw InvalidArgument(std::string(argument), "'" + std::string(entry) + "'", allowed);
    }
    const double time = number_from_0(argument, entry.substr(0, colon), allowed);
    const double value =
        with_values ? number_from_0(argument, entry.substr(colon + 1), allowed) : 0.0;
    if (!table.empty() && time <= table.back().time) {
      throw InvalidArgument(std::string(argument), "'" + std::string(entry) + "'", allowed);
    }
    if (table.size() == most_entries) {
      throw InvalidArgument(std::string(argument), "one more entry",
                            "at most " + std::to_string(most_entries));
    }
    table.push_back({time, value});
    if (comma == std::string_view::npos) return table;
    text.remove_prefix(comma + 1);
  }
}

std::size_t entries_by(const std::vector<TimeEntry>& table, double time) noexcept {
  const auto later =
      std::upper_bound(table.begin(), table.end(), time,
                       [](double wanted, const TimeEntry& entry) { return wanted < entry.time; });
  return static_cast<std::size_t>(later - table.begin());
}

}  // namespace fall_line
