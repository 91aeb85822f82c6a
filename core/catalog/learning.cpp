// Every problem over data, and what it is made of.

#include "core/catalog/catalog.hpp"
#include "core/data/blobs.hpp"
#include "core/data/declare_dataset.hpp"
#include "core/data/image_scores.hpp"
#include "core/data/latitude_temperature.hpp"
#include "core/data/line.hpp"
#include "core/data/moons.hpp"
#include "core/data/points.hpp"
#include "core/data/rings.hpp"
#include "core/data/spirals.hpp"
#include "core/data/table.hpp"
#include "core/data/unequal_scales.hpp"
#include "core/losses/binary_hinge.hpp"
#include "core/losses/declare_loss.hpp"
#include "core/losses/logistic.hpp"
#include "core/losses/multiclass_svm.hpp"
#include "core/losses/softmax_cross_entropy.hpp"
#include "core/losses/squared_error.hpp"
#include "core/problems/declare_problem.hpp"
#include "core/problems/linear_regression.hpp"
#include "core/problems/linear_svm.hpp"
#include "core/problems/logistic_regression.hpp"
#include "core/problems/mlp.hpp"
#include "core/problems/softmax_regression.hpp"

namespace fall_line {

// clang-format off
// one line an entry, so that two new ones never meet in the same line

std::span<const ProblemDeclaration> models() {
  static constexpr ProblemDeclaration list[] = {
      declare_problem<LinearRegression>(),
      declare_problem<LogisticRegression>(),
      declare_problem<SoftmaxRegression>(),
      declare_problem<LinearSvm>(),
      declare_problem<Mlp>(),
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

std::span<const DatasetDeclaration> datasets() {
  static constexpr DatasetDeclaration list[] = {
      declare_dataset<LatitudeTemperature>(),
      declare_dataset<ImageScores>(),
      declare_dataset<Line>(),
      declare_dataset<UnequalScales>(),
      declare_dataset<Blobs>(),
      declare_dataset<Moons>(),
      declare_dataset<Rings>(),
      declare_dataset<Spirals>(),
      declare_dataset<Points>(),
      declare_dataset<Table>(),
  };
  return list;
}

// clang-format on

}  // namespace fall_line
