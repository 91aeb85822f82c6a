#include "core/problems/mlp.hpp"

#include <cmath>

#include "core/numerics/random.hpp"
#include "core/problems/label_targets.hpp"

namespace fall_line {

namespace {

NetworkPlan plan_of(const Mlp::Parameters& parameters, std::shared_ptr<const Dataset> data) {
  const bool classes = data && data->classes > 0;
  classes ? require_classes(data.get()) : require_regression(data.get());
  NetworkPlan plan = {.widths = {data->features},
                      .activation = parameters.activation,
                      .loss = loss_called(classes ? "softmax_cross_entropy" : "squared_error"),
                      .squared_error = !classes,
                      .regularizer = parameters,
                      .data = data,
                      .targets = classes ? class_targets(*data) : data->targets};
  for (const double width : {parameters.hidden1, parameters.hidden2}) {
    if (width > 0.0) plan.widths.push_back(static_cast<Index>(width));
  }
  plan.widths.push_back(classes ? data->classes : 1);
  return plan;
}

}  // namespace

Mlp::Mlp(const Parameters& parameters, std::shared_ptr<const Dataset> data)
    : Network(plan_of(parameters, std::move(data))),
      activation_(parameters.activation),
      init_seed_(static_cast<std::uint64_t>(parameters.init_seed)) {}

std::vector<double> Mlp::start() const {
  Random random(init_seed_);
  std::vector<double> x(static_cast<std::size_t>(dimension()), 0.0);
  for (const Layer& layer : layers()) {
    const Index fan = activation_ == Activation::relu ? layer.in : layer.in + layer.out;
    const double deviation = std::sqrt(2.0 / static_cast<double>(fan));
    for (Index i = layer.weights; i < layer.biases; ++i) {
      x[static_cast<std::size_t>(i)] = deviation * random.normal();
    }
  }
  return x;
}

}  // namespace fall_line
