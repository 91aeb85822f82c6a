#include <cmath>
#include <stdexcept>

#include "tests/core/shaped_value.hpp"

namespace fall_line::test {

using Kind = ShapedValue::Kind;

/// Gauss–Jordan elimination with row exchanges in extended precision. A singular matrix gives
/// NaN or ∞, which no line agrees with.
ShapedValue inverse(const ShapedValue& matrix) {
  if (matrix.kind != Kind::matrix) throw std::invalid_argument("the inverse of what is no matrix");
  const Index n = matrix.n;
  std::vector<std::vector<long double>> rows(static_cast<std::size_t>(n));
  for (Index i = 0; i < n; ++i) {
    auto& row = rows[static_cast<std::size_t>(i)];
    for (Index k = 0; k < n; ++k) row.push_back(matrix[i * n + k].value);
    for (Index k = 0; k < n; ++k) row.push_back(i == k ? 1.0L : 0.0L);
  }
  for (std::size_t pivot = 0; pivot < rows.size(); ++pivot) {
    std::size_t best = pivot;
    for (std::size_t i = pivot + 1; i < rows.size(); ++i) {
      if (std::abs(rows[i][pivot]) > std::abs(rows[best][pivot])) best = i;
    }
    std::swap(rows[pivot], rows[best]);
    const long double head = rows[pivot][pivot];
    for (auto& entry : rows[pivot]) entry /= head;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i == pivot) continue;
      const long double factor = rows[i][pivot];
      for (std::size_t k = 0; k < rows[i].size(); ++k) rows[i][k] -= factor * rows[pivot][k];
    }
  }
  ShapedValue result = {Kind::matrix, n, {}};
  ShapedValue sizes = result, magnitudes = result;
  for (Index i = 0; i < n * n; ++i) {
    const auto& row = rows[static_cast<std::size_t>(i / n)];
    const double entry = static_cast<double>(row[static_cast<std::size_t>(n + i % n)]);
    result.entries.push_back(exact(entry));
    sizes.entries.push_back(exact(std::abs(entry)));
    magnitudes.entries.push_back(exact(matrix[i].magnitude));
  }
  // d(M⁻¹) = −M⁻¹·dM·M⁻¹
  const ShapedValue passed = product({sizes, magnitudes, sizes});
  for (std::size_t i = 0; i < result.entries.size(); ++i) {
    result.entries[i].magnitude += passed.entries[i].value;
  }
  result.inverse_of = std::make_shared<const ShapedValue>(matrix);
  return result;
}

ShapedValue solution(const ShapedValue& m_inverse, const ShapedValue& b) {
  const ShapedValue& m = *m_inverse.inverse_of;
  const Index n = m.n, columns = b.count() / n;
  ShapedValue x = b;
  x.inverse_of = nullptr;
  const auto at = [&](Index i, Index k) { return static_cast<std::size_t>(i * columns + k); };
  for (Index i = 0; i < n; ++i) {
    for (Index k = 0; k < columns; ++k) {
      double total = 0.0;
      for (Index j = 0; j < n; ++j) total += m_inverse[i * n + j].value * b.entries[at(j, k)].value;
      x.entries[at(i, k)] = exact(total);
    }
  }
  for (Index k = 0; k < columns; ++k) {
    std::vector<double> residual_magnitudes;
    for (Index i = 0; i < n; ++i) {
      double magnitude = b.entries[at(i, k)].magnitude;
      for (Index j = 0; j < n; ++j) {
        magnitude += m[i * n + j].magnitude * std::abs(x.entries[at(j, k)].value);
      }
      residual_magnitudes.push_back(magnitude);
    }
    for (Index i = 0; i < n; ++i) {
      for (Index j = 0; j < n; ++j) {
        x.entries[at(i, k)].magnitude +=
            std::abs(m_inverse[i * n + j].value) * residual_magnitudes[static_cast<std::size_t>(j)];
      }
    }
  }
  return x;
}

}  // namespace fall_line::test
