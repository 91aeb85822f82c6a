#pragma once

#include "core/problems/problem.hpp"

namespace fall_line {

/// hv ← ∇²f(x)·v by way of the whole Hessian: dimension² numbers are allocated.
void multiply_by_hessian(const AnyProblem& problem, const double* x, const double* v, double* hv);

}  // namespace fall_line
