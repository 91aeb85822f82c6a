#pragma once

#include <string_view>

#include "core/catalog/catalog.hpp"
#include "core/numerics/sum.hpp"
#include "core/optimizers/declare_method.hpp"
#include "tests/core/method_check.hpp"

namespace fall_line::test {

/// The declarations of `Method`, for a kernel that is to be judged by them.
template <class Method>
struct DeclaredAs {
  using Hyperparameters = typename Method::Hyperparameters;
  static constexpr std::string_view name = Method::name, title = "", summary = "", source = "";
  static constexpr auto& parameters = Method::parameters;
  static constexpr auto& quantities = Method::quantities;
  static constexpr auto& lines = Method::lines;

  double stable_curvature() const noexcept { return not_yet; }
};

/// dᵀ·A·d, and A·d in `product`. An exact line search on a quadratic is one division by it.
inline double along(const Vector& a, const Vector& d, Vector& product) {
  const Index n = d.size();
  for (Index i = 0; i < n; ++i) product[i] = dot(a.data() + i * n, d.data(), n);
  return dot(d.data(), product.data(), n);
}

/// Whether `method` takes `steps` steps on Booth's function and on a quadratic, and passes there
/// what every method of the catalog must pass, by the lines of the catalog's method of its name.
inline bool passes(const MethodDeclaration& method, const Settings& settings = {},
                   Index steps = 15) {
  for (const char* problem : {"booth", "quadratic"}) {
    const auto judged = judge_method(method, find_method(method.name).lines, settings,
                                     find_problem(problem), steps);
    if (judged.taken != steps || !judged.finite || !judged.faults.empty()) return false;
  }
  return true;
}

}  // namespace fall_line::test
