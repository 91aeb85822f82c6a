#include "core/problems/label_targets.hpp"

#include "core/catalog/catalog.hpp"

namespace fall_line {

std::vector<double> class_targets(const Dataset& data) {
  std::vector<double> targets(static_cast<std::size_t>(data.count * data.classes), 0.0);
  for (Index i = 0; i < data.count; ++i) {
    targets[static_cast<std::size_t>(i * data.classes + data.label(i))] = 1.0;
  }
  return targets;
}

std::vector<double> sign_targets(const Dataset& data) {
  std::vector<double> targets;
  for (Index i = 0; i < data.count; ++i) targets.push_back(data.label(i) == 1 ? 1.0 : -1.0);
  return targets;
}

std::unique_ptr<AnyLoss> loss_called(std::string_view name, const Settings& settings) {
  return find_loss(name).create(settings);
}

}  // namespace fall_line
