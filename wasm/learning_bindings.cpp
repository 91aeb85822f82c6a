// The only door, third part: losses, datasets, and models over them.

#include <emscripten/bind.h>

#include "core/analysis/prediction_field.hpp"
#include "core/catalog/catalog.hpp"
#include "core/data/csv.hpp"
#include "core/losses/dataset_loss.hpp"
#include "core/problems/accuracy.hpp"
#include "core/run/judgement.hpp"
#include "wasm/answer.hpp"
#include "wasm/dataset_json.hpp"
#include "wasm/problem_text.hpp"

namespace fall_line {

namespace {

/// A spec of which only data and data_settings are set.
RunSpec data_spec(const std::string& text) {
  return partial_run_spec(key_value_lines("data", text));
}

std::shared_ptr<const Dataset> dataset_of(const std::string& text) {
  const RunSpec spec = data_spec(text);
  return find_dataset(spec.data).create(spec.data_settings);
}

TargetKind target_kind(const std::string& text) {
  static constexpr Choice kinds[] = {
      {"automatic", "", ""}, {"classes", "", ""}, {"numbers", "", ""}};
  return TargetKind{parse_choice({"target", "", kinds}, "", text)};
}

/// What is said of every input of a grid.
enum class Said { scores, leads, probabilities };

bool fill_grid(Said said, const std::string& problem_text, const std::string& weights, double x_low,
               double x_high, double x_count, double y_low, double y_high, double y_count) {
  return guarded([&] {
    const auto model = problem_from(problem_text);
    const auto numbers = parse_number_list("weights", weights);
    const GridAxis x = axis("x", x_low, x_high, x_count), y = axis("y", y_low, y_high, y_count);
    result = said == Said::scores
                 ? prediction_field(*model, numbers, x, y)
                 : decision_field(*model, numbers, x, y,
                                  said == Said::leads ? Decision::lead : Decision::probability);
  });
}

// three functions of one shape share their glue; with a text that says which they would not
template <Said said>
bool fill(const std::string& problem_text, const std::string& weights, double x_low, double x_high,
          double x_count, double y_low, double y_high, double y_count) {
  return fill_grid(said, problem_text, weights, x_low, x_high, x_count, y_low, y_high, y_count);
}

/// The values of all steps, then the accuracies.
bool judge(const Run& run, const std::string& data_text) {
  return guarded([&] {
    const RunSpec spec = data_spec(data_text);
    result = judged(run, spec.data, spec.data_settings);
  });
}

/// total, N·C, the gradient, then the table.
bool loss_of(const std::string& text) {
  return guarded([&] {
    const DatasetLoss loss = dataset_loss(parse_loss_request(text));
    const auto& gradient = loss.gradient;
    result = {loss.total, static_cast<double>(gradient.size())};
    result.insert(result.end(), gradient.data(), gradient.data() + gradient.size());
    append_to_result(loss.table);
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

/// The accuracy, then the scores: N × outputs.
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
    result = scores_of(*problem, x.data(), *data);
    result.insert(result.begin(), accuracy(result, *data));
  });
}

}  // namespace

}  // namespace fall_line

EMSCRIPTEN_BINDINGS(fall_line_learning) {
  using namespace fall_line;
  emscripten::function("predictions", &fill<Said::scores>);
  emscripten::function("leads", &fill<Said::leads>);
  emscripten::function("probabilities", &fill<Said::probabilities>);
  emscripten::function("accuracy", &accuracy_of);
  emscripten::function("judge", &judge);
  emscripten::function("loss", &loss_of);
  emscripten::function("dataset", &dataset);
  emscripten::function("csv", &csv);
}
