#include "core/problems/linear_svm.hpp"

#include "core/losses/binary_hinge.hpp"
#include "core/losses/declare_loss.hpp"
#include "core/losses/multiclass_svm.hpp"

namespace fall_line {

namespace {

bool has_two_classes(const Dataset* data) { return data && data->classes == 2; }

std::unique_ptr<AnyLoss> loss_for(const LinearSvm::Parameters& parameters, const Dataset* data) {
  if (has_two_classes(data)) {
    return std::make_unique<LossByName<BinaryHinge>>(
        BinaryHinge::Parameters{.margin = parameters.margin, .power = parameters.power});
  }
  return std::make_unique<LossByName<MulticlassSvm>>(MulticlassSvm::Parameters{
      .margin = parameters.margin, .power = parameters.power, .reduction = {}, .own_class = {}});
}

}  // namespace

LinearSvm::LinearSvm(const Parameters& parameters, std::shared_ptr<const Dataset> data)
    : LinearClassifier(parameters, data, loss_for(parameters, data.get()),
                       has_two_classes(data.get()) ? Scores::one : Scores::one_a_class) {}

}  // namespace fall_line
