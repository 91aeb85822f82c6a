#include "core/analysis/evaluation.hpp"

#include <Eigen/Eigenvalues>
#include <string>

#include "core/catalog/invalid_argument.hpp"

namespace fall_line {

Evaluation evaluate(const AnyProblem& problem, const std::vector<double>& at) {
  const Index n = problem.dimension();
  if (static_cast<Index>(at.size()) != n) {
    throw InvalidArgument("at", std::to_string(at.size()) + " numbers", std::to_string(n));
  }
  const auto count = static_cast<std::size_t>(n);
  Evaluation result{.value = problem.value(at.data()),
                    .gradient = std::vector<double>(count),
                    .hessian = std::vector<double>(count * count),
                    .eigenvalues = std::vector<double>(count),
                    .eigenvectors = std::vector<double>(count * count)};
  problem.gradient(at.data(), result.gradient.data());
  problem.hessian(at.data(), result.hessian.data());
  const Eigen::Map<const Matrix> hessian(result.hessian.data(), n, n);
  const Eigen::Map<const Vector> gradient(result.gradient.data(), n);
  if (!std::isfinite(result.value) || !gradient.allFinite() || !hessian.allFinite()) {
    throw InvalidArgument("at", "a point where f or a derivative is not finite",
                          "points where they are");
  }
  const Eigen::SelfAdjointEigenSolver<Matrix> solver(hessian);
  Eigen::Map<Vector>(result.eigenvalues.data(), n) = solver.eigenvalues();
  Eigen::Map<Matrix>(result.eigenvectors.data(), n, n) = solver.eigenvectors();
  return result;
}

}  // namespace fall_line
