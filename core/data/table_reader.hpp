#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/numerics/floating_point.hpp"

namespace fall_line {

/// How a table is written down, and what its places are called in errors.
struct TableGrammar {
  bool in_lines;           ///< rows end in line breaks; else in semicolons, all in one line
  char delimiter;          ///< between the cells of a row
  std::string_view where;  ///< before a row's number: "csv line "
};

/// The rows of a table, one after the other, as texts without quotes and outer blanks.
class TableReader {
 public:
  /// `text` must outlive the reader.
  TableReader(std::string_view text, const TableGrammar& grammar) noexcept
      : text_(text), grammar_(grammar) {}

  /// Reads the next row that is neither empty nor a comment; false when there is none. Throws
  /// InvalidArgument for a quote that is not closed, or closed in the middle of a cell.
  bool next();

  const std::vector<std::string>& cells() const noexcept { return cells_; }

  /// Line of the file, or number of the row, from 1.
  Index line() const noexcept { return line_; }

  /// Throws InvalidArgument about column `column` (from 1) of this row; 0: about the whole row.
  [[noreturn]] void reject(Index column, const std::string& got, const std::string& allowed) const;

 private:
  bool at_row_end() const noexcept;
  void skip_row_end() noexcept;
  void skip_blanks() noexcept;
  void read_cell();
  void read_quoted(std::string& cell);
  bool blank(char c) const noexcept { return c == ' ' || (c == '\t' && grammar_.delimiter != c); }

  std::string_view text_;
  TableGrammar grammar_;
  std::size_t position_ = 0;
  Index line_ = 0;
  Index next_line_ = 1;
  std::vector<std::string> cells_;
};

/// Tab, semicolon or comma: the first of them in the first row that is not empty or a comment.
char delimiter_of(std::string_view text);

}  // namespace fall_line
