#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/numerics/floating_point.hpp"

namespace fall_line {

/// An entry "30:0.1" of a table over time, or "30" of one without values.
struct TimeEntry {
  double time;
  double value;
};

/// The entries of "0:1, 30:0.1" (or "30, 60, 90" if not `with_values`; their value is 0), at most
/// 1000. Times must ascend from 0 up, values be 0 to 1e6. Throws InvalidArgument naming
/// `argument` for anything else.
std::vector<TimeEntry> parse_time_table(std::string_view argument, std::string_view text,
                                        bool with_values);

/// How many entries have begun by `time`.
std::size_t entries_by(const std::vector<TimeEntry>& table, double time) noexcept;

}  // namespace fall_line
