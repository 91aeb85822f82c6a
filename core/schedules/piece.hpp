#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/numerics/floating_point.hpp"

namespace fall_line {

/// A form that a piece of a schedule can have.
enum class PieceShape { constant, linear, cosine, step, exponential, inverse_time, inverse_root };

/// What a reader chooses among, in the order of PieceShape.
struct PieceShapeDeclaration {
  std::string_view name;
  std::string_view label;    ///< a few words for a button
  std::string_view meaning;  ///< one line
  bool above_zero;           ///< neither end may be 0: the form only ever comes closer to it
};
std::span<const PieceShapeDeclaration> piece_shapes();

/// A stretch of a schedule: from one factor to another in a given time.
struct Piece {
  PieceShape shape;
  double length;  ///< time it takes, > 0
  double from;
  double to;  ///< of a constant piece the same

  /// Where it has come after `share` of its time, 0 to 1; every form joins the two ends:
  ///   constant      from
  ///   linear        from + (to − from)·share
  ///   cosine        to + (from − to)·½(1 + cos(π·share))
  ///   step          from·(to/from)^(k/3),  k = 0, 1, 2, 3 for a quarter of the time each
  ///   exponential   from·(to/from)^share
  ///   inverse_time  from / (1 + (from/to − 1)·share)
  ///   inverse_root  from / √(1 + ((from/to)² − 1)·share)
  double at(double share) const noexcept;
};

/// The pieces of "linear:10:0:1, constant:30:1, cosine:60:1:0": shape:length:from:to, of a
/// constant shape:length:factor; at most 50. Throws InvalidArgument naming `argument` for
/// anything else.
std::vector<Piece> parse_pieces(std::string_view argument, std::string_view text);

}  // namespace fall_line
