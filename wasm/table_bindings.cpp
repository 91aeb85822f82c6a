// The only door, second part: grids, datasets, and what answers with a table.

#include <emscripten/bind.h>

#include "core/analysis/analysis.hpp"
#include "core/analysis/field.hpp"
#include "core/catalog/catalog.hpp"
#include "core/data/csv.hpp"
#include "core/losses/dataset_loss.hpp"
#include "core/problems/accuracy.hpp"
#include "wasm/answer.hpp"
#include "wasm/dataset_json.hpp"
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

bool fill_predictions(const std::string& problem_text, const std::string& weights, double x_low,
                      double x_high, double x_count, double y_low, double y_high, double y_count) {
  return guarded([&] {
    result = prediction_field(*problem_from(problem_text), parse_number_list("weights", weights),
                              axis("x", x_low, x_high, x_count), axis("y", y_low, y_high, y_count));
  });
}

std::shared_ptr<const Dataset> dataset_of(const std::string& text) {
  const RunSpec spec = parse_run_spec("problem=-\nmethod=-\n" + text);
  return find_dataset(spec.data).create(spec.data_settings);
}

TargetKind target_kind(const std::string& text) {
  static constexpr Choice kinds[] = {
      {"automatic", "", ""}, {"classes", "", ""}, {"numbers", "", ""}};
  return TargetKind{parse_choice({"target", "", kinds}, "", text)};
}

void append(const Trace& table) {
  result.push_back(static_cast<double>(table.rows()));
  result.push_back(static_cast<double>(table.dimension()));
  for (Index row = 0; row < table.rows(); ++row) {
    const auto entries = table.row(row);
    result.insert(result.end(), entries.begin(), entries.end());
  }
}

bool analyse_text(const std::string& text) {
  return guarded([&] {
    const Trace table = analyse(text);
    result.clear();
    append(table);
  });
}

/// total, N·C, the gradient, then the table.
bool loss_of(const std::string& text) {
  return guarded([&] {
    const DatasetLoss loss = dataset_loss(parse_loss_request(text));
    const auto& gradient = loss.gradient;
    result = {loss.total, static_cast<double>(gradient.size())};
    result.insert(result.end(), gradient.data(), gradient.data() + gradient.size());
    append(loss.table);
  });
}

/// N, d, C, the inputs, the targets; the names as JSON in the text.
void answer_with(const Dataset& data) {
  result = {static_cast<double>(data.count), static_cast<double>(data.features),
            static_cast<double>(data.classes)};
  result.insert(result.end(), data.inputs.begin(), data.inputs.end());
  result.insert(result.end(), data.targets.begin(), data.targets.end());
}

bool dataset(const std::string& text) {
  return guarded([&] {
    const auto data = dataset_of(text);
    answer_with(*data);
    result_text = dataset_names_json(*data, "");
  });
}

bool csv(const std::string& text, const std::string& target) {
  return guarded([&] {
    const Dataset data = parse_csv(text, target_kind(target));
    answer_with(data);
    result_text = dataset_names_json(data, rows_text(data));
  });
}

bool accuracy_of(const std::string& problem_text, const std::string& weights,
                 const std::string& data_text) {
  return guarded([&] {
    const auto problem = problem_from(problem_text);
    const auto x = parse_number_list("weights", weights);
    if (std::ssize(x) != problem->dimension()) {
      throw InvalidArgument("weights", std::to_string(x.size()) + " numbers",
                            std::to_string(problem->dimension()));
    }
    const auto data = dataset_of(data_text);
    result = {accuracy(*problem, x.data(), *data)};
  });
}

}  // namespace

}  // namespace fall_line

EMSCRIPTEN_BINDINGS(fall_line_tables) {
  using namespace fall_line;
  emscripten::function("field", &fill_field);
  emscripten::function("slice", &fill_slice);
  emscripten::function("predictions", &fill_predictions);
  emscripten::function("analyse", &analyse_text);
  emscripten::function("loss", &loss_of);
  emscripten::function("dataset", &dataset);
  emscripten::function("csv", &csv);
  emscripten::function("accuracy", &accuracy_of);
}
