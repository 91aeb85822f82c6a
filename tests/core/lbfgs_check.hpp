#pragma once

#include <string>
#include <vector>

#include "core/optimizers/method.hpp"

namespace fall_line::test {

/// What is wrong with `method` as L-BFGS, on Rosenbrock's function, a quadratic, and a function
/// that falls ever steeper to a wall (where a step has no positive curvature to learn from):
/// - a formula line of L-BFGS does not hold, or a gradient is not the problem's;
/// - weight or scale are not those of the step's pair, a pair without positive curvature weighs
///   something;
/// - the direction is not −H·gradient with H as a dense matrix, built from γ·I by the BFGS updates
///   of the last `memory` pairs, oldest first;
/// - n steps with exact line searches do not end at the minimum of a quadratic.
std::vector<std::string> lbfgs_faults(const MethodDeclaration& method);

}  // namespace fall_line::test
