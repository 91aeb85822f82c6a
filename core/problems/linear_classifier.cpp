#include "core/problems/linear_classifier.hpp"

#include <string>

#include "core/catalog/invalid_argument.hpp"
#include "core/problems/label_targets.hpp"

namespace fall_line {

namespace {

NetworkPlan plan_of(const RegularizerParameters& regularizer, std::shared_ptr<const Dataset> data,
                    std::unique_ptr<AnyLoss> loss, bool one_score) {
  require_classes(data.get());
  if (one_score && data->classes != 2) {
    throw InvalidArgument("data", std::to_string(data->classes) + " classes", "two classes");
  }
  return {.widths = {data->features, one_score ? 1 : data->classes},
          .activation = {},
          .loss = std::move(loss),
          .regularizer = regularizer,
          .data = data,
          .targets = one_score ? sign_targets(*data) : class_targets(*data)};
}

}  // namespace

LinearClassifier::LinearClassifier(const RegularizerParameters& regularizer,
                                   std::shared_ptr<const Dataset> data,
                                   std::unique_ptr<AnyLoss> loss, Scores scores)
    : Network(plan_of(regularizer, std::move(data), std::move(loss), scores == Scores::one)) {}

}  // namespace fall_line
