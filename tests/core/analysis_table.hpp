#pragma once

#include <string>
#include <string_view>

#include "core/analysis/analysis.hpp"

namespace fall_line::test {

/// An analysis of `name` under the lines of `text`, with its columns by name.
class AnalysisTable {
 public:
  AnalysisTable(std::string_view name, const std::string& text)
      : table_(analyse("analysis=" + std::string(name) + "\n" + text)) {}

  Index rows() const { return table_.rows(); }
  const Trace& trace() const { return table_; }

  /// Entry `coordinate` of the column called `name` in row `row`.
  double at(std::string_view name, Index row, std::size_t coordinate = 0) const {
    return table_.at(table_.find(name), row)[coordinate];
  }

  double last(std::string_view name) const { return at(name, rows() - 1); }

 private:
  Trace table_;
};

}  // namespace fall_line::test
