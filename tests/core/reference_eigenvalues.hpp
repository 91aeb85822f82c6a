#pragma once

#include "core/numerics/floating_point.hpp"

namespace fall_line::test {

/// Eigenvalues, ascending, by Eigen's own solver: Householder tridiagonalisation and QR steps,
/// nothing in common with the Jacobi rotations they are compared with.
Vector reference_eigenvalues(const Matrix& a);

}  // namespace fall_line::test
