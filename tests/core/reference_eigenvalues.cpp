#include "tests/core/reference_eigenvalues.hpp"

#include <Eigen/Eigenvalues>

namespace fall_line::test {

Vector reference_eigenvalues(const Matrix& a) {
  return Eigen::SelfAdjointEigenSolver<Matrix>(a, Eigen::EigenvaluesOnly).eigenvalues();
}

}  // namespace fall_line::test
