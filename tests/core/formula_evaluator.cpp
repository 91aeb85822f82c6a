#include "tests/core/formula_evaluator.hpp"

#include <cctype>
#include <cmath>
#include <limits>
#include <sstream>
#include <stdexcept>

#include "tests/core/formula_parser.hpp"

namespace fall_line::test {

namespace {

const std::set<std::string, std::less<>> tex_commands = {
    "frac",  "tfrac", "sqrt",  "sum",   "left",   "right",  "top",          "pi",     "identity",
    "lvert", "lVert", "rvert", "rVert", "lfloor", "rfloor", "operatorname", "mathbb", "le",
    "ge",    "exp",   "ln",    "cos",   "sin",    "tanh",   "max",          "min"};

bool agree(Estimate left, Sides::Relation relation, Estimate right) {
  // the smallest normal double: below it nothing is relative any more
  const double allowed =
      round_off * (left.magnitude + right.magnitude) + std::numeric_limits<double>::min();
  if (!std::isfinite(allowed)) return false;
  const double difference = left.value - right.value;
  if (relation == Sides::Relation::at_most) return difference <= allowed;
  if (relation == Sides::Relation::at_least) return difference >= -allowed;
  return std::abs(difference) <= allowed;
}

}  // namespace

Sides evaluate_line(std::string_view tex, const Meanings& meanings, Index now) {
  return FormulaParser(tex, meanings, now).line();
}

bool holds(const Sides& sides) { return disagreement(sides).empty(); }

std::string disagreement(const Sides& sides) {
  std::string first;
  Index entry = 0;
  static_cast<void>(element_wise(sides.left, sides.right, [&](Estimate left, Estimate right) {
    if (first.empty() && !agree(left, sides.relation, right)) {
      std::ostringstream text;
      text.precision(17);
      text << "[" << entry << "]: " << left.value << " against " << right.value;
      first = text.str();
    }
    ++entry;
    return left;
  }));
  return first;
}

std::set<std::string> macros_in(std::string_view tex) {
  std::set<std::string> found;
  for (std::size_t i = tex.find('\\'); i != std::string_view::npos; i = tex.find('\\', i + 1)) {
    std::size_t end = i + 1;
    while (end < tex.size() && std::isalpha(static_cast<unsigned char>(tex[end]))) ++end;
    const std::string name(tex.substr(i + 1, end - i - 1));
    if (!name.empty() && !tex_commands.contains(name)) found.insert(name);
  }
  return found;
}

std::string_view left_side(std::string_view tex) {
  TexReader reader(tex);
  std::size_t end = 0;
  int depth = 0;  // the = of \sum_{i=1} is not that of the line
  while (!reader.rest().empty()) {
    if (depth == 0 && (reader.next_is("=") || reader.next_is("\\le") || reader.next_is("\\ge"))) {
      break;
    }
    if (reader.next_is("{")) ++depth;
    if (reader.next_is("}")) --depth;
    end = reader.position() + 1;
    reader.go_to(end);
  }
  auto left = tex.substr(0, end);
  while (left.ends_with(' ')) left.remove_suffix(1);
  return left;
}

std::string left_macro(std::string_view tex) {
  const auto macros = macros_in(left_side(tex));
  return macros.size() == 1 ? *macros.begin() : "";
}

}  // namespace fall_line::test
