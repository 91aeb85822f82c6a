#pragma once

#include <string_view>

#include "tests/core/formula_evaluator.hpp"
#include "tests/core/tex_reader.hpp"

namespace fall_line::test {

/// Evaluates a formula line while reading it; the grammar is that of evaluate_line.
class FormulaParser {
 public:
  FormulaParser(std::string_view tex, const Meanings& meanings, Index now)
      : reader_(tex), meanings_(meanings), now_(now) {}

  Sides line();

 private:
  ShapedValue sum();
  ShapedValue term();
  ShapedValue sum_over_rows();
  ShapedValue factor();
  ShapedValue raised(const ShapedValue& base);
  ShapedValue atom();
  ShapedValue fraction();
  ShapedValue braced();
  ShapedValue bracketed();
  ShapedValue indicator();
  ShapedValue of_entries(bool largest);
  ShapedValue named_function();
  ShapedValue macro();

  bool at_end_of_term();
  /// The index letter of \sum_k, \max_k; also as _{k}.
  void entry_index();

  TexReader reader_;
  const Meanings& meanings_;
  Index now_;
  Index index_ = 0;  // of the sum over rows around, if any
};

}  // namespace fall_line::test
