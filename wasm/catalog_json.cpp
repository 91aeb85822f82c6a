#include "wasm/catalog_json.hpp"

#include <algorithm>

#include "core/catalog/owner.hpp"
#include "core/data/minibatches.hpp"
#include "core/data/preparation.hpp"
#include "core/losses/example_quantities.hpp"
#include "core/schedules/learning_rate.hpp"
#include "core/schedules/piece.hpp"
#include "core/trace/step_quantities.hpp"
#include "wasm/enum_names.hpp"
#include "wasm/json_writer.hpp"

namespace fall_line {

namespace {

void write(JsonWriter& json, const Range& range) {
  json.open_object();
  json.key("low").number(range.low).key("high").number(range.high);
  json.key("lowOpen").boolean(range.low_open).key("highOpen").boolean(range.high_open);
  json.close_object();
}

void write(JsonWriter& json, const ParameterDeclaration& parameter) {
  json.open_object();
  json.key("name").text(parameter.name);
  json.key("symbol").text(parameter.symbol);
  json.key("letter").text(parameter.letter);
  json.key("meaning").text(parameter.meaning);
  json.key("default").number(parameter.default_value);
  write(json.key("allowed"), parameter.allowed);
  write(json.key("slider"), parameter.slider);
  json.key("scale").text(parameter.scale == Scale::log ? "log" : "linear");
  json.key("whole").boolean(parameter.whole);
  json.close_object();
}

void write(JsonWriter& json, const OptionDeclaration& option) {
  json.open_object();
  json.key("name").text(option.name).key("label").text(option.label);
  json.key("choices").open_array();
  for (const Choice& choice : option.choices) {
    json.open_object();
    json.key("name").text(choice.name);
    json.key("label").text(choice.label);
    json.key("meaning").text(choice.meaning);
    json.close_object();
  }
  json.close_array().close_object();
}

void write(JsonWriter& json, const Quantity& quantity) {
  json.open_object();
  json.key("name").text(quantity.name);
  json.key("symbol").text(quantity.symbol);
  json.key("letter").text(quantity.letter);
  json.key("meaning").text(quantity.meaning);
  json.key("shape").text(name_of(quantity.shape));
  json.key("role").text(name_of(quantity.role));
  json.close_object();
}

void write(JsonWriter& json, const FormulaLine& line) {
  json.open_object();
  json.key("tex").text(line.tex).key("reason").text(line.reason);
  json.key("option").text(line.option).key("choice").text(line.choice);
  json.close_object();
}

void write(JsonWriter& json, const MethodDeclaration& method);
void write(JsonWriter& json, const CriticalPoint& point);
void write(JsonWriter& json, const LossDeclaration& loss);
void write(JsonWriter& json, const AnalysisDeclaration& analysis);
void write(JsonWriter& json, const ProblemDeclaration& problem);
void write(JsonWriter& json, const DatasetDeclaration& dataset);
void write(JsonWriter& json, const ScheduleDeclaration& schedule);
void write(JsonWriter& json, const PieceShapeDeclaration& shape);
void write(JsonWriter& json, const DerivationDeclaration& derivation);
void write(JsonWriter& json, const LossDerivationDeclaration& derivation);

void write(JsonWriter& json, const TextDeclaration& text) {
  json.open_object();
  json.key("name").text(text.name).key("label").text(text.label);
  json.key("meaning").text(text.meaning).key("default").text(text.default_value);
  json.close_object();
}

template <class List>
void write_list(JsonWriter& json, std::string_view key, const List& list) {
  json.key(key).open_array();
  for (const auto& item : list) write(json, item);
  json.close_array();
}

void write_settings(JsonWriter& json, const SettingDeclarations& settings) {
  write_list(json, "parameters", settings.parameters);
  write_list(json, "options", settings.options);
  write_list(json, "texts", settings.texts);
}

void write_numbers(JsonWriter& json, std::string_view key, std::span<const double> numbers) {
  json.key(key).open_array();
  for (const double number : numbers) json.number(number);
  json.close_array();
}

template <class Declaration>
void write_head(JsonWriter& json, const Declaration& declaration) {
  json.key("name").text(declaration.name).key("title").text(declaration.title);
  json.key("summary").text(declaration.summary).key("source").text(declaration.source);
}

/// `part` if `list`, which is what it adds to the catalog, has an entry of this name; else
/// `otherwise`.
template <class Entry>
std::string_view part_of(const Entry& entry, std::span<const Entry> list, std::string_view part,
                         std::string_view otherwise) {
  const auto found = std::find_if(list.begin(), list.end(),
                                  [&](const Entry& one) { return one.name == entry.name; });
  return found != list.end() ? part : otherwise;
}

void write(JsonWriter& json, const MethodDeclaration& method) {
  json.open_object();
  write_head(json, method);
  json.key("part").text(part_of(method, curvature_methods(), "curvature", "descent"));
  json.key("needs").text(name_of(method.needs));
  json.key("hasLearningRate").boolean(method.has_learning_rate);
  write_settings(json, method.settings);
  write_list(json, "quantities", method.quantities);
  write_list(json, "lines", method.lines);
  json.close_object();
}

void write(JsonWriter& json, const CriticalPoint& point) {
  json.open_object();
  json.key("x").number(point.x).key("y").number(point.y);
  json.key("kind").text(name_of(point.kind));
  json.close_object();
}

void write(JsonWriter& json, const ProblemDeclaration& problem) {
  json.open_object();
  json.key("name").text(problem.name).key("title").text(problem.title);
  json.key("tex").text(problem.tex).key("source").text(problem.source);
  const auto noisy = part_of(problem, noisy_landscapes(), "noise", "descent");
  const auto curved = part_of(problem, curvature_landscapes(), "curvature", noisy);
  const auto other = part_of(problem, regressions(), "learning", curved);
  json.key("part").text(part_of(problem, classifiers(), "classifiers", other));
  const auto by_default = problem.create({});
  json.key("dimension").number(static_cast<double>(by_default->dimension()));
  const double x[] = {problem.domain.x_low, problem.domain.x_high};
  const double y[] = {problem.domain.y_low, problem.domain.y_high};
  json.key("domain").open_object();
  write_numbers(json, "x", x);
  write_numbers(json, "y", y);
  json.close_object();
  write_numbers(json, "start", by_default->start());
  write_numbers(json, "minimizer", problem.minimizer);
  write_list(json, "criticalPoints", problem.critical_points);
  write_settings(json, problem.settings);
  json.key("data").text(problem.default_data);
  json.close_object();
}

void write(JsonWriter& json, const LossDeclaration& loss) {
  json.open_object();
  write_head(json, loss);
  json.key("task").text(name_of(loss.task));
  write_settings(json, loss.settings);
  write_list(json, "quantities", loss.quantities);
  write_list(json, "lines", loss.lines);
  json.close_object();
}

void write(JsonWriter& json, const AnalysisDeclaration& analysis) {
  json.open_object();
  write_head(json, analysis);
  const auto race = part_of(analysis, race_analyses(), "races", "analyses");
  const auto sampling = part_of(analysis, sampling_analyses(), "regression", race);
  const auto other = part_of(analysis, regression_analyses(), "regression", sampling);
  json.key("part").text(part_of(analysis, learning_analyses(), "learning", other));
  write_settings(json, analysis.settings);
  write_list(json, "quantities", analysis.quantities);
  write_list(json, "lines", analysis.lines);
  json.close_object();
}

void write(JsonWriter& json, const DatasetDeclaration& dataset) {
  json.open_object();
  write_head(json, dataset);
  write_settings(json, dataset.settings);
  json.close_object();
}

void write(JsonWriter& json, const ScheduleDeclaration& schedule) {
  json.open_object();
  write_head(json, schedule);
  json.key("part").text(part_of(schedule, composed_schedules(), "curvature", "descent"));
  write_settings(json, schedule.settings);
  write_list(json, "lines", schedule.lines);
  json.close_object();
}

void write(JsonWriter& json, const PieceShapeDeclaration& shape) {
  json.open_object();
  json.key("name").text(shape.name).key("label").text(shape.label);
  json.key("meaning").text(shape.meaning).key("aboveZero").boolean(shape.above_zero);
  json.close_object();
}

template <class Declaration>
void write_derivation(JsonWriter& json, const Declaration& derivation, const char* about,
                      std::string_view name) {
  json.open_object();
  json.key("name").text(derivation.name).key("title").text(derivation.title);
  json.key(about).text(name);
  write_list(json, "quantities", derivation.quantities);
  write_list(json, "lines", derivation.lines);
  json.close_object();
}

void write(JsonWriter& json, const DerivationDeclaration& derivation) {
  write_derivation(json, derivation, "method", derivation.method);
}

void write(JsonWriter& json, const LossDerivationDeclaration& derivation) {
  write_derivation(json, derivation, "loss", derivation.loss);
}

}  // namespace

std::string catalog_json() {
  JsonWriter json;
  json.open_object();
  write_list(json, "stepQuantities", step_quantities);
  write_list(json, "methods", methods());
  write_list(json, "problems", problems());
  write_list(json, "losses", losses());
  write_list(json, "exampleQuantities", example_quantities);
  write_list(json, "datasets", datasets());
  write_list(json, "schedules", schedules());
  write_settings(json.key("batch").open_object(), declarations_by<BatchDeclarations>());
  json.close_object();
  write_settings(json.key("preparation").open_object(), preparation_settings());
  json.close_object();
  write_settings(json.key("scheduleTime").open_object(), time_settings());
  json.close_object();
  write_list(json, "scheduledQuantities", scheduled_quantities);
  write_list(json, "scheduleQuantities", std::span(&rate_factor_quantity, 1));
  write_list(json, "pieceShapes", piece_shapes());
  write_list(json, "scheduledLines", scheduled_lines);
  write_list(json, "analyses", analyses());
  write_list(json, "derivations", derivations());
  write_list(json, "lossDerivations", loss_derivations());
  json.close_object();
  return json.take();
}

}  // namespace fall_line
