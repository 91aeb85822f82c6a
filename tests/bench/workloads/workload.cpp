#include "tests/bench/workloads/workload.hpp"

namespace fall_line::bench {

namespace {

volatile double kept;

}  // namespace

void keep(double value) { kept = value; }

std::vector<Workload> workloads() {
  std::vector<Workload> rows;
  add_memory(rows);
  add_steps(rows);
  add_runs(rows);
  add_problems(rows);
  add_losses(rows);
  add_training(rows);
  add_data(rows);
  add_analyses(rows);
  return rows;
}

}  // namespace fall_line::bench
