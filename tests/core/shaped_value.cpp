#include "tests/core/shaped_value.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

namespace fall_line::test {

namespace {

using Kind = ShapedValue::Kind;

std::string in_words(const ShapedValue& a) {
  static constexpr const char* words[] = {"a scalar", "a column", "a row", "a matrix"};
  const std::string word = words[static_cast<int>(a.kind)];
  return a.kind == Kind::scalar ? word : word + " of size " + std::to_string(a.n);
}

[[noreturn]] void do_not_fit(const char* operation, const ShapedValue& a, const ShapedValue& b) {
  throw std::invalid_argument(in_words(a) + " " + operation + " " + in_words(b) +
                              ": the shapes do not fit");
}

/// rows × inner times inner × columns.
std::vector<Estimate> matrix_product(const ShapedValue& a, const ShapedValue& b, Index rows,
                                     Index inner, Index columns) {
  std::vector<Estimate> entries;
  for (Index i = 0; i < rows; ++i) {
    for (Index k = 0; k < columns; ++k) {
      Estimate total = exact(0.0);
      for (Index j = 0; j < inner; ++j) total = total + a[i * inner + j] * b[j * columns + k];
      entries.push_back(total);
    }
  }
  return entries;
}

bool solves(const ShapedValue& a, const ShapedValue& b) {
  return a.inverse_of != nullptr && a.n == b.n &&
         (b.kind == Kind::column || b.kind == Kind::matrix);
}

ShapedValue times(const ShapedValue& a, const ShapedValue& b) {
  const Index n = a.n;
  if (a.kind == Kind::scalar || b.kind == Kind::scalar) {
    ShapedValue scaled = a.kind == Kind::scalar ? b : a;
    const Estimate factor = a.kind == Kind::scalar ? a[0] : b[0];
    scaled.inverse_of = nullptr;
    for (auto& entry : scaled.entries) entry = factor * entry;
    return scaled;
  }
  if (n != b.n) do_not_fit("times", a, b);
  if (solves(a, b)) return solution(a, b);
  if (a.kind == Kind::column && b.kind == Kind::column) {
    return element_wise(a, b, [](Estimate x, Estimate y) { return x * y; });
  }
  if (a.kind == Kind::row && b.kind == Kind::column) {
    return {Kind::scalar, 1, matrix_product(a, b, 1, n, 1)};
  }
  if (a.kind == Kind::column && b.kind == Kind::row) {
    return {Kind::matrix, n, matrix_product(a, b, n, 1, n)};
  }
  if (a.kind == Kind::row && b.kind == Kind::matrix) {
    return {Kind::row, n, matrix_product(a, b, 1, n, n)};
  }
  if (a.kind == Kind::matrix && b.kind == Kind::column) {
    return {Kind::column, n, matrix_product(a, b, n, n, 1)};
  }
  if (a.kind == Kind::matrix && b.kind == Kind::matrix) {
    return {Kind::matrix, n, matrix_product(a, b, n, n, n)};
  }
  do_not_fit("times", a, b);
}

}  // namespace

ShapedValue scalar(Estimate value) { return {Kind::scalar, 1, {value}}; }

ShapedValue shaped(Shape shape, const std::vector<double>& entries) {
  ShapedValue value = {Kind::scalar, 1, {}};
  for (const double entry : entries) value.entries.push_back(exact(entry));
  if (shape == Shape::scalar) return value;
  value.kind = shape == Shape::vector ? Kind::column : Kind::matrix;
  value.n = std::ssize(entries);
  if (shape == Shape::matrix) value.n = std::lround(std::sqrt(static_cast<double>(value.n)));
  return value;
}

ShapedValue identity(Index n) {
  ShapedValue value = {Kind::matrix, n, {}};
  for (Index i = 0; i < n * n; ++i) value.entries.push_back(exact(i % (n + 1) == 0 ? 1.0 : 0.0));
  return value;
}

ShapedValue element_wise(const ShapedValue& a, const ShapedValue& b,
                         const std::function<Estimate(Estimate, Estimate)>& function) {
  const bool spread_a = a.kind == Kind::scalar && b.kind == Kind::column;
  const bool spread_b = b.kind == Kind::scalar && a.kind == Kind::column;
  if (!spread_a && !spread_b && (a.kind != b.kind || a.n != b.n)) do_not_fit("with", a, b);
  ShapedValue result = {spread_a ? b.kind : a.kind, spread_a ? b.n : a.n, {}};
  const Index count = std::max(a.count(), b.count());
  for (Index i = 0; i < count; ++i) {
    result.entries.push_back(function(a[spread_a ? 0 : i], b[spread_b ? 0 : i]));
  }
  return result;
}

ShapedValue element_wise(ShapedValue a, const std::function<Estimate(Estimate)>& function) {
  a.inverse_of = nullptr;
  for (auto& entry : a.entries) entry = function(entry);
  return a;
}

ShapedValue sum(const ShapedValue& a, const ShapedValue& b) {
  return element_wise(a, b, [](Estimate x, Estimate y) { return x + y; });
}

ShapedValue product(std::vector<ShapedValue> factors) {
  // a system is solved before what stands in front of its inverse scales it
  for (std::size_t i = factors.size() - 1; i-- > 0;) {
    if (!solves(factors[i], factors[i + 1])) continue;
    factors[i] = solution(factors[i], factors[i + 1]);
    factors.erase(factors.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  }
  ShapedValue total = factors[0];
  for (std::size_t i = 1; i < factors.size(); ++i) total = times(total, factors[i]);
  return total;
}

ShapedValue quotient(const ShapedValue& a, const ShapedValue& b) {
  const auto divide = [](Estimate x, Estimate y) { return x / y; };
  if (b.kind == Kind::scalar) {
    return element_wise(a, [&](Estimate x) { return x / b[0]; });
  }
  if (b.kind != Kind::column) do_not_fit("over", a, b);
  return element_wise(a, b, divide);
}

ShapedValue transposed(ShapedValue a) {
  if (a.kind == Kind::column || a.kind == Kind::row) {
    a.kind = a.kind == Kind::column ? Kind::row : Kind::column;
  } else if (a.kind == Kind::matrix) {
    for (Index i = 0; i < a.n; ++i) {
      for (Index k = 0; k < i; ++k) {
        std::swap(a.entries[static_cast<std::size_t>(i * a.n + k)],
                  a.entries[static_cast<std::size_t>(k * a.n + i)]);
      }
    }
    a.inverse_of = nullptr;
  }
  return a;
}

ShapedValue diagonal(const ShapedValue& a) {
  if (a.kind != Kind::column && a.kind != Kind::matrix) {
    throw std::invalid_argument("the diagonal of " + in_words(a));
  }
  ShapedValue result = identity(a.n);
  for (Index i = 0; i < a.n; ++i) {
    result.entries[static_cast<std::size_t>(i * (a.n + 1))] =
        a[a.kind == Kind::column ? i : i * (a.n + 1)];
  }
  return result;
}

ShapedValue folded(const ShapedValue& a, const std::function<Estimate(Estimate, Estimate)>& step) {
  if (a.kind == Kind::scalar) throw std::invalid_argument("the entries of a scalar");
  Estimate total = a[0];
  for (Index i = 1; i < a.count(); ++i) total = step(total, a[i]);
  return scalar(total);
}

ShapedValue euclidean_norm(const ShapedValue& a) {
  const auto squares = element_wise(a, [](Estimate x) { return x * x; });
  return element_wise(folded(squares, [](Estimate x, Estimate y) { return x + y; }), root);
}

}  // namespace fall_line::test
