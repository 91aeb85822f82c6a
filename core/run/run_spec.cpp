#include "core/run/run_spec.hpp"

#include <charconv>
#include <limits>

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"

namespace fall_line {

namespace {

/// The settings that a key such as "method.beta" goes to, by what stands before the dot.
struct Group {
  std::string_view prefix;
  Settings RunSpec::*settings;
};

constexpr Group groups[] = {
    {"problem.", &RunSpec::problem_settings},   {"method.", &RunSpec::method_settings},
    {"data.", &RunSpec::data_settings},         {"batch.", &RunSpec::batch_settings},
    {"schedule.", &RunSpec::schedule_settings},
};

void read_entry(RunSpec& spec, std::string_view key, std::string_view value) {
  if (key == "problem") {
    spec.problem = value;
  } else if (key == "method") {
    spec.method = value;
  } else if (key == "start") {
    spec.start = parse_number_list("start", value);
  } else if (key == "seed") {
    spec.seed = parse_whole_number("seed", value, 0, std::numeric_limits<std::uint64_t>::max());
  } else if (key == "data") {
    spec.data = value;
  } else if (key == "schedule") {
    spec.schedule = value;
  } else {
    for (const auto& [prefix, settings] : groups) {
      if (!key.starts_with(prefix)) continue;
      (spec.*settings).emplace_back(key.substr(prefix.size()), value);
      return;
    }
    throw InvalidArgument("spec", "the key '" + std::string(key) + "'",
                          "problem, method, data, schedule, start, seed, problem.<name>, "
                          "method.<name>, data.<name>, batch.<name>, schedule.<name>");
  }
}

}  // namespace

std::uint64_t parse_whole_number(std::string_view argument, std::string_view text,
                                 std::uint64_t low, std::uint64_t high) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty() || value < low ||
      value > high) {
    throw InvalidArgument(
        std::string(argument), "'" + std::string(text) + "'",
        "a whole number from " + std::to_string(low) + " to " + std::to_string(high));
  }
  return value;
}

std::vector<double> parse_number_list(std::string_view argument, std::string_view text) {
  std::vector<double> numbers;
  for (;;) {
    const auto comma = text.find(',');
    numbers.push_back(
        parse_number(argument, text.substr(0, comma), "finite numbers with commas between"));
    if (comma == std::string_view::npos) return numbers;
    text.remove_prefix(comma + 1);
  }
}

RunSpec partial_run_spec(const std::vector<KeyValue>& lines) {
  check_each_once("spec", lines);
  RunSpec spec;
  for (const auto& [key, value] : lines) read_entry(spec, key, value);
  return spec;
}

RunSpec parse_run_spec(std::string_view text) {
  const RunSpec spec = partial_run_spec(key_value_lines("spec", text));
  check_complete(spec);
  return spec;
}

void check_complete(const RunSpec& spec) {
  if (spec.problem.empty()) throw InvalidArgument("problem", "nothing", "the name of a problem");
  if (spec.method.empty()) throw InvalidArgument("method", "nothing", "the name of a method");
}

std::string to_text(const RunSpec& spec) {
  std::string text = "problem=" + spec.problem + "\nmethod=" + spec.method + "\n";
  if (!spec.data.empty()) text += "data=" + spec.data + "\n";
  if (!spec.schedule.empty()) text += "schedule=" + spec.schedule + "\n";
  for (const auto& [prefix, settings] : groups) {
    for (const auto& [name, value] : spec.*settings) {
      text += std::string(prefix) + name + "=" + value + "\n";
    }
  }
  if (!spec.start.empty()) {
    text += "start=";
    for (std::size_t i = 0; i < spec.start.size(); ++i) {
      if (i > 0) text += ",";
      text += exact_text(spec.start[i]);
    }
    text += "\n";
  }
  return text + "seed=" + std::to_string(spec.seed) + "\n";
}

}  // namespace fall_line
