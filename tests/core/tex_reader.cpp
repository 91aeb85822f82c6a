#include "tests/core/tex_reader.hpp"

#include <cctype>
#include <stdexcept>

namespace fall_line::test {

namespace {

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

std::size_t letters_at(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && is_letter(text[length])) ++length;
  return length;
}

}  // namespace

std::string_view TexReader::rest() {
  for (;;) {
    const auto next = tex_.substr(position_);
    if (next.starts_with("\\,")) {
      position_ += 2;
    } else if (next.starts_with(' ')) {
      ++position_;
    } else {
      return next;
    }
  }
}

std::string_view TexReader::command() {
  const auto next = rest();
  if (!next.starts_with('\\')) return {};
  return next.substr(1, letters_at(next.substr(1)));
}

bool TexReader::next_is(std::string_view piece) {
  if (!rest().starts_with(piece)) return false;
  // \le is not the beginning of \left
  const bool is_command = piece.starts_with('\\') && is_letter(piece.back());
  return !is_command || command() == piece.substr(1);
}

bool TexReader::take(std::string_view piece) {
  if (!next_is(piece)) return false;
  position_ += piece.size();
  return true;
}

void TexReader::expect(std::string_view piece) {
  if (!take(piece)) fail("'" + std::string(piece) + "'");
}

int TexReader::digit() {
  const auto next = rest();
  if (next.empty() || !is_digit(next[0])) fail("a digit");
  ++position_;
  return next[0] - '0';
}

double TexReader::number() {
  const auto next = rest();
  std::size_t length = 0, points = 0;
  while (length < next.size() && (is_digit(next[length]) || next[length] == '.')) {
    if (next[length] == '.') ++points;
    ++length;
  }
  if (length == 0) fail("a factor");
  if (points > 1 || points == length) fail("a number");
  position_ += length;
  return std::stod(std::string(next.substr(0, length)));
}

std::string_view TexReader::name() {
  const auto letters = rest().substr(0, letters_at(rest()));
  if (letters.empty()) fail("a name");
  position_ += letters.size();
  return letters;
}

void TexReader::fail(const std::string& wanted) {
  throw std::invalid_argument(std::string(tex_) + "\nat position " + std::to_string(position_) +
                              ": expected " + wanted);
}

}  // namespace fall_line::test
