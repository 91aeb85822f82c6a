#include "tests/core/formula_parser.hpp"

#include <stdexcept>
#include <utility>

namespace fall_line::test {

namespace {

constexpr std::string_view sum_of_rows = "\\sum_{i=1}^{\\now}";

constexpr std::string_view ends[] = {"+",    "-",       "=",       ")",       "}",
                                     "]",    ",",       ">",       "<",       "\\le",
                                     "\\ge", "\\right", "\\rvert", "\\rVert", "\\rfloor"};

}  // namespace

Sides FormulaParser::line() {
  try {
    ShapedValue left = sum();
    Sides::Relation relation = Sides::Relation::equal;
    if (reader_.take("\\le")) {
      relation = Sides::Relation::at_most;
    } else if (reader_.take("\\ge")) {
      relation = Sides::Relation::at_least;
    } else if (!reader_.take("=")) {
      reader_.fail("'=', '\\le' or '\\ge'");
    }
    ShapedValue right = sum();
    if (!reader_.rest().empty()) reader_.fail("the end");
    return {std::move(left), relation, std::move(right)};
  } catch (const std::invalid_argument& error) {
    const std::string_view what = error.what();
    if (what.starts_with(reader_.tex()) && !reader_.tex().empty()) throw;
    throw std::invalid_argument(std::string(reader_.tex()) + "\nat position " +
                                std::to_string(reader_.position()) + ": " + std::string(what));
  }
}

ShapedValue FormulaParser::sum() {
  const auto negative = [](ShapedValue a) {
    return element_wise(std::move(a), [](Estimate x) { return -x; });
  };
  ShapedValue total = reader_.take("-") ? negative(term()) : term();
  for (;;) {
    if (reader_.take("+")) {
      total = test::sum(total, term());
    } else if (reader_.take("-")) {
      total = test::sum(total, negative(term()));
    } else {
      return total;
    }
  }
}

bool FormulaParser::at_end_of_term() {
  if (reader_.rest().empty()) return true;
  for (const auto end : ends) {
    if (reader_.next_is(end)) return true;
  }
  return false;
}

ShapedValue FormulaParser::term() {
  if (at_end_of_term()) reader_.fail("a term");
  std::vector<ShapedValue> factors;
  while (!at_end_of_term()) {
    if (reader_.take(sum_of_rows)) {
      factors.push_back(sum_over_rows());
    } else if (reader_.command() == "sum") {
      reader_.expect("\\sum");
      entry_index();
      factors.push_back(folded(term(), [](Estimate a, Estimate b) { return a + b; }));
    } else {
      factors.push_back(factor());
    }
  }
  return product(std::move(factors));
}

// The rest of the term, once for each row.
ShapedValue FormulaParser::sum_over_rows() {
  if (index_ != 0) reader_.fail("no sum over rows inside another");
  if (now_ < 1) reader_.fail("a row after the first: the sum is empty here");
  const std::size_t body = reader_.position();
  index_ = 1;
  ShapedValue total = term();
  for (index_ = 2; index_ <= now_; ++index_) {
    reader_.go_to(body);
    total = test::sum(total, term());
  }
  index_ = 0;
  return total;
}

ShapedValue FormulaParser::factor() {
  const ShapedValue base = atom();
  if (!reader_.take("^")) return base;
  const ShapedValue result = raised(base);
  if (reader_.next_is("^")) reader_.fail("one exponent, not two");
  return result;
}

ShapedValue FormulaParser::raised(const ShapedValue& base) {
  const auto transpose = [&] {
    if (base.kind == ShapedValue::Kind::scalar) reader_.fail("a vector or matrix before \\top");
    return transposed(base);
  };
  if (reader_.take("\\top")) return transpose();
  ShapedValue exponent = scalar(exact(0.0));
  if (reader_.next_is("{")) {
    const std::size_t from = reader_.position();
    reader_.expect("{");
    if (reader_.take("\\top")) {
      reader_.expect("}");
      return transpose();
    }
    reader_.go_to(from);
    exponent = braced();
  } else if (reader_.next_is("\\")) {
    exponent = macro();
  } else {
    exponent = scalar(exact(reader_.digit()));
  }
  if (exponent.kind != ShapedValue::Kind::scalar) reader_.fail("a number as exponent");
  if (base.kind == ShapedValue::Kind::matrix) {
    if (exponent[0].value != -1.0) reader_.fail("-1 or \\top as exponent of a matrix");
    return inverse(base);
  }
  return element_wise(base, [&](Estimate x) { return power(x, exponent[0]); });
}

ShapedValue FormulaParser::braced() {
  reader_.expect("{");
  ShapedValue inner = sum();
  reader_.expect("}");
  return inner;
}

}  // namespace fall_line::test
