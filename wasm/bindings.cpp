// The only door: everything JavaScript can call. No C++ exception crosses it: a call that
// fails returns false (or null) and leaves its message for take_error(), so neither the heap
// nor the shadow stack of wasm has anything to leak.

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <exception>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include "core/analysis/evaluation.hpp"
#include "core/analysis/field.hpp"
#include "core/analysis/measure.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/numerics/random.hpp"
#include "core/run/problem_of.hpp"
#include "core/run/quantity_rows.hpp"
#include "core/run/run.hpp"
#include "wasm/catalog_json.hpp"

namespace fall_line {

namespace {

struct LastError {
  std::string code;
  std::string argument;
  std::string message;
};

LastError last_error;

// Where a call leaves its numbers; the facade copies them out before the next call.
std::vector<double> result;

template <class Action>
bool guarded(Action action) {
  try {
    action();
    return true;
  } catch (const InvalidArgument& error) {
    last_error = {"invalid_argument", error.argument(), error.what()};
  } catch (const std::bad_alloc&) {
    last_error = {"out_of_memory", "", "not enough memory for this request"};
  } catch (const std::exception& error) {
    last_error = {"internal", "", error.what()};
  }
  return false;
}

std::string error_code() { return last_error.code; }
std::string error_argument() { return last_error.argument; }
std::string error_message() { return last_error.message; }

emscripten::val result_view() {
  return emscripten::val(emscripten::typed_memory_view(result.size(), result.data()));
}

std::unique_ptr<AnyProblem> problem_from(const std::string& spec_text) {
  // A problem alone is written as a spec whose method is of no matter.
  const RunSpec spec = parse_run_spec(spec_text + "\nmethod=gradient_descent");
  return problem_of(spec);
}

Run* create_run(const std::string& spec_text) {
  Run* run = nullptr;
  guarded([&] { run = new Run(parse_run_spec(spec_text)); });
  return run;
}

// JavaScript has no integers, and a double out of Index's range must not be cast to it.
Index whole_number(const char* argument, double value, Index high) {
  if (!(value >= 0.0 && value <= static_cast<double>(high)) ||
      value != static_cast<double>(static_cast<Index>(value))) {
    throw InvalidArgument(argument, short_text(value),
                          "a whole number from 0 to " + std::to_string(high));
  }
  return static_cast<Index>(value);
}

bool advance(Run& run, double steps) {
  return guarded([&] {
    const Index count = whole_number("steps", steps, Run::most_steps);
    result = {static_cast<double>(run.advance(count))};
  });
}

bool trace(const Run& run, const std::string& quantity) {
  return guarded([&] {
    const QuantityRows rows(run, quantity);
    result = rows.values();
  });
}

bool what_if(const Run& run, double step, const std::string& overrides) {
  return guarded([&] {
    RunSpec parsed = parse_run_spec("problem=-\nmethod=-\n" + overrides);
    const Index taken = whole_number("step", step, Run::most_steps);
    result.clear();
    for (const auto& values : run.what_if(taken, parsed.method_settings)) {
      result.insert(result.end(), values.begin(), values.end());
    }
  });
}

// Empty when it failed, as catalog() below.
std::string report(const Run& run) {
  std::string text;
  guarded([&] { text = report_json(run); });
  return text;
}

std::string catalog() {
  std::string text;
  guarded([&] { text = catalog_json(); });
  return text;
}

bool evaluate_problem(const std::string& spec_text, const std::string& at) {
  return guarded([&] {
    const auto problem = problem_from(spec_text);
    const Evaluation found = evaluate(*problem, parse_number_list("at", at));
    result = {found.value};
    for (const auto* part :
         {&found.gradient, &found.hessian, &found.eigenvalues, &found.eigenvectors}) {
      result.insert(result.end(), part->begin(), part->end());
    }
  });
}

GridAxis axis(const char* argument, double low, double high, double count) {
  return {low, high, whole_number(argument, count, most_grid_points)};
}

bool fill_field(const std::string& spec_text, double x_low, double x_high, double x_count,
                double y_low, double y_high, double y_count) {
  return guarded([&] {
    result = field(*problem_from(spec_text), axis("x", x_low, x_high, x_count),
                   axis("y", y_low, y_high, y_count));
  });
}

bool answer(const std::string& measure_text) {
  return guarded([&] { result = {measure(parse_measure(measure_text))}; });
}

bool draw_uniform(const std::string& seed, double count) {
  return guarded([&] {
    Random random(parse_whole_number("seed", seed, 0, ~std::uint64_t{0}));
    result.resize(static_cast<std::size_t>(whole_number("count", count, 1000)));
    for (double& number : result) number = random.uniform();
  });
}

}  // namespace

}  // namespace fall_line

EMSCRIPTEN_BINDINGS(fall_line) {
  using namespace fall_line;
  using emscripten::allow_raw_pointers;
  emscripten::class_<Run>("Run")
      .function("advance", &advance)
      .function("trace", &trace)
      .function("what_if", &what_if)
      .function("report", &report);
  emscripten::function("create_run", &create_run, allow_raw_pointers());
  emscripten::function("catalog_json", &catalog);
  emscripten::function("evaluate", &evaluate_problem);
  emscripten::function("field", &fill_field);
  emscripten::function("measure", &answer);
  emscripten::function("draw_uniform", &draw_uniform);
  emscripten::function("result", &result_view);
  emscripten::function("error_code", &error_code);
  emscripten::function("error_argument", &error_argument);
  emscripten::function("error_message", &error_message);
}
