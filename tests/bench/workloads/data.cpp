// Every dataset and every schedule.

#include "core/catalog/catalog.hpp"
#include "core/data/minibatches.hpp"
#include "tests/bench/workloads/workload.hpp"

namespace fall_line::bench {

void add_data(std::vector<Workload>& rows) {
  for (const auto& data : datasets()) {
    rows.push_back({.name = "data/" + std::string(data.name),
                    .unit = "call",
                    .prepare = [&data]() -> std::function<void()> {
                      return [&data] { keep(static_cast<double>(data.create({})->count)); };
                    }});
  }
  rows.push_back({.name = "minibatches/an epoch of 1000 by 32",
                  .unit = "epoch",
                  .prepare = []() -> std::function<void()> {
                    return [batches = Minibatches(1000, 32, BatchOrder::shuffled_every_epoch,
                                                  1)]() mutable {
                      for (Index i = 0; i < batches.steps_per_epoch(); ++i) {
                        keep(static_cast<double>(batches.next().front()));
                      }
                    };
                  }});
  for (const auto& schedule : schedules()) {
    rows.push_back({.name = "schedule/" + std::string(schedule.name),
                    .unit = "step",
                    .count = 1000.0,
                    .prepare = [&schedule]() -> std::function<void()> {
                      const std::shared_ptr<AnySchedule> factors = schedule.create({});
                      return [factors] {
                        double sum = 0.0;
                        for (int step = 1; step <= 1000; ++step) {
                          sum += factors->factor(static_cast<double>(step) * 0.1);
                        }
                        keep(sum);
                      };
                    }});
  }
}

}  // namespace fall_line::bench
