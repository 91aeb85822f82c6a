#pragma once

#include <string>
#include <string_view>

#include "core/data/dataset.hpp"

namespace fall_line {

/// What the last column of a table holds: numbers to predict, or the names of classes.
/// `automatic` goes by the first row: a number there means numbers.
enum class TargetKind { automatic, classes, numbers };

/// Longest CSV file, in bytes.
inline constexpr std::size_t longest_csv = 1 << 20;

/// The dataset in the text of a CSV file (RFC 4180 and what programs write instead of it).
///   height,width,kind
///   1.5,2,"cat"
/// - One example a line: its features, and last its target. At least two columns.
/// - Tab, semicolon or comma between them, the first of these three that the first line has.
///   In a file with semicolons a comma may be the decimal mark: 1,5.
/// - The first line is a header where none of its features is a number.
/// - "quoted" cells may hold delimiters, line breaks and "" for a quote. Blanks around a cell do
///   not count. Lines end in LF, CRLF or CR; empty ones and those that begin with # are left out.
/// - Classes are numbered in ascending order of their names; by value where all are numbers.
///   In names a control character becomes a blank.
/// Throws InvalidArgument for anything else, with line and column: "csv line 3, column 2". At
/// most 20 000 examples, 64 features, 20 classes; numbers from −1e100 to 1e100. Cost: O(bytes).
Dataset parse_csv(std::string_view text, TargetKind target = TargetKind::automatic);

/// A dataset from the same grammar in one line, as a setting of a run spec has to be: rows end in
/// semicolons, cells in commas. `setting` names it in errors: "data.rows, row 3, column 2".
Dataset parse_rows(std::string_view text, TargetKind target, std::string_view setting);

/// The text that parse_rows reads back to the same dataset, given the same kind of target;
/// numbers in the fewest digits that keep every bit. Each class must have an example.
std::string rows_text(const Dataset& data);

}  // namespace fall_line
