#include "core/data/table_reader.hpp"

#include <algorithm>

#include "core/catalog/invalid_argument.hpp"

namespace fall_line {

void TableReader::reject(Index column, const std::string& got, const std::string& allowed) const {
  std::string place = std::string(grammar_.where) + std::to_string(std::max<Index>(line_, 1));
  if (column > 0) place += ", column " + std::to_string(column);
  throw InvalidArgument(place, got, allowed);
}

bool TableReader::at_row_end() const noexcept {
  if (position_ >= text_.size()) return true;
  const char c = text_[position_];
  return grammar_.in_lines ? c == '\n' || c == '\r' : c == ';';
}

void TableReader::skip_row_end() noexcept {
  if (position_ < text_.size()) {
    const bool two = text_.substr(position_).starts_with("\r\n");
    position_ += grammar_.in_lines && two ? 2 : 1;
  }
  ++next_line_;
}

void TableReader::skip_blanks() noexcept {
  while (position_ < text_.size() && blank(text_[position_])) ++position_;
}

bool TableReader::next() {
  while (position_ < text_.size()) {
    line_ = next_line_;
    cells_.clear();
    skip_blanks();
    if (position_ < text_.size() && text_[position_] == '#') {
      while (!at_row_end()) ++position_;
    }
    if (at_row_end()) {
      skip_row_end();
      continue;
    }
    read_cell();
    while (!at_row_end()) {
      ++position_;  // the delimiter
      read_cell();
    }
    skip_row_end();
    return true;
  }
  return false;
}

void TableReader::read_cell() {
  std::string& cell = cells_.emplace_back();
  skip_blanks();
  if (position_ < text_.size() && text_[position_] == '"') {
    read_quoted(cell);
    return;
  }
  const std::size_t from = position_;
  while (!at_row_end() && text_[position_] != grammar_.delimiter) ++position_;
  std::size_t to = position_;
  while (to > from && blank(text_[to - 1])) --to;
  cell = text_.substr(from, to - from);
}

void TableReader::read_quoted(std::string& cell) {
  const auto column = static_cast<Index>(cells_.size());
  for (++position_;; ++position_) {
    if (position_ >= text_.size()) reject(column, "a quote that does not close", "\"…\"");
    const char c = text_[position_];
    if (c == '"') {
      ++position_;
      if (position_ >= text_.size() || text_[position_] != '"') break;
    }
    if (grammar_.in_lines && c == '\n') ++next_line_;
    cell += c;
  }
  skip_blanks();
  if (!at_row_end() && text_[position_] != grammar_.delimiter) {
    reject(column, "text behind a closing quote", "\"…\", a quote inside it doubled");
  }
}

char delimiter_of(std::string_view text) {
  bool quoted = false, comment = false, started = false;
  char found = ',';
  for (const char c : text) {
    const bool line_end = !quoted && (c == '\n' || c == '\r');
    if (line_end) {
      if (started && !comment) break;
      started = comment = false;
      continue;
    }
    if (!started && c != ' ') {
      started = true;
      comment = c == '#';
    }
    if (comment) continue;
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\t') return c;
    if (c == ';') found = c;
  }
  return found;
}

}  // namespace fall_line
