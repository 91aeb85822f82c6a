// What stands between two factors of a formula: numbers, macros, brackets, functions.

#include <cmath>
#include <numbers>

#include "tests/core/formula_parser.hpp"

namespace fall_line::test {

namespace {

struct Function {
  std::string_view name;
  Estimate (*function)(Estimate);
};
constexpr Function functions[] = {{"exp", exponential},
                                  {"ln", logarithm},
                                  {"sin", sine},
                                  {"cos", cosine},
                                  {"tanh", hyperbolic_tangent}};

struct Bracket {
  std::string_view open;
  std::string_view close;
  ShapedValue (*of)(const ShapedValue&);
};
constexpr Bracket brackets[] = {
    {"(", ")", [](const ShapedValue& a) { return a; }},
    {"\\lvert", "\\rvert", [](const ShapedValue& a) { return element_wise(a, absolute); }},
    {"\\lVert", "\\rVert", [](const ShapedValue& a) { return euclidean_norm(a); }},
    {"\\lfloor", "\\rfloor", [](const ShapedValue& a) { return element_wise(a, floor_of); }},
};

struct Comparison {
  std::string_view sign;
  bool (*holds)(double, double);
};
constexpr Comparison comparisons[] = {{">", [](double a, double b) { return a > b; }},
                                      {"<", [](double a, double b) { return a < b; }},
                                      {"\\ge", [](double a, double b) { return a >= b; }},
                                      {"\\le", [](double a, double b) { return a <= b; }},
                                      {"=", [](double a, double b) { return a == b; }}};

// Commands that mean something to TeX alone and are met out of place.
constexpr std::string_view tex_only[] = {"frac",  "tfrac", "sqrt",        "sum", "left",
                                         "right", "top",   "mathbb",      "max", "min",
                                         "le",    "ge",    "operatorname"};

}  // namespace

ShapedValue FormulaParser::bracketed() {
  const bool stretches = reader_.take("\\left");
  for (const auto& bracket : brackets) {
    if (!reader_.take(bracket.open)) continue;
    const ShapedValue inner = sum();
    if (stretches) reader_.expect("\\right");
    reader_.expect(bracket.close);
    return bracket.of(inner);
  }
  reader_.fail("a bracket");
}

ShapedValue FormulaParser::fraction() {
  if (reader_.take("\\tfrac") && !reader_.next_is("{")) {
    const double above = reader_.digit();
    return scalar(exact(above) / exact(reader_.digit()));
  }
  reader_.take("\\frac");
  const ShapedValue above = braced();
  return quotient(above, braced());
}

void FormulaParser::entry_index() {
  reader_.expect("_");
  const bool in_braces = reader_.take("{");
  // one letter, so that \sum_k x is not a sum over "kx"
  const auto next = reader_.rest();
  if (next.empty() || next[0] < 'a' || next[0] > 'z') reader_.fail("the letter of an index");
  reader_.go_to(reader_.position() + 1);
  if (in_braces) reader_.expect("}");
}

// \max(a, b) of two, \max_k(a) of all entries.
ShapedValue FormulaParser::of_entries(bool largest) {
  const auto choose = largest ? larger : smaller;
  if (reader_.next_is("_")) {
    entry_index();
    return folded(bracketed(), choose);
  }
  const bool stretches = reader_.take("\\left");
  reader_.expect("(");
  const ShapedValue first = sum();
  reader_.expect(",");
  const ShapedValue second = sum();
  if (stretches) reader_.expect("\\right");
  reader_.expect(")");
  return element_wise(first, second, choose);
}

ShapedValue FormulaParser::indicator() {
  reader_.expect("{1}");
  reader_.expect("[");
  const ShapedValue left = sum();
  for (const auto& comparison : comparisons) {
    if (!reader_.take(comparison.sign)) continue;
    const ShapedValue right = sum();
    reader_.expect("]");
    return element_wise(left, right, [&](Estimate a, Estimate b) {
      if (std::isnan(a.value + b.value)) return Estimate{a.value + b.value, 0.0};
      return exact(comparison.holds(a.value, b.value) ? 1.0 : 0.0);
    });
  }
  reader_.fail("a comparison");
}

ShapedValue FormulaParser::named_function() {
  reader_.expect("{");
  const auto name = reader_.name();
  reader_.expect("}");
  if (name == "sign") return element_wise(bracketed(), sign);
  if (name == "diag") return diagonal(bracketed());
  reader_.fail("sign or diag before it, not " + std::string(name));
}

ShapedValue FormulaParser::atom() {
  if (reader_.next_is("\\left")) return bracketed();
  for (const auto& bracket : brackets) {
    if (reader_.next_is(bracket.open)) return bracketed();
  }
  if (reader_.next_is("\\frac") || reader_.next_is("\\tfrac")) return fraction();
  if (reader_.take("\\sqrt")) return element_wise(braced(), root);
  if (reader_.take("\\max")) return of_entries(true);
  if (reader_.take("\\min")) return of_entries(false);
  if (reader_.take("\\mathbb")) return indicator();
  if (reader_.take("\\operatorname")) return named_function();
  for (const auto& [name, function] : functions) {
    if (reader_.command() != name) continue;
    reader_.go_to(reader_.position() + 1 + name.size());
    return element_wise(bracketed(), function);
  }
  if (reader_.next_is("\\")) return macro();
  if (index_ != 0 && reader_.take("i")) return scalar(exact(static_cast<double>(index_)));
  return scalar(exact(reader_.number()));
}

ShapedValue FormulaParser::macro() {
  const auto symbol = reader_.command();
  if (symbol.empty()) reader_.fail("a macro");
  for (const auto name : tex_only) {
    if (symbol == name) reader_.fail("a factor");
  }
  reader_.go_to(reader_.position() + 1 + symbol.size());
  if (symbol == "now") return scalar(exact(static_cast<double>(now_)));
  if (symbol == "pi") return scalar(exact(std::numbers::pi));
  if (symbol == "identity") return identity(meanings_.dimension);
  if (reader_.take("{t}")) return meanings_.quantity(symbol, now_);
  if (reader_.take("{t-1}")) {
    if (now_ < 1) reader_.fail("a row before this one");
    return meanings_.quantity(symbol, now_ - 1);
  }
  if (reader_.take("{0}")) return meanings_.quantity(symbol, 0);
  if (index_ != 0 && reader_.take("{i}")) return meanings_.quantity(symbol, index_);
  if (reader_.next_is("{")) reader_.fail("{t}, {t-1}, {0} or, in a sum over rows, {i}");
  return scalar(exact(meanings_.parameter(symbol)));
}

}  // namespace fall_line::test
