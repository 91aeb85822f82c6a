// The only door, third part: losses, datasets, and models over them.

#include <emscripten/bind.h>

#include "core/analysis/decision_field.hpp"
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

RunSpec data_from(const std::string& text) {
  return partial_run_spec(key_value_lines("data", text));
}

std::shared_ptr<const Dataset> dataset_of(const std::string& text) {
  const RunSpec spec = data_from(text);
  return find_dataset(spec.data).create(spec.data_settings);
}

/// `text` as the parameters of `problem`.
std::vector<double> weights_of(const AnyProblem& problem, const std::string& text) {
  auto weights = parse_number_list("weights", text);
  if (std::ssize(weights) == problem.dimension()) return weights;
  throw InvalidArgument("weights", std::to_string(weights.size()) + " numbers",
                        std::to_string(problem.dimension()));
}

TargetKind target_kind(const std::string& text) {
  static constexpr Choice kinds[] = {
      {"automatic", "", ""}, {"classes", "", ""}, {"numbers", "", ""}};
  return TargetKind{parse_choice({"target", "", kinds}, "", text)};
}

bool fill_predictions(const std::string& problem_text, const std::string& weights, double x_low,
                      double x_high, double x_count, double y_low, double y_high, double y_count) {
  return guarded([&] {
    result = prediction_field(*problem_from(problem_text), parse_number_list("weights", weights),
                              axis("x", x_low, x_high, x_count), axis("y", y_low, y_high, y_count));
  });
}

bool fill_decisions(const std::string& problem_text, const std::string& weights,
                    const std::string& decision, double x_low, double x_high, double x_count,
                    double y_low, double y_high, double y_count) {
  return guarded([&] {
    static constexpr Choice kinds[] = {{"lead", "", ""}, {"probability", "", ""}};
    result = decision_field(*problem_from(problem_text), parse_number_list("weights", weights),
                            axis("x", x_low, x_high, x_count), axis("y", y_low, y_high, y_count),
                            Decision{parse_choice({"decision", "", kinds}, "", decision)});
  });
}

/// N × outputs.
bool scores_of(const std::string& problem_text, const std::string& weights,
               const std::string& data_text) {
  return guarded([&] {
    const auto problem = problem_from(problem_text);
    const auto x = weights_of(*problem, weights);
    const auto data = dataset_of(data_text);
    if (data->features != problem->input_count()) {
      throw InvalidArgument("data", std::to_string(data->features) + " numbers an example",
                            std::to_string(problem->input_count()));
    }
    result.resize(static_cast<std::size_t>(data->count * problem->output_count()));
    problem->predict(x.data(), data->inputs.data(), data->count, result.data());
  });
}

/// The values of all steps, then the accuracies.
bool judge(const Run& run, const std::string& data_text) {
  return guarded([&] {
    const RunSpec examples = data_from(data_text);
    auto [values, accuracies] = judged(run, examples.data, examples.data_settings);
    result = std::move(values);
    result.insert(result.end(), accuracies.begin(), accuracies.end());
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

bool accuracy_of(const std::string& problem_text, const std::string& weights,
                 const std::string& data_text) {
  return guarded([&] {
    const auto problem = problem_from(problem_text);
    const auto x = weights_of(*problem, weights);
    const auto data = dataset_of(data_text);
    result = {accuracy(*problem, x.data(), *data)};
  });
}

}  // namespace

}  // namespace fall_line

EMSCRIPTEN_BINDINGS(fall_line_learning) {
  using namespace fall_line;
  emscripten::function("predictions", &fill_predictions);
  emscripten::function("decisions", &fill_decisions);
  emscripten::function("scores", &scores_of);
  emscripten::function("accuracy", &accuracy_of);
  emscripten::function("judge", &judge);
  emscripten::function("loss", &loss_of);
  emscripten::function("dataset", &dataset);
  emscripten::function("csv", &csv);
}
