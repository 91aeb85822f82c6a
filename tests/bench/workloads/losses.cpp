// Every loss over a thousand examples, and softmax cross-entropy over the 4096 × 10 of the
// comparison with other libraries.

#include "core/losses/dataset_loss.hpp"

#include "core/catalog/catalog.hpp"
#include "core/numerics/random.hpp"
#include "tests/bench/workloads/workload.hpp"

namespace fall_line::bench {

namespace {

LossRequest request_for(const LossDeclaration& loss, Index examples, Index classes) {
  Random random(1);
  LossRequest request;
  request.loss = loss.name;
  request.entries = loss.task == LossTask::binary ? 1 : classes;
  const Index entries = examples * request.entries;
  for (Index i = 0; i < entries; ++i) {
    request.scores.push_back(random.normal());
    const bool chosen = i % request.entries == (i / request.entries) % request.entries;
    const double label = (i % 2 == 0) ? 1.0 : -1.0;
    request.targets.push_back(loss.task == LossTask::binary ? label : chosen ? 1.0 : 0.0);
  }
  return request;
}

}  // namespace

void add_losses(std::vector<Workload>& rows) {
  for (const auto& loss : losses()) {
    rows.push_back({.name = "loss/" + std::string(loss.name) + " 1000 x 10, with its table",
                    .unit = "example",
                    .count = 1000.0,
                    .prepare = [&loss]() -> std::function<void()> {
                      return [request = request_for(loss, 1000, 10)] {
                        keep(dataset_loss(request).total);
                      };
                    }});
  }
}

}  // namespace fall_line::bench
