#include "core/data/csv.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/data/table_reader.hpp"

namespace fall_line {

namespace {

constexpr double largest_number = 1e100;
constexpr std::size_t longest_name = 100;
constexpr std::string_view finite = "a number from -1e100 to 1e100";

std::string in_quotes(const std::string& cell) {
  return cell.empty() ? "nothing" : "'" + cell + "'";
}

/// Reads the rows of a table into a dataset.
class DatasetReader {
 public:
  DatasetReader(std::string_view text, const TableGrammar& grammar, TargetKind target)
      : rows_(text, grammar),
        decimal_comma_(grammar.in_lines && grammar.delimiter == ';'),
        target_(target) {}

  Dataset read() {
    bool more = rows_.next();
    if (!more) rows_.reject(0, "no row", "at least one example: its features, last its target");
    width_ = std::ssize(rows_.cells());
    first_line_ = rows_.line();
    if (width_ < 2 || width_ > most_features + 1) {
      rows_.reject(0, counted(width_, "column"),
                   "2 to " + std::to_string(most_features + 1) + " columns, the target last");
    }
    if (is_header()) {
      for (const auto& cell : rows_.cells()) data_.feature_names.push_back(name_of(cell));
      data_.target_name = std::move(data_.feature_names.back());
      data_.feature_names.pop_back();
      more = rows_.next();
      if (!more) rows_.reject(0, "a header alone", "at least one example below it");
    }
    data_.features = width_ - 1;
    for (; more; more = rows_.next()) read_example();
    if (target_ == TargetKind::classes) number_classes();
    return std::move(data_);
  }

 private:
  static std::string counted(Index count, const char* noun) {
    return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
  }

  std::optional<double> number_in(std::string cell) const {
    if (decimal_comma_ && cell.find('.') == std::string::npos) {
      const auto comma = cell.find(',');
      if (comma != std::string::npos) cell[comma] = '.';
    }
    const auto number = finite_number(cell);
    return number && std::abs(*number) <= largest_number ? number : std::nullopt;
  }

  bool is_header() const {
    bool named = false;
    for (Index k = 0; k + 1 < width_; ++k) {
      const auto& cell = rows_.cells()[static_cast<std::size_t>(k)];
      if (number_in(cell)) return false;
      named = named || !cell.empty();
    }
    return named;
  }

  std::string name_of(const std::string& cell) const {
    if (cell.size() > longest_name) {
      rows_.reject(0, in_quotes(cell),
                   "names of at most " + std::to_string(longest_name) + " bytes");
    }
    std::string name = cell;
    for (char& c : name) {
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    }
    return name;
  }

  void read_example() {
    const auto& cells = rows_.cells();
    if (std::ssize(cells) != width_) {
      rows_.reject(0, counted(std::ssize(cells), "column"),
                   std::to_string(width_) + " as in row " + std::to_string(first_line_));
    }
    if (data_.count == most_examples) {
      rows_.reject(0, "one more example", "at most " + std::to_string(most_examples));
    }
    for (Index k = 0; k < data_.features; ++k) {
      const auto& cell = cells[static_cast<std::size_t>(k)];
      const auto number = number_in(cell);
      if (!number) rows_.reject(k + 1, in_quotes(cell), std::string(finite));
      data_.inputs.push_back(*number);
    }
    data_.targets.push_back(target_in(cells.back()));
    ++data_.count;
  }

  double target_in(const std::string& cell) {
    const auto number = number_in(cell);
    if (target_ == TargetKind::automatic) {
      target_ = number ? TargetKind::numbers : TargetKind::classes;
    }
    if (target_ == TargetKind::numbers) {
      if (!number) rows_.reject(width_, in_quotes(cell), std::string(finite));
      return *number;
    }
    if (cell.empty()) rows_.reject(width_, in_quotes(cell), "the name of a class");
    // + 0.0: −0 and 0 are one class
    const std::string name = number ? shortest_text(*number + 0.0) : name_of(cell);
    auto& names = data_.class_names;
    const auto known = std::find(names.begin(), names.end(), name);
    const auto label = static_cast<double>(known - names.begin());
    if (known == names.end()) {
      if (std::ssize(names) == most_classes) {
        rows_.reject(width_, in_quotes(cell),
                     "one of the classes above; at most " + std::to_string(most_classes));
      }
      names.push_back(name);
    }
    return label;
  }

  /// Classes come in the order they first occur: puts them in ascending order.
  void number_classes() {
    auto& names = data_.class_names;
    const bool all_numbers = std::all_of(names.begin(), names.end(), [](const std::string& name) {
      return finite_number(name).has_value();
    });
    std::vector<std::size_t> order(names.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return all_numbers ? *finite_number(names[a]) < *finite_number(names[b])
                         : names[a] < names[b];
    });
    std::vector<double> label(names.size());
    std::vector<std::string> sorted;
    for (const std::size_t old : order) {
      label[old] = static_cast<double>(sorted.size());
      sorted.push_back(std::move(names[old]));
    }
    names = std::move(sorted);
    for (double& target : data_.targets) target = label[static_cast<std::size_t>(target)];
    data_.classes = std::ssize(names);
  }

  TableReader rows_;
  bool decimal_comma_;
  TargetKind target_;
  Index width_ = 0;
  Index first_line_ = 0;
  Dataset data_;
};

/// `name` as a cell of parse_rows, in quotes where it has to be.
void append_name(std::string& text, const std::string& name) {
  const bool plain = !name.empty() && name.find_first_of(",;\"#") == std::string::npos &&
                     name.front() != ' ' && name.back() != ' ';
  if (plain) {
    text += name;
    return;
  }
  text += '"';
  for (const char c : name) text.append(c == '"' ? 2 : 1, c);
  text += '"';
}

}  // namespace

Dataset parse_csv(std::string_view text, TargetKind target) {
  if (text.size() > longest_csv) {
    throw InvalidArgument("csv", std::to_string(text.size()) + " bytes",
                          "at most " + std::to_string(longest_csv) + " bytes");
  }
  if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) {
    throw InvalidArgument("csv", "a file in UTF-16", "UTF-8");
  }
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  const TableGrammar grammar = {true, delimiter_of(text), "csv line "};
  return DatasetReader(text, grammar, target).read();
}

Dataset parse_rows(std::string_view text, TargetKind target, std::string_view setting) {
  const std::string where = std::string(setting) + ", row ";
  return DatasetReader(text, {false, ',', where}, target).read();
}

std::string rows_text(const Dataset& data) {
  std::string text;
  if (!data.feature_names.empty()) {
    for (const auto& name : data.feature_names) {
      append_name(text, name);
      text += ',';
    }
    append_name(text, data.target_name);
    text += ';';
  }
  for (Index i = 0; i < data.count; ++i) {
    for (Index k = 0; k < data.features; ++k) text += shortest_text(data.input(i)[k]) + ",";
    if (data.class_names.empty()) {
      text += shortest_text(data.target(i));
    } else {
      append_name(text, data.class_names[static_cast<std::size_t>(data.label(i))]);
    }
    if (i + 1 < data.count) text += ';';
  }
  return text;
}

}  // namespace fall_line
