#pragma once

#include <vector>

#include "core/numerics/random.hpp"

namespace fall_line {

/// A = Q·diag(d)·Qᵀ, n × n, row-major, with Q uniform (Haar) among the orthogonal matrices up to
/// the signs of its columns, which do not matter to A. Q is a product of n−1 Householder
/// reflections, of random vectors x of 2, 3, … n normal entries (Stewart 1980). Each turns A where
/// it stands, as in LAPACK's DLAGSY:
///   v = x + sign(x_1)·‖x‖·e_1,  p = A·v·2/‖v‖²,  w = p − v·(pᵀv)/‖v‖²,  A ← A − v·wᵀ − w·vᵀ
/// A is symmetric to the last bit, bit for bit the same on every platform, and has the eigenvalues
/// d up to round-off of the largest. Cost: 2n³ multiplications and additions.
std::vector<double> rotated_diagonal(const std::vector<double>& d, Random& random);

}  // namespace fall_line
