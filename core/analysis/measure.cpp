#include "core/analysis/measure.hpp"

#include <cmath>

#include "core/catalog/invalid_argument.hpp"
#include "core/run/quantity_rows.hpp"

namespace fall_line {

namespace {

struct Extreme {
  double value;
  Index step;
};

template <class Better>
Extreme extreme(const QuantityRows& rows, Index coordinate, Better better) {
  Extreme best{not_yet, -1};
  for (Index row = 0; row < rows.count(); ++row) {
    const double value = rows.at(row, coordinate);
    if (std::isnan(value)) continue;
    if (best.step < 0 || better(value, best.value)) best = {value, row};
  }
  return best;
}

template <class Reached>
double first_step(const QuantityRows& rows, const Measure& question, Reached reached) {
  for (Index row = 0; row < rows.count(); ++row) {
    const double value = rows.at(row, static_cast<Index>(question.coordinate));
    if (!std::isnan(value) && reached(value)) return static_cast<double>(row);
  }
  throw InvalidArgument("measure.steps", std::to_string(question.steps),
                        "enough steps for " + question.quantity + " to reach the level");
}

void read_entry(Measure& question, std::string_view key, std::string_view value) {
  if (key == "steps") {
    question.steps = parse_whole_number("measure.steps", value, 0, Run::most_steps);
  } else if (key == "quantity") {
    question.quantity = value;
  } else if (key == "coordinate") {
    question.coordinate = parse_whole_number("measure.coordinate", value, 0, 1'000'000);
  } else if (key == "reduction") {
    question.reduction = value;
  } else if (key == "level") {
    question.level = parse_number("measure.level", value, "a finite number");
  } else {
    throw InvalidArgument("measure", "the key '" + std::string(key) + "'",
                          "steps, quantity, coordinate, reduction, level");
  }
}

}  // namespace

Measure parse_measure(std::string_view text) {
  auto lines = key_value_lines("spec", text);
  const auto own = take_prefixed(lines, "measure.");
  check_each_once("measure", own);
  Measure question;
  for (const auto& [key, value] : own) read_entry(question, key, value);
  question.spec = partial_run_spec(lines);
  check_complete(question.spec);
  return question;
}

double measure(const Measure& question) {
  Run run(question.spec);
  const auto wanted = static_cast<Index>(question.steps);
  if (run.advance(wanted) < wanted) {
    throw InvalidArgument("measure.steps", std::to_string(question.steps),
                          "at most " + std::to_string(run.steps()) + ": the run stops there");
  }
  const QuantityRows rows(run, question.quantity);
  const auto coordinate = static_cast<Index>(question.coordinate);
  if (coordinate >= rows.width()) {
    throw InvalidArgument("measure.coordinate", std::to_string(coordinate),
                          "0 to " + std::to_string(rows.width() - 1));
  }
  if (wanted == 0 && std::isnan(rows.at(0, coordinate))) {
    throw InvalidArgument("measure.steps", "0",
                          "1 or more: " + question.quantity + " comes with the first step");
  }
  const auto larger = [](double a, double b) { return a > b; };
  const auto smaller = [](double a, double b) { return a < b; };
  const std::string& reduction = question.reduction;
  if (reduction == "last") return rows.at(rows.count() - 1, coordinate);
  if (reduction == "maximum") return extreme(rows, coordinate, larger).value;
  if (reduction == "minimum") return extreme(rows, coordinate, smaller).value;
  if (reduction == "step_of_maximum") {
    return static_cast<double>(extreme(rows, coordinate, larger).step);
  }
  if (reduction == "step_of_minimum") {
    return static_cast<double>(extreme(rows, coordinate, smaller).step);
  }
  if (reduction == "first_step_below") {
    return first_step(rows, question, [&](double value) { return value < question.level; });
  }
  if (reduction == "first_step_above") {
    return first_step(rows, question, [&](double value) { return value > question.level; });
  }
  throw InvalidArgument("measure.reduction", "'" + reduction + "'",
                        "last, maximum, minimum, step_of_maximum, step_of_minimum, "
                        "first_step_below, first_step_above");
}

}  // namespace fall_line
