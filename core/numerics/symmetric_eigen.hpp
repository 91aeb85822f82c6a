#pragma once

#include "core/numerics/floating_point.hpp"

namespace fall_line {

/// Eigenvalues, ascending, and orthonormal eigenvectors of a symmetric matrix.
struct SymmetricEigen {
  Vector values;   ///< n
  Matrix vectors;  ///< n × n, column i belongs to values[i]
};

/// Cyclic Jacobi rotations (Golub & Van Loan 2013, algorithm 8.5.3): A ← JᵀAJ until the
/// off-diagonal is below machine precision of the diagonal.
///
/// Only + − × ÷ √ in a fixed order, so the bits agree natively and in wasm, which those of
/// Eigen's solver do not; it also adds 2 kB to the download instead of 36. Cost: O(n³) a sweep,
/// six to ten sweeps; meant for the small Hessians a page looks at. `a` must be symmetric and
/// finite.
SymmetricEigen symmetric_eigen(Matrix a);

}  // namespace fall_line
