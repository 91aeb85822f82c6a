#include "core/losses/dataset_loss.hpp"

#include <cmath>

#include "core/catalog/catalog.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/catalog/words.hpp"
#include "core/losses/example_quantities.hpp"
#include "core/losses/targets.hpp"
#include "core/run/run_spec.hpp"

namespace fall_line {

namespace {

// Probabilities typed by hand are rounded.
constexpr double distribution_tolerance = 1e-6;

/// Rows with semicolons between, all of one length: writes it to `width`.
std::vector<double> parse_rows(std::string_view argument, std::string_view text, Index& width) {
  std::vector<double> numbers;
  for (;;) {
    const auto end = text.find(';');
    const auto row = parse_number_list(argument, text.substr(0, end));
    if (numbers.empty()) width = std::ssize(row);
    if (std::ssize(row) != width) {
      throw InvalidArgument(std::string(argument), std::to_string(row.size()) + " numbers in a row",
                            std::to_string(width) + " in every row");
    }
    numbers.insert(numbers.end(), row.begin(), row.end());
    if (end == std::string_view::npos) return numbers;
    text.remove_prefix(end + 1);
  }
}

/// One-hot rows of class numbers.
std::vector<double> distributions_of(const std::vector<double>& labels, Index classes) {
  std::vector<double> targets(labels.size() * static_cast<std::size_t>(classes));
  double* row = targets.data();
  for (const double label : labels) {
    if (!(label >= 0.0 && label < static_cast<double>(classes)) || label != std::floor(label)) {
      throw InvalidArgument("labels", short_text(label),
                            "a whole number from 0 to " + std::to_string(classes - 1));
    }
    one_hot(static_cast<Index>(label), classes, row);
    row += classes;
  }
  return targets;
}

void check_targets(LossTask task, const LossRequest& request) {
  const auto& targets = request.targets;
  if (request.entries < 1 || targets.empty() || targets.size() != request.scores.size() ||
      std::ssize(targets) % request.entries != 0) {
    throw InvalidArgument("targets", std::to_string(targets.size()) + " numbers",
                          "one for each of the " + std::to_string(request.scores.size()) +
                              " scores, or one label an example");
  }
  if (task == LossTask::binary) {
    if (request.entries != 1) {
      throw InvalidArgument("scores", std::to_string(request.entries) + " scores an example",
                            "one score an example");
    }
    for (const double label : targets) {
      if (std::abs(label) != 1.0) {
        throw InvalidArgument("labels", short_text(label), "-1 or 1");
      }
    }
  }
  if (task == LossTask::classes) {
    for (Index first = 0; first < std::ssize(targets); first += request.entries) {
      const double* row = targets.data() + first;
      double sum = 0.0, least = 0.0;
      for (Index k = 0; k < request.entries; ++k) {
        sum += row[k];
        least = std::min(least, row[k]);
      }
      if (!(least >= 0.0 && std::abs(sum - 1.0) <= distribution_tolerance)) {
        throw InvalidArgument("targets", "a row with the sum " + short_text(sum),
                              "numbers ≥ 0 with the sum 1 in each row");
      }
    }
  }
}

/// The derivation that is asked for; nullptr where none is.
const LossDerivationDeclaration* derivation_of(const LossRequest& request) {
  if (request.derivation.empty()) return nullptr;
  const auto& derivation = find_loss_derivation(request.derivation);
  if (derivation.loss != request.loss) {
    throw InvalidArgument("derivation", "'" + request.derivation + "'",
                          "one about " + request.loss);
  }
  return &derivation;
}

}  // namespace

LossRequest parse_loss_request(std::string_view text) {
  const auto lines = key_value_lines("loss", text);
  check_each_once("loss", lines);
  LossRequest request;
  std::vector<double> labels;
  Index target_entries = 0;
  for (const auto& [key, value] : lines) {
    if (key == "loss") {
      request.loss = value;
    } else if (key == "scores") {
      request.scores = parse_rows(key, value, request.entries);
    } else if (key == "targets") {
      request.targets = parse_rows(key, value, target_entries);
    } else if (key == "labels") {
      labels = parse_number_list(key, value);
    } else if (key == "reduction" && (value == "mean" || value == "sum")) {
      request.reduction = value == "mean" ? Reduction::mean : Reduction::sum;
    } else if (key == "reduction") {
      throw InvalidArgument("reduction", "'" + std::string(value) + "'", "mean, sum");
    } else if (key == "derivation") {
      request.derivation = value;
    } else if (key.starts_with("loss.")) {
      request.settings.emplace_back(key.substr(5), value);
    } else {
      throw InvalidArgument("loss", "the key '" + std::string(key) + "'",
                            "loss, loss.<name>, scores, labels, targets, reduction, derivation");
    }
  }
  if (request.scores.empty())
    throw InvalidArgument("scores", "nothing", "numbers like 3.2,5.1;1,2");
  if (labels.empty() == request.targets.empty()) {
    throw InvalidArgument("labels", labels.empty() ? "nothing" : "targets as well",
                          "either labels or targets");
  }
  if (!labels.empty()) {
    const bool classes = find_loss(request.loss).task == LossTask::classes;
    request.targets = classes ? distributions_of(labels, request.entries) : std::move(labels);
  } else if (target_entries != request.entries) {
    throw InvalidArgument("targets", std::to_string(target_entries) + " numbers in a row",
                          std::to_string(request.entries) + ", as many as scores");
  }
  return request;
}

DatasetLoss dataset_loss(const LossRequest& request) {
  const LossDeclaration& declaration = find_loss(request.loss);
  const auto loss = declaration.create(request.settings);
  check_targets(declaration.task, request);
  const Index entries = request.entries;
  const Index examples = std::ssize(request.scores) / entries;
  const auto* const derivation = derivation_of(request);
  std::vector<Quantity> quantities;
  const auto add = [&](std::span<const Quantity> more) {
    quantities.insert(quantities.end(), more.begin(), more.end());
    return static_cast<int>(quantities.size());
  };
  add(quantity_declarations<example_quantities>);
  const int derived = add(declaration.quantities);
  if (derivation) add(derivation->quantities);
  DatasetLoss result{Trace(quantities, entries), 0.0, Vector(examples * entries)};
  result.table.reserve(examples);
  const double weight =
      request.reduction == Reduction::mean ? 1.0 / static_cast<double>(examples) : 1.0;
  for (Index i = 0; i < examples; ++i) {
    const double* const scores = request.scores.data() + i * entries;
    const double* const target = request.targets.data() + i * entries;
    double* const gradient = result.gradient.data() + i * entries;
    const Tape tape = result.table.append_row();
    const double value = loss->traced_value_and_gradient(scores, target, entries, gradient,
                                                         tape.from(example_quantity::count));
    for (Index k = 0; k < entries; ++k) {
      tape.vector(example_quantity::score, k, scores[k]);
      tape.vector(example_quantity::target, k, target[k]);
      tape.vector(example_quantity::score_gradient, k, gradient[k]);
      gradient[k] *= weight;
    }
    tape.scalar(example_quantity::entries, static_cast<double>(entries));
    tape.scalar(example_quantity::loss, value);
    if (derivation) derivation->derive(request, *loss, result.table, tape.from(derived));
    result.total += value;
  }
  result.total *= weight;
  return result;
}

}  // namespace fall_line
