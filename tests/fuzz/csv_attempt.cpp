#include "tests/fuzz/csv_attempt.hpp"

#include <cmath>
#include <optional>

#include "core/catalog/invalid_argument.hpp"
#include "core/data/csv.hpp"
#include "tests/fuzz/report.hpp"

namespace fall_line::test {

namespace {

void check(const Dataset& data, std::string_view text) {
  require(data.count >= 1 && data.count <= most_examples, "a dataset has examples", text);
  require(data.features >= 1 && data.features <= most_features, "they have features", text);
  require(std::ssize(data.inputs) == data.count * data.features &&
              std::ssize(data.targets) == data.count,
          "as many inputs and targets as examples", text);
  for (const double input : data.inputs) require(std::isfinite(input), "inputs are finite", text);
  for (Index i = 0; i < data.count; ++i) {
    const double target = data.target(i);
    require(std::isfinite(target), "targets are finite", text);
    if (data.classes == 0) continue;
    require(
        target == std::floor(target) && target >= 0.0 && target < static_cast<double>(data.classes),
        "labels number the classes", text);
  }
  require(data.class_names.empty() || std::ssize(data.class_names) == data.classes,
          "each class has a name, or none has", text);
  require(data.feature_names.empty() || std::ssize(data.feature_names) == data.features,
          "each feature has a name, or none has", text);
}

std::optional<Dataset> read(std::string_view text, TargetKind kind) {
  try {
    return parse_csv(text, kind);
  } catch (const InvalidArgument&) {
    return std::nullopt;
  }
}

}  // namespace

Attempt attempt_csv(std::string_view text) {
  Attempt attempt = Attempt::refused;
  for (const auto kind : {TargetKind::automatic, TargetKind::classes, TargetKind::numbers}) {
    const auto data = read(text, kind);
    if (!data) continue;
    attempt = Attempt::ran;
    check(*data, text);
    const auto same_kind = data->classes > 0 ? TargetKind::classes : TargetKind::numbers;
    const Dataset again = parse_rows(rows_text(*data), same_kind, "rows");
    require(again.inputs == data->inputs && again.targets == data->targets &&
                again.feature_names == data->feature_names &&
                again.class_names == data->class_names,
            "a dataset survives its text", text);
  }
  return attempt;
}

}  // namespace fall_line::test
