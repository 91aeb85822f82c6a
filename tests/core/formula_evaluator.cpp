#include "tests/core/formula_evaluator.hpp"

#include <cctype>
#include <cmath>
#include <stdexcept>

namespace fall_line::test {

namespace {

const std::set<std::string, std::less<>> tex_commands = {"frac", "tfrac", "sqrt",
                                                         "sum",  "left",  "right"};

// First-order propagation of round-off through each operation.
Estimate operator+(Estimate a, Estimate b) {
  return {a.value + b.value, a.magnitude + b.magnitude};
}
Estimate operator-(Estimate a) { return {-a.value, a.magnitude}; }
Estimate operator*(Estimate a, Estimate b) {
  return {a.value * b.value, std::abs(a.value) * b.magnitude + a.magnitude * std::abs(b.value)};
}
Estimate operator/(Estimate a, Estimate b) {
  const double quotient = a.value / b.value;
  return {quotient, (a.magnitude + std::abs(quotient) * b.magnitude) / std::abs(b.value)};
}
Estimate root(Estimate a) {
  const double value = std::sqrt(a.value);
  return {value, value > 0.0 ? value + 0.5 * a.magnitude / value : 0.0};
}
Estimate power(Estimate base, Estimate exponent) {
  const double value = std::pow(base.value, exponent.value);
  return {value, std::abs(value) * (1.0 + std::abs(exponent.value))};
}
Estimate exact(double value) { return {value, std::abs(value)}; }

class Parser {
 public:
  Parser(std::string_view tex, const Meanings& meanings, Index now)
      : tex_(tex), meanings_(meanings), now_(now) {}

  Sides line() {
    const Estimate left = sum();
    expect("=");
    const Estimate right = sum();
    if (!rest().empty()) fail("the end");
    return {left, right};
  }

 private:
  [[noreturn]] void fail(const std::string& wanted) {
    throw std::invalid_argument(std::string(tex_) + "\nat position " + std::to_string(position_) +
                                ": expected " + wanted);
  }

  std::string_view rest() {
    for (;;) {
      if (tex_.substr(position_).starts_with("\\,")) {
        position_ += 2;
      } else if (position_ < tex_.size() && tex_[position_] == ' ') {
        ++position_;
      } else {
        return tex_.substr(position_);
      }
    }
  }

  bool take(std::string_view token) {
    if (!rest().starts_with(token)) return false;
    position_ += token.size();
    return true;
  }

  void expect(std::string_view token) {
    if (!take(token)) fail("'" + std::string(token) + "'");
  }

  Estimate sum() {
    const bool negative = take("-");
    Estimate total = negative ? -term() : term();
    for (;;) {
      if (take("+")) {
        total = total + term();
      } else if (take("-")) {
        total = total + -term();
      } else {
        return total;
      }
    }
  }

  bool at_end_of_term() {
    const auto next = rest();
    return next.empty() || next[0] == '+' || next[0] == '-' || next[0] == '=' || next[0] == ')' ||
           next[0] == '}' || next.starts_with("\\right)");
  }

  Estimate term() {
    if (at_end_of_term()) fail("a term");
    Estimate product{1.0, 0.0};
    while (!at_end_of_term()) {
      if (take("\\sum_{i=1}^{\\now}")) return product * summed();
      product = product * factor();
    }
    return product;
  }

  // The rest of the term, once for each i.
  Estimate summed() {
    if (index_ != 0) fail("no sum inside a sum");
    const std::size_t body = position_;
    Estimate total = exact(0.0);
    for (index_ = 1; index_ <= now_; ++index_) {
      position_ = body;
      total = total + term();
    }
    index_ = 0;
    return total;
  }

  Estimate factor() {
    const Estimate base = atom();
    if (!take("^")) return base;
    if (rest().starts_with("{")) return power(base, braced());
    return power(base, digit());
  }

  Estimate digit() {
    const auto next = rest();
    if (next.empty() || !std::isdigit(static_cast<unsigned char>(next[0]))) fail("a digit");
    ++position_;
    return exact(next[0] - '0');
  }

  Estimate braced() {
    expect("{");
    const Estimate inner = sum();
    expect("}");
    return inner;
  }

  Estimate atom() {
    if (take("(") || take("\\left(")) {
      const Estimate inner = sum();
      if (!take(")")) expect("\\right)");
      return inner;
    }
    if (take("\\frac")) {
      const Estimate above = braced();
      return above / braced();
    }
    if (take("\\tfrac")) {
      const Estimate above = digit();
      return above / digit();
    }
    if (take("\\sqrt")) return root(braced());
    if (index_ != 0 && take("i")) return exact(static_cast<double>(index_));
    if (take("\\")) return macro();
    return number();
  }

  Estimate number() {
    const auto next = rest();
    std::size_t length = 0;
    while (length < next.size() &&
           (std::isdigit(static_cast<unsigned char>(next[length])) || next[length] == '.')) {
      ++length;
    }
    if (length == 0) fail("a factor");
    position_ += length;
    return exact(std::stod(std::string(next.substr(0, length))));
  }

  Estimate macro() {
    const std::size_t from = position_;
    while (position_ < tex_.size() && std::isalpha(static_cast<unsigned char>(tex_[position_]))) {
      ++position_;
    }
    const auto symbol = tex_.substr(from, position_ - from);
    if (symbol.empty() || tex_commands.contains(symbol)) fail("a macro");
    if (symbol == "now") return exact(static_cast<double>(now_));
    if (take("{t}")) return exact(meanings_.quantity(symbol, now_));
    if (take("{t-1}")) return exact(meanings_.quantity(symbol, now_ - 1));
    if (index_ != 0 && take("{i}")) return exact(meanings_.quantity(symbol, index_));
    if (rest().starts_with("{")) fail("{t}, {t-1} or, in a sum, {i}");
    return exact(meanings_.parameter(symbol));
  }

  std::string_view tex_;
  const Meanings& meanings_;
  Index now_;
  Index index_ = 0;  // of the sum around, if any
  std::size_t position_ = 0;
};

}  // namespace

Sides evaluate_line(std::string_view tex, const Meanings& meanings, Index now) {
  return Parser(tex, meanings, now).line();
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

std::string left_macro(std::string_view tex) {
  const auto macros = macros_in(tex.substr(0, tex.find('=')));
  return macros.size() == 1 ? *macros.begin() : "";
}

}  // namespace fall_line::test
