#pragma once

#include <functional>
#include <string>
#include <vector>

namespace fall_line::bench {

/// A piece of work that is timed natively and in wasm: one row of the table.
struct Workload {
  std::string name;     ///< "step/adam/1000000"
  std::string unit;     ///< what it does `count` of in a call: "parameter", "step", "point"
  double count = 1.0;   ///< so that times are given per unit
  double bytes = 0.0;   ///< memory a call reads and writes; 0 where that is not what bounds it

  /// Sets up and returns the call to be timed.
  std::function<std::function<void()>()> prepare;
};

/// Every row, in the order of the table. Those of the catalog follow from its lists: a new entry
/// has its row by itself.
std::vector<Workload> workloads();

/// Keeps `value`, so that the compiler cannot drop what computed it.
void keep(double value);

void add_memory(std::vector<Workload>& rows);
void add_steps(std::vector<Workload>& rows);
void add_runs(std::vector<Workload>& rows);
void add_problems(std::vector<Workload>& rows);
void add_losses(std::vector<Workload>& rows);
void add_training(std::vector<Workload>& rows);
void add_data(std::vector<Workload>& rows);
void add_analyses(std::vector<Workload>& rows);

}  // namespace fall_line::bench
