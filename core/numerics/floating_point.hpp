#pragma once

#ifdef __FAST_MATH__
#error "Fall Line promises the same bits natively and in wasm: build without -ffast-math"
#endif

#include <Eigen/Core>
#include <limits>

namespace fall_line {

using Index = Eigen::Index;
using Vector = Eigen::VectorXd;
using Matrix = Eigen::MatrixXd;

/// Stands in a trace where a quantity does not exist yet (the gradient before the first step).
inline constexpr double not_yet = std::numeric_limits<double>::quiet_NaN();

}  // namespace fall_line
