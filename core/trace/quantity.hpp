#pragma once

#include <string_view>

namespace fall_line {

/// One number a row, one for each coordinate, or one for each pair of them (row-major).
enum class Shape { scalar, vector, matrix };

/// What a quantity is to the reader; the site gives each role one colour throughout.
enum class Role { parameter, gradient, first_moment, second_moment, step, loss, factor, curvature };

/// A named intermediate quantity that a step computes and a trace records.
struct Quantity {
  std::string_view name;     ///< e.g. "m_hat"
  std::string_view symbol;   ///< TeX macro without the backslash; \momhat{t} is this at step t
  std::string_view letter;   ///< its default TeX without the index, e.g. "\\hat m"
  std::string_view meaning;  ///< one line for the reader
  Shape shape;
  Role role;
};

/// One line of a derivation or an update rule, written in the macros of quantities and
/// parameters, never in bare letters. A test evaluates it on the traced numbers.
struct FormulaLine {
  std::string_view tex;
  std::string_view reason;       ///< why this line holds, in one sentence
  std::string_view option = {};  ///< the line belongs to `choice` of this option only
  std::string_view choice = {};
};

}  // namespace fall_line
