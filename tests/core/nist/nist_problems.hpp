#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "core/problems/problem.hpp"

namespace fall_line::test {

/// One of the nonlinear regression problems of NIST's Statistical Reference Datasets: data, two
/// starts, a hard one and an easier one, and the certified solution, read from NIST's own file.
struct NistProblem {
  std::string_view name;
  std::vector<double> starts[2];
  std::vector<double> certified;
  double certified_loss = 0.0;  ///< the residual sum of squares
  std::vector<double> x, y;

  /// f(b) = Σ (model(b, xᵢ) − yᵢ)², with the analytic Jacobian; refers to this table.
  std::unique_ptr<AnyProblem> create() const;
};

/// All ten, in alphabetical order.
const std::vector<NistProblem>& nist_problems();

/// How many digits of every parameter are right: −log10 of the largest relative error, at most 10,
/// where the rounding of NIST's own eleven digits begins.
double certified_digits(const NistProblem& problem, const std::vector<double>& parameters);

}  // namespace fall_line::test
