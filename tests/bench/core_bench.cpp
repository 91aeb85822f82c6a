// How fast the core is natively. The untraced steps stream through memory, so they stand beside
// the bandwidth this machine has: a copy (2 streams) and a triad (3 streams) of the same size.
// Rows named Shared/… are timed by wasm_bench.mjs through the facade as well.

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "core/analysis/field.hpp"
#include "core/run/run.hpp"

namespace fall_line {
namespace {

constexpr std::int64_t thousand = 1'000, million = 1'000'000;

void count_bytes(benchmark::State& state, std::int64_t doubles_a_parameter) {
  const auto parameters = static_cast<std::int64_t>(state.iterations()) * state.range(0);
  state.SetItemsProcessed(parameters);
  state.SetBytesProcessed(parameters * doubles_a_parameter * 8);
}

void copy(benchmark::State& state) {
  const auto n = static_cast<std::size_t>(state.range(0));
  std::vector<double> from(n, 1.0), to(n);
  for (auto _ : state) {
    for (std::size_t i = 0; i < n; ++i) to[i] = from[i];
    benchmark::DoNotOptimize(to.data());
    benchmark::ClobberMemory();
  }
  count_bytes(state, 2);
}

void triad(benchmark::State& state) {
  const auto n = static_cast<std::size_t>(state.range(0));
  std::vector<double> a(n, 1.0), b(n, 2.0), to(n);
  for (auto _ : state) {
    for (std::size_t i = 0; i < n; ++i) to[i] = a[i] + 3.0 * b[i];
    benchmark::DoNotOptimize(to.data());
    benchmark::ClobberMemory();
  }
  count_bytes(state, 3);
}

/// One untraced step; `doubles_a_parameter` counts reads and writes of theta, gradient, state.
void step(benchmark::State& state, const char* name, std::int64_t doubles_a_parameter) {
  const auto n = static_cast<std::size_t>(state.range(0));
  const auto method = find_method(name).create_for({}, state.range(0));
  std::vector<double> theta(n, 1.0), gradient(n);
  for (std::size_t i = 0; i < n; ++i) gradient[i] = 1.0 / static_cast<double>(i + 1);
  for (auto _ : state) {
    benchmark::DoNotOptimize(method->step(theta, gradient));
    benchmark::ClobberMemory();
  }
  count_bytes(state, doubles_a_parameter);
}

void traced_run(benchmark::State& state, const char* method) {
  const RunSpec spec = parse_run_spec("problem=booth\nmethod=" + std::string(method) + "\n");
  for (auto _ : state) {
    Run run(spec);
    benchmark::DoNotOptimize(run.advance(500));
  }
}

/// What a page does while a start is dragged: four methods, 500 steps each.
void four_methods(benchmark::State& state) {
  std::vector<RunSpec> specs;
  for (const auto& method : methods()) {
    specs.push_back(parse_run_spec("problem=booth\nmethod=" + std::string(method.name) + "\n"));
  }
  for (auto _ : state) {
    for (const auto& spec : specs) {
      Run run(spec);
      benchmark::DoNotOptimize(run.advance(500));
    }
  }
}

void field_of_booth(benchmark::State& state) {
  const auto booth = find_problem("booth").create({});
  for (auto _ : state) {
    benchmark::DoNotOptimize(field(*booth, {-10.0, 10.0, 128}, {-10.0, 10.0, 128}));
  }
}

BENCHMARK(copy)->Arg(thousand)->Arg(million)->Arg(4 * million);
BENCHMARK(triad)->Arg(thousand)->Arg(million)->Arg(4 * million);
BENCHMARK_CAPTURE(step, adam, "adam", 7)->Arg(thousand)->Arg(million)->Arg(4 * million);
BENCHMARK_CAPTURE(step, rmsprop, "rmsprop", 5)->Arg(thousand)->Arg(million);
BENCHMARK_CAPTURE(step, momentum, "momentum", 5)->Arg(thousand)->Arg(million);
BENCHMARK_CAPTURE(step, gradient_descent, "gradient_descent", 3)->Arg(thousand)->Arg(million);
BENCHMARK_CAPTURE(traced_run, adam, "adam")->Name("Shared/run of adam, 500 steps");
BENCHMARK(four_methods)->Name("Shared/runs of 4 methods, 500 steps");
BENCHMARK(field_of_booth)->Name("Shared/field 128 x 128");

}  // namespace
}  // namespace fall_line
