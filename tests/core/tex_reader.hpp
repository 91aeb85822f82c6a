#pragma once

#include <string>
#include <string_view>

namespace fall_line::test {

/// A place in a TeX formula that moves on as pieces are taken. Spaces and \, count for nothing.
class TexReader {
 public:
  explicit TexReader(std::string_view tex) : tex_(tex) {}

  std::string_view tex() const { return tex_; }
  std::size_t position() const { return position_; }
  void go_to(std::size_t position) { position_ = position; }

  /// What is left, from the next piece on.
  std::string_view rest();

  /// The command that comes next, without its backslash: "frac" of \frac; empty if none does.
  std::string_view command();

  bool next_is(std::string_view piece);
  bool take(std::string_view piece);
  void expect(std::string_view piece);

  /// One digit; 1.25; a name in letters. Each throws if something else comes next.
  int digit();
  double number();
  std::string_view name();

  /// Throws std::invalid_argument that shows the formula, the position and what was wanted.
  [[noreturn]] void fail(const std::string& wanted);

 private:
  std::string_view tex_;
  std::size_t position_ = 0;
};

}  // namespace fall_line::test
