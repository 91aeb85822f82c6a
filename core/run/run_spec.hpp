#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/catalog/key_value_lines.hpp"
#include "core/catalog/setting.hpp"

namespace fall_line {

/// Everything that determines a run. The same spec gives the same numbers natively, in Node
/// and in any browser.
struct RunSpec {
  std::string problem;
  Settings problem_settings;
  std::string method;
  Settings method_settings;
  std::string data;  ///< empty: the problem's default data, if it is about data
  Settings data_settings;
  Settings batch_settings;
  std::string schedule;  ///< empty: a constant learning rate
  Settings schedule_settings;
  std::vector<double> start;  ///< empty: the problem's own start
  std::uint64_t seed = 1;
};

/// A spec from lines of the form key=value, in any order:
///   problem=booth
///   method=adam
///   method.learning_rate=0.1
///   problem.noise=0.5
///   start=-4,-4
///   seed=7
///   data=blobs
///   data.count=60
///   batch.size=8
///   schedule=cosine
///   schedule.total=100
/// Throws InvalidArgument for anything else: an unknown or doubled key, a missing problem or
/// method, a number that is none. Names and values of settings are checked when a run is made.
RunSpec parse_run_spec(std::string_view text);

/// The same from lines already read, of which problem and method may be missing: a question about
/// a problem names no method, one about data names neither.
RunSpec partial_run_spec(const std::vector<KeyValue>& lines);

/// Throws InvalidArgument unless the spec names a problem and a method.
void check_complete(const RunSpec& spec);

/// The text that parse_run_spec reads back to the same spec.
std::string to_text(const RunSpec& spec);

/// The numbers of a list such as "-4,-4"; throws InvalidArgument naming `argument`.
std::vector<double> parse_number_list(std::string_view argument, std::string_view text);

/// A whole number from `low` to `high`; throws InvalidArgument naming `argument`.
std::uint64_t parse_whole_number(std::string_view argument, std::string_view text,
                                 std::uint64_t low, std::uint64_t high);

}  // namespace fall_line
