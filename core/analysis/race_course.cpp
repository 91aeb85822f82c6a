#include "core/analysis/race_course.hpp"

#include <cmath>

#include "core/catalog/catalog.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/run/problem_of.hpp"
#include "core/run/run.hpp"
#include "core/trace/step_quantities.hpp"

namespace fall_line {

namespace {

/// Steps that are taken before the loss is looked at again: few, since most runs arrive early.
constexpr Index block = 32;

constexpr std::size_t most_entrants = 32;

double cost_of(const Trace& trace, Index row, Cost cost, double step_time) {
  if (cost == Cost::evaluations) return trace.at(step_quantity::evaluations, row)[0];
  return static_cast<double>(row) * (cost == Cost::time ? step_time : 1.0);
}

/// The text up to the next `separator`, which is taken off `rest` with it.
std::string_view take_until(std::string_view& rest, char separator) {
  const auto end = rest.find(separator);
  const auto part = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return part;
}

struct Following {
  double step_time;
  bool to_the_end;  ///< or until the target is reached
};

Finish follow(const RunSpec& spec, const RaceCourse& course, double lowest, Following how) {
  Run run(spec);
  Finish now{not_yet, not_yet};
  for (Index row = 0;; ++row) {
    if (row > run.steps() && run.advance(block) == 0) {
      const auto reason = run.status().reason;
      const bool lost = reason == StopReason::non_finite || reason == StopReason::out_of_range;
      return lost ? Finish{not_yet, not_yet} : now;
    }
    const double cost = cost_of(run.trace(), row, course.cost, how.step_time);
    if (cost > course.budget) return now;
    now.loss = run.trace().at(step_quantity::loss, row)[0];
    if (!(now.loss - lowest <= course.target)) {
      now.cost = not_yet;
    } else if (std::isnan(now.cost)) {
      now.cost = cost;
      if (!how.to_the_end) return now;
    }
  }
}

RunSpec entrant(std::string_view text, const RunSpec& subject) {
  RunSpec spec = subject;
  spec.method = take_until(text, ',');
  spec.method_settings.clear();
  while (!text.empty()) {
    auto setting = take_until(text, ',');
    const auto name = take_until(setting, '=');
    if (name.empty() || setting.empty()) {
      throw InvalidArgument("analysis.entrants", "'" + std::string(name) + "'",
                            "method,name=value,name=value;method");
    }
    spec.method_settings.emplace_back(name, setting);
  }
  return spec;
}

}  // namespace

double lowest_value(const RunSpec& spec) {
  const auto problem = problem_of(spec);
  const auto minimizer = find_problem(spec.problem).minimizer;
  return std::ssize(minimizer) == problem->dimension() ? problem->value(minimizer.data()) : 0.0;
}

Finish finish(const RunSpec& spec, const RaceCourse& course, double lowest, double step_time) {
  return follow(spec, course, lowest, {step_time, false});
}

Finish settle(const RunSpec& spec, const RaceCourse& course, double lowest, double step_time) {
  return follow(spec, course, lowest, {step_time, true});
}

bool beats(const Finish& one, const Finish& other) {
  if (std::isnan(one.cost)) return false;
  return std::isnan(other.cost) || one.cost < other.cost ||
         (one.cost == other.cost && one.loss < other.loss);
}

std::vector<RunSpec> entrants_of(std::string_view text, const RunSpec& subject) {
  if (text.empty()) return {subject};
  std::vector<RunSpec> specs;
  while (!text.empty()) specs.push_back(entrant(take_until(text, ';'), subject));
  if (specs.size() > most_entrants) {
    throw InvalidArgument("analysis.entrants", std::to_string(specs.size()) + " methods",
                          "at most " + std::to_string(most_entrants));
  }
  return specs;
}

std::vector<double> step_times_of(std::string_view text, Cost cost, std::size_t count) {
  if (cost != Cost::time) return std::vector<double>(count, 1.0);
  const auto times = parse_number_list("analysis.step_times", text);
  if (times.size() != count) {
    throw InvalidArgument("analysis.step_times", std::to_string(times.size()) + " numbers",
                          std::to_string(count) + ": one a method");
  }
  for (const double time : times) {
    if (!(time >= 1e-4)) {
      throw InvalidArgument("analysis.step_times", short_text(time), "numbers from 0.0001");
    }
  }
  return times;
}

}  // namespace fall_line
