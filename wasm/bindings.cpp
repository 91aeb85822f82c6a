// The only door, first part: runs, and one problem at a time.

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <memory>

#include "core/analysis/evaluation.hpp"
#include "core/analysis/measure.hpp"
#include "core/numerics/random.hpp"
#include "core/run/problem_of.hpp"
#include "core/run/quantity_rows.hpp"
#include "core/run/run.hpp"
#include "wasm/answer.hpp"
#include "wasm/problem_text.hpp"
#include "wasm/report_json.hpp"

namespace fall_line {

namespace {

std::string error_code() { return last_error.code; }
std::string error_argument() { return last_error.argument; }
std::string error_message() { return last_error.message; }
std::string text_result() { return result_text; }

emscripten::val result_view() {
  return emscripten::val(emscripten::typed_memory_view(result.size(), result.data()));
}

Run* create_run(const std::string& spec_text) {
  Run* run = nullptr;
  guarded([&] { run = new Run(parse_run_spec(spec_text)); });
  return run;
}

bool advance(Run& run, double steps) {
  return guarded([&] {
    const Index count = whole_number("steps", steps, Run::most_steps);
    result = {static_cast<double>(run.advance(count))};
  });
}

bool trace(const Run& run, const std::string& quantity) {
  return guarded([&] { result = QuantityRows(run, quantity).values(); });
}

bool what_if(const Run& run, double step, const std::string& overrides) {
  return guarded([&] {
    const RunSpec parsed = partial_run_spec(key_value_lines("overrides", overrides));
    const Index taken = whole_number("step", step, Run::most_steps);
    result.clear();
    for (const auto& values : run.what_if(taken, parsed.method_settings)) {
      result.insert(result.end(), values.begin(), values.end());
    }
  });
}

// Empty when it failed.
std::string report(const Run& run) {
  std::string text;
  guarded([&] { text = report_json(run); });
  return text;
}

bool evaluate_problem(const std::string& problem_text, const std::string& at) {
  return guarded([&] {
    const auto problem = problem_from(problem_text);
    const Evaluation found = evaluate(*problem, parse_number_list("at", at));
    result = {found.value};
    for (const auto* part :
         {&found.gradient, &found.hessian, &found.eigenvalues, &found.eigenvectors}) {
      result.insert(result.end(), part->begin(), part->end());
    }
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
  emscripten::function("evaluate", &evaluate_problem);
  emscripten::function("measure", &answer);
  emscripten::function("draw_uniform", &draw_uniform);
  emscripten::function("result", &result_view);
  emscripten::function("text_result", &text_result);
  emscripten::function("error_code", &error_code);
  emscripten::function("error_argument", &error_argument);
  emscripten::function("error_message", &error_message);
}
