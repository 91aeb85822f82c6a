// Every model of classes, and the network.

#include "core/catalog/catalog.hpp"
#include "core/problems/declare_problem.hpp"
#include "core/problems/linear_svm.hpp"
#include "core/problems/logistic_regression.hpp"
#include "core/problems/mlp.hpp"
#include "core/problems/softmax_regression.hpp"

namespace fall_line {

// clang-format off
// one line an entry, so that two new ones never meet in the same line

std::span<const ProblemDeclaration> classifiers() {
  static constexpr ProblemDeclaration list[] = {
      declare_problem<LogisticRegression>(),
      declare_problem<SoftmaxRegression>(),
      declare_problem<LinearSvm>(),
      declare_problem<Mlp>(),
  };
  return list;
}

// clang-format on

}  // namespace fall_line
