#pragma once

#include "core/schedules/piece.hpp"
#include "core/schedules/schedule.hpp"

namespace fall_line {

/// Pieces one after the other, each of a form of its own between two factors. Piece i begins at
/// the sum b(i) of the lengths before it:
///   factor(time) = piece(i).at((time − b(i)) / length(i))   for the last i with b(i) ≤ time
/// and what the last piece ends with from then on. Where two pieces meet the later one counts.
class PiecesSchedule {
 public:
  static constexpr std::string_view name = "pieces";
  static constexpr std::string_view title = "Pieces";
  static constexpr std::string_view summary = "Pieces of your own, one after the other.";
  static constexpr std::string_view source = "this course";
  struct Parameters {
    std::string pieces;
  };
  static constexpr Text<Parameters> texts[] = {
      {{"pieces", "Pieces",
        "shape:length:from:to with commas between: linear:10:0:1, constant:30:1, cosine:60:1:0",
        "constant:30:1, cosine:70:1:0"},
       &Parameters::pieces}};
  static constexpr FormulaLine lines[] = {
      {R"(\ratefactor{t} \ge 0)", "What its pieces say; it only has to be no number below 0."}};

  explicit PiecesSchedule(const Parameters& parameters)
      : pieces_(parse_pieces("schedule.pieces", parameters.pieces)) {}

  double factor(double time) const noexcept {
    for (const Piece& piece : pieces_) {
      if (time < piece.length) return piece.at(time / piece.length);
      time -= piece.length;
    }
    return pieces_.back().at(1.0);
  }

 private:
  std::vector<Piece> pieces_;
};

}  // namespace fall_line
