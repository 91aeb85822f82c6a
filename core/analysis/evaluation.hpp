#pragma once

#include <vector>

#include "core/problems/problem.hpp"

namespace fall_line {

/// Most dimensions of a problem whose Hessian is looked at whole: its eigenvalues take O(n³).
inline constexpr Index most_spectrum_dimensions = 256;

/// Throws InvalidArgument when `problem` has more dimensions than that.
void check_spectrum_dimensions(const AnyProblem& problem);

/// A problem looked at in one point.
struct Evaluation {
  double value;                      ///< f(x)
  std::vector<double> gradient;      ///< ∇f(x), n
  std::vector<double> hessian;       ///< ∇²f(x), n × n row-major
  std::vector<double> eigenvalues;   ///< of the Hessian, ascending, n
  std::vector<double> eigenvectors;  ///< n × n row-major, row i belongs to eigenvalue i
};

/// Throws InvalidArgument when `at` has the wrong length, the problem too many dimensions, or f
/// or its derivatives are not finite there.
Evaluation evaluate(const AnyProblem& problem, const std::vector<double>& at);

}  // namespace fall_line
