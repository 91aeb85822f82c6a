#include "core/problems/hessian_vector.hpp"

#include "core/numerics/sum.hpp"

namespace fall_line {

void multiply_by_hessian(const AnyProblem& problem, const double* x, const double* v, double* hv) {
  const Index n = problem.dimension();
  std::vector<double> hessian(static_cast<std::size_t>(n) * static_cast<std::size_t>(n));
  problem.hessian(x, hessian.data());
  for (Index i = 0; i < n; ++i) hv[i] = dot(hessian.data() + i * n, v, n);
}

}  // namespace fall_line
