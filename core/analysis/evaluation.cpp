#include "core/analysis/evaluation.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/catalog/invalid_argument.hpp"
#include "core/numerics/symmetric_eigen.hpp"

namespace fall_line {

void check_spectrum_dimensions(const AnyProblem& problem) {
  if (problem.dimension() <= most_spectrum_dimensions) return;
  throw InvalidArgument("problem", std::to_string(problem.dimension()) + " dimensions",
                        "at most " + std::to_string(most_spectrum_dimensions));
}

Evaluation evaluate(const AnyProblem& problem, const std::vector<double>& at) {
  const Index n = problem.dimension();
  if (static_cast<Index>(at.size()) != n) {
    throw InvalidArgument("at", std::to_string(at.size()) + " numbers", std::to_string(n));
  }
  check_spectrum_dimensions(problem);
  const auto count = static_cast<std::size_t>(n);
  Evaluation result{.value = problem.value(at.data()),
                    .gradient = std::vector<double>(count),
                    .hessian = std::vector<double>(count * count),
                    .eigenvalues = std::vector<double>(count),
                    .eigenvectors = std::vector<double>(count * count)};
  problem.gradient(at.data(), result.gradient.data());
  problem.hessian(at.data(), result.hessian.data());
  const auto finite = [](double number) { return std::isfinite(number); };
  if (!finite(result.value) ||
      !std::all_of(result.gradient.begin(), result.gradient.end(), finite) ||
      !std::all_of(result.hessian.begin(), result.hessian.end(), finite)) {
    throw InvalidArgument("at", "a point where f or a derivative is not finite",
                          "points where they are");
  }
  const SymmetricEigen eigen =
      symmetric_eigen(Eigen::Map<const Matrix>(result.hessian.data(), n, n));
  for (Index i = 0; i < n; ++i) {
    result.eigenvalues[static_cast<std::size_t>(i)] = eigen.values[i];
    for (Index k = 0; k < n; ++k) {
      result.eigenvectors[static_cast<std::size_t>(i * n + k)] = eigen.vectors(k, i);
    }
  }
  return result;
}

}  // namespace fall_line
