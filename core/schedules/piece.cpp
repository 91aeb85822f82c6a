#include "core/schedules/piece.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/setting.hpp"
#include "core/catalog/words.hpp"
#include "core/numerics/power.hpp"
#include "core/schedules/progress.hpp"

namespace fall_line {

namespace {

constexpr std::size_t most_pieces = 50;
constexpr double largest_value = 1e6;
constexpr double drops = 3.0;

constexpr PieceShapeDeclaration shapes[] = {
    {"constant", for_readers("Constant"), for_readers("The learning rate stays as it is."), false},
    {"linear", for_readers("Straight line"),
     for_readers("By the same amount each time: a warm-up, or linear decay."), false},
    {"cosine", for_readers("Cosine"), for_readers("Half a wave: slow, fast in the middle, slow."),
     false},
    {"step", for_readers("Steps"), for_readers("Three equal drops, a quarter of the time apart."),
     true},
    {"exponential", for_readers("Exponential"),
     for_readers("The same share of the learning rate kept each time."), true},
    {"inverse_time", for_readers("1/t"), for_readers("One over a straight line in time."), true},
    {"inverse_root", for_readers("1/√t"), for_readers("One over the square root of such a line."),
     true},
};

/// The word before the next colon, without spaces around it; takes it off `text`.
std::string_view next_word(std::string_view& text) {
  const auto colon = std::min(text.find(':'), text.size());
  auto word = text.substr(0, colon);
  text.remove_prefix(std::min(colon + 1, text.size()));
  while (word.starts_with(' ')) word.remove_prefix(1);
  while (word.ends_with(' ')) word.remove_suffix(1);
  return word;
}

struct Reader {
  std::string_view argument;
  std::string_view whole;  ///< the text of the piece

  [[noreturn]] void refuse(const std::string& allowed) const {
    throw InvalidArgument(std::string(argument), "'" + std::string(whole) + "'", allowed);
  }

  double number(std::string_view word) const {
    const std::string allowed = "shape:length:from:to, numbers from 0 to 1e6";
    if (word.empty()) refuse(allowed);
    const double value = parse_number(argument, word, allowed);
    if (value < 0.0 || value > largest_value) refuse(allowed);
    return value;
  }

  Piece piece() const {
    auto rest = whole;
    const auto name = next_word(rest);
    const auto* found = std::find_if(std::begin(shapes), std::end(shapes),
                                     [&](const auto& shape) { return shape.name == name; });
    if (found == std::end(shapes)) {
      std::string names;
      for (const auto& shape : shapes) (names += names.empty() ? "" : ", ") += shape.name;
      refuse("shape:length:from:to with one of the shapes " + names);
    }
    const auto shape = static_cast<PieceShape>(found - std::begin(shapes));
    Piece read{.shape = shape, .length = number(next_word(rest)), .from = number(next_word(rest))};
    read.to = shape == PieceShape::constant ? read.from : number(next_word(rest));
    if (!rest.empty()) refuse("nothing after the factors");
    if (read.length == 0.0) refuse("a length above 0");
    if (found->above_zero && (read.from == 0.0 || read.to == 0.0)) {
      refuse("factors above 0 for " + std::string(name));
    }
    return read;
  }
};

}  // namespace

std::span<const PieceShapeDeclaration> piece_shapes() { return shapes; }

double Piece::at(double share) const noexcept {
  switch (shape) {
    case PieceShape::constant:
      return from;
    case PieceShape::linear:
      return between(from, to, share);
    case PieceShape::cosine:
      return cosine_between(from, to, share);
    case PieceShape::step:
      return from * power(to / from, std::min(drops, std::floor((drops + 1.0) * share)) / drops);
    case PieceShape::exponential:
      return from * power(to / from, share);
    case PieceShape::inverse_time:
      return from / (1.0 + (from / to - 1.0) * share);
    case PieceShape::inverse_root:
      return from / std::sqrt(1.0 + ((from / to) * (from / to) - 1.0) * share);
  }
  return from;
}

std::vector<Piece> parse_pieces(std::string_view argument, std::string_view text) {
  std::vector<Piece> pieces;
  for (;;) {
    const auto comma = text.find(',');
    pieces.push_back(Reader{argument, text.substr(0, comma)}.piece());
    if (pieces.size() > most_pieces) {
      throw InvalidArgument(std::string(argument), "one more piece",
                            "at most " + std::to_string(most_pieces));
    }
    if (comma == std::string_view::npos) return pieces;
    text.remove_prefix(comma + 1);
  }
}

}  // namespace fall_line
