#pragma once

#include "core/data/csv.hpp"
#include "core/data/dataset.hpp"

namespace fall_line {

/// The reader's own table, as it stands in a run spec: the rows of a CSV file in one line.
class Table {
 public:
  static constexpr std::string_view name = "table";
  static constexpr std::string_view title = "Your own table";
  static constexpr std::string_view summary = "Numbers from a file: features, and last the target.";
  static constexpr std::string_view source = "you";

  struct Parameters {
    TargetKind target;
    std::string rows;
  };
  static constexpr Choice target_choices[] = {
      {"automatic", "as it looks", "numbers if the first row ends in one, else classes"},
      {"classes", "classes", "every text or number in it is the name of a class"},
      {"numbers", "numbers", "a number to predict"},
  };
  static constexpr Option<Parameters> options[] = {
      {{"target", "Last column", target_choices},
       [](Parameters& parameters, int choice) { parameters.target = TargetKind{choice}; }}};
  static constexpr Text<Parameters> texts[] = {
      {{"rows", "Rows", "rows end in semicolons, cells in commas; a first row of names is optional",
        "width,height,kind; 1,2,low; 2,1,low; 4,5,high; 5,4,high"},
       &Parameters::rows}};

  static Dataset make(const Parameters& parameters) {
    return parse_rows(parameters.rows, parameters.target, "data.rows");
  }
};

/// The settings with which the dataset called "table" is `data` again: what makes a file part of
/// a run's text.
inline Settings table_settings(const Dataset& data) {
  return {{"rows", rows_text(data)}, {"target", data.classes > 0 ? "classes" : "numbers"}};
}

}  // namespace fall_line
