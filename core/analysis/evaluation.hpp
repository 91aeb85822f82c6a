#pragma once

#include <vector>

#include "core/problems/problem.hpp"

namespace fall_line {

/// A problem looked at in one point.
struct Evaluation {
  double value;                      ///< f(x)
  std::vector<double> gradient;      ///< ∇f(x), n
  std::vector<double> hessian;       ///< ∇²f(x), n × n row-major
  std::vector<double> eigenvalues;   ///< of the Hessian, ascending, n
  std::vector<double> eigenvectors;  ///< n × n row-major, row i belongs to eigenvalue i
};

/// Throws InvalidArgument when `at` has the wrong length, or f or its derivatives are not
/// finite there.
Evaluation evaluate(const AnyProblem& problem, const std::vector<double>& at);

}  // namespace fall_line
