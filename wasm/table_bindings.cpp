// The only door, second part: grids and analyses.

#include <emscripten/bind.h>

#include "core/analysis/analysis.hpp"
#include "core/analysis/field.hpp"
#include "core/analysis/plane_slice.hpp"
#include "wasm/answer.hpp"
#include "wasm/problem_text.hpp"

namespace fall_line {

namespace {

bool fill_field(const std::string& problem_text, double x_low, double x_high, double x_count,
                double y_low, double y_high, double y_count) {
  return guarded([&] {
    result = field(*problem_from(problem_text), axis("x", x_low, x_high, x_count),
                   axis("y", y_low, y_high, y_count));
  });
}

bool fill_slice(const std::string& problem_text, const std::string& at, const std::string& first,
                const std::string& second, double x_low, double x_high, double x_count,
                double y_low, double y_high, double y_count) {
  return guarded([&] {
    result = plane_slice(*problem_from(problem_text), parse_number_list("at", at),
                         parse_number_list("first", first), parse_number_list("second", second),
                         axis("x", x_low, x_high, x_count), axis("y", y_low, y_high, y_count));
  });
}

bool analyse_text(const std::string& text) {
  return guarded([&] {
    const Trace table = analyse(text);
    result.clear();
    append_to_result(table);
  });
}

}  // namespace

}  // namespace fall_line

EMSCRIPTEN_BINDINGS(fall_line_tables) {
  using namespace fall_line;
  emscripten::function("field", &fill_field);
  emscripten::function("slice", &fill_slice);
  emscripten::function("analyse", &analyse_text);
}
