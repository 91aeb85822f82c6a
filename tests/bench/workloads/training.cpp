// The two kernels of training, as other libraries are asked for them: softmax cross-entropy with
// its gradient over a batch, and a step of a small network.

#include <memory>

#include "core/catalog/catalog.hpp"
#include "core/numerics/random.hpp"
#include "tests/bench/workloads/workload.hpp"

namespace fall_line::bench {

namespace {

using Numbers = std::vector<double>;

std::function<void()> cross_entropy(Index examples, Index classes) {
  const std::shared_ptr<AnyLoss> loss = find_loss("softmax_cross_entropy").create({});
  Random random(1);
  Numbers scores(static_cast<std::size_t>(examples * classes)), targets(scores.size(), 0.0);
  for (double& score : scores) score = random.normal();
  for (Index i = 0; i < examples; ++i) {
    targets[static_cast<std::size_t>(i * classes + i % classes)] = 1.0;
  }
  return [=, gradient = Numbers(scores.size())]() mutable {
    keep(loss->batch_value_and_gradient(scores.data(), targets.data(), examples, classes,
                                        1.0 / static_cast<double>(examples), gradient.data()));
  };
}

std::function<void()> network_step() {
  const auto data = find_dataset("moons").create({{"count", "64"}});
  const std::shared_ptr<AnyProblem> network =
      find_problem("mlp").create_over({{"hidden1", "64"}, {"hidden2", "64"}}, data);
  const std::shared_ptr<AnyMethod> adam = find_method("adam").create_for({}, network->dimension());
  return [=, theta = network->start(), gradient = network->start()]() mutable {
    keep(network->value_and_gradient(theta.data(), gradient.data()));
    static_cast<void>(adam->step(theta, gradient));
  };
}

}  // namespace

void add_training(std::vector<Workload>& rows) {
  rows.push_back({.name = "train/softmax cross-entropy 4096 x 10",
                  .unit = "example",
                  .count = 4096.0,
                  .prepare = [] { return cross_entropy(4096, 10); }});
  rows.push_back({.name = "train/mlp 2-64-64-2, batch 64, with adam",
                  .unit = "example",
                  .count = 64.0,
                  .prepare = [] { return network_step(); }});
}

}  // namespace fall_line::bench
