// The workloads natively, by Google Benchmark. bench_table.mjs puts them beside wasm.

#include <benchmark/benchmark.h>

#include "tests/bench/workloads/workload.hpp"

int main(int argc, char** argv) {
  for (const auto& workload : fall_line::bench::workloads()) {
    benchmark::RegisterBenchmark(workload.name.c_str(), [workload](benchmark::State& state) {
      const auto call = workload.prepare();
      call();  // the first touch of fresh memory is the system's work
      for (auto _ : state) {
        call();
        benchmark::ClobberMemory();
      }
      const auto calls = static_cast<double>(state.iterations());
      state.SetBytesProcessed(static_cast<std::int64_t>(calls * workload.bytes));
      state.SetItemsProcessed(static_cast<std::int64_t>(calls * workload.count));
    });
  }
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
