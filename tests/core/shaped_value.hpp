#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "core/numerics/floating_point.hpp"
#include "core/trace/quantity.hpp"
#include "tests/core/estimate.hpp"

namespace fall_line::test {

/// A scalar, a column of n entries, a row (a column transposed), or an n × n matrix (row-major),
/// with round-off. Operations whose shapes do not fit throw std::invalid_argument.
struct ShapedValue {
  enum class Kind { scalar, column, row, matrix };

  Kind kind;
  Index n;  ///< 1 of a scalar
  std::vector<Estimate> entries;
  /// Of the inverse M⁻¹: M itself. M⁻¹·x is then the solution of a system, whose round-off is
  /// that of |M⁻¹|·(|M||x| + |b|) and not of the inverse written out.
  std::shared_ptr<const ShapedValue> inverse_of = nullptr;

  const Estimate& operator[](Index i) const { return entries[static_cast<std::size_t>(i)]; }
  Index count() const { return std::ssize(entries); }
};

ShapedValue scalar(Estimate value);
ShapedValue shaped(Shape shape, const std::vector<double>& entries);
ShapedValue identity(Index n);

/// Entry by entry; a scalar meets every entry of a column.
ShapedValue element_wise(const ShapedValue& a, const ShapedValue& b,
                         const std::function<Estimate(Estimate, Estimate)>& function);
ShapedValue element_wise(ShapedValue a, const std::function<Estimate(Estimate)>& function);

/// a + b; a scalar is added to every entry of a column, never to a matrix.
ShapedValue sum(const ShapedValue& a, const ShapedValue& b);

/// The factors of a term side by side, multiplied from the left: scalar·anything,
/// column·column element-wise, row·column a scalar, column·row a matrix, and matrix products.
ShapedValue product(std::vector<ShapedValue> factors);

/// a/b: element-wise, or anything over a scalar.
ShapedValue quotient(const ShapedValue& a, const ShapedValue& b);

ShapedValue transposed(ShapedValue a);
ShapedValue inverse(const ShapedValue& matrix);

/// The solution x of M·x = b, a column or matrix, given M⁻¹.
ShapedValue solution(const ShapedValue& m_inverse, const ShapedValue& b);

/// A column as the diagonal of a matrix; of a matrix its diagonal part, as a matrix.
ShapedValue diagonal(const ShapedValue& a);

/// Of all entries of a column, row or matrix, brought down to one.
ShapedValue folded(const ShapedValue& a, const std::function<Estimate(Estimate, Estimate)>& step);

/// √Σ a_k².
ShapedValue euclidean_norm(const ShapedValue& a);

}  // namespace fall_line::test
