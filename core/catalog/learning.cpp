// Regression, every loss, and the analyses and derivations that are about these.

#include "core/analysis/declare_analysis.hpp"
#include "core/analysis/penalty.hpp"
#include "core/catalog/catalog.hpp"
#include "core/derivations/best_scores.hpp"
#include "core/derivations/doubled_weights.hpp"
#include "core/derivations/maximum_likelihood.hpp"
#include "core/derivations/softmax_gradient.hpp"
#include "core/losses/binary_hinge.hpp"
#include "core/losses/declare_loss.hpp"
#include "core/losses/logistic.hpp"
#include "core/losses/multiclass_svm.hpp"
#include "core/losses/softmax_cross_entropy.hpp"
#include "core/losses/squared_error.hpp"
#include "core/problems/declare_problem.hpp"
#include "core/problems/linear_regression.hpp"

namespace fall_line {

// clang-format off
// one line an entry, so that two new ones never meet in the same line

std::span<const ProblemDeclaration> regressions() {
  static constexpr ProblemDeclaration list[] = {
      declare_problem<LinearRegression>(),
  };
  return list;
}

std::span<const AnalysisDeclaration> learning_analyses() {
  static constexpr AnalysisDeclaration list[] = {
      declare_analysis<PenaltyTable>(),
  };
  return list;
}

std::span<const LossDeclaration> losses() {
  static constexpr LossDeclaration list[] = {
      declare_loss<SoftmaxCrossEntropy>(),
      declare_loss<MulticlassSvm>(),
      declare_loss<Logistic>(),
      declare_loss<BinaryHinge>(),
      declare_loss<SquaredError>(),
  };
  return list;
}

std::span<const LossDerivationDeclaration> loss_derivations() {
  static const LossDerivationDeclaration list[] = {
      softmax_gradient(),
      maximum_likelihood(),
      best_scores(),
      doubled_weights(),
  };
  return list;
}

// clang-format on

}  // namespace fall_line
