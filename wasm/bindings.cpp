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
#include "core/numerics/random.hpp"
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
  return find_problem(spec.problem).create(spec.problem_settings);
}

Run* create_run(const std::string& spec_text) {
  Run* run = nullptr;
  guarded([&] { run = new Run(parse_run_spec(spec_text)); });
  return run;
}

bool advance(Run& run, double steps) {
  return guarded([&] {
    if (!(steps >= 0.0 && steps <= static_cast<double>(Run::most_steps)) ||
        steps != static_cast<double>(static_cast<Index>(steps))) {
      throw InvalidArgument("steps", std::to_string(steps),
                            "a whole number from 0 to " + std::to_string(Run::most_steps));
    }
    result = {static_cast<double>(run.advance(static_cast<Index>(steps)))};
  });
}

bool trace(const Run& run, const std::string& quantity) {
  return guarded([&] {
    const QuantityRows rows(run, quantity);
    result.assign(rows.values().begin(), rows.values().end());
  });
}

bool what_if(const Run& run, double step, const std::string& overrides) {
  return guarded([&] {
    RunSpec parsed = parse_run_spec("problem=-\nmethod=-\n" + overrides);
    result.clear();
    for (const auto& values : run.what_if(static_cast<Index>(step), parsed.method_settings)) {
      result.insert(result.end(), values.begin(), values.end());
    }
  });
}

std::string report(const Run& run) { return report_json(run); }

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

GridAxis axis(double low, double high, double count) {
  // out of Index's range would be undefined; zero points is refused by field()
  const bool sensible = count >= 0.0 && count <= static_cast<double>(most_grid_points) + 1.0;
  return {low, high, sensible ? static_cast<Index>(count) : 0};
}

bool fill_field(const std::string& spec_text, double x_low, double x_high, double x_count,
                double y_low, double y_high, double y_count) {
  return guarded([&] {
    result = field(*problem_from(spec_text), axis(x_low, x_high, x_count),
                   axis(y_low, y_high, y_count));
  });
}

bool answer(const std::string& measure_text) {
  return guarded([&] { result = {measure(parse_measure(measure_text))}; });
}

bool draw_uniform(const std::string& seed, double count) {
  return guarded([&] {
    Random random(parse_whole_number("seed", seed, 0, ~std::uint64_t{0}));
    if (!(count >= 0.0 && count <= 1000.0)) {
      throw InvalidArgument("count", std::to_string(count), "0 to 1000");
    }
    result.resize(static_cast<std::size_t>(count));
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
  emscripten::function("catalog_json", &catalog_json);
  emscripten::function("evaluate", &evaluate_problem);
  emscripten::function("field", &fill_field);
  emscripten::function("measure", &answer);
  emscripten::function("draw_uniform", &draw_uniform);
  emscripten::function("result", &result_view);
  emscripten::function("error_code", &error_code);
  emscripten::function("error_argument", &error_argument);
  emscripten::function("error_message", &error_message);
}
