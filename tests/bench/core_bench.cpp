// How fast the core is natively. The untraced steps stream through memory, so they stand beside
// the bandwidth this machine has: a copy (2 streams) and a triad (3 streams) of the same size.
// Rows named Shared/… are timed by wasm_bench.mjs through the facade as well.

#include <benchmark/benchmark.h>

#include <chrono>
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

void traced_run(benchmark::State& state, const char* problem, const char* method, Index steps) {
  const RunSpec spec =
      parse_run_spec("problem=" + std::string(problem) + "\nmethod=" + std::string(method) + "\n");
  for (auto _ : state) {
    Run run(spec);
    benchmark::DoNotOptimize(run.advance(steps));
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * steps);
}

/// The steps of the same run without its construction.
void traced_steps(benchmark::State& state, const char* problem, const char* method, Index steps) {
  const RunSpec spec =
      parse_run_spec("problem=" + std::string(problem) + "\nmethod=" + std::string(method) + "\n");
  for (auto _ : state) {
    Run run(spec);
    const auto begin = std::chrono::steady_clock::now();
    benchmark::DoNotOptimize(run.advance(steps));
    state.SetIterationTime(
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * steps);
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

void field_of(benchmark::State& state, const char* name, Index points) {
  const auto problem = find_problem(name).create({});
  for (auto _ : state) {
    benchmark::DoNotOptimize(field(*problem, {-2.0, 2.0, points}, {-1.0, 3.0, points}));
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * points * points);
}

BENCHMARK(copy)->Arg(thousand)->Arg(million)->Arg(4 * million);
BENCHMARK(triad)->Arg(thousand)->Arg(million)->Arg(4 * million);
BENCHMARK_CAPTURE(step, adam, "adam", 7)->Arg(thousand)->Arg(million)->Arg(4 * million);
BENCHMARK_CAPTURE(step, rmsprop, "rmsprop", 5)->Arg(thousand)->Arg(million);
BENCHMARK_CAPTURE(step, momentum, "momentum", 5)->Arg(thousand)->Arg(million);
BENCHMARK_CAPTURE(step, gradient_descent, "gradient_descent", 3)->Arg(thousand)->Arg(million);
BENCHMARK_CAPTURE(traced_run, booth, "booth", "adam", 500)->Name("Shared/run of adam, 500 steps");
BENCHMARK_CAPTURE(traced_run, rosenbrock, "rosenbrock", "adam", thousand)
    ->Name("Shared/run of adam on Rosenbrock, 1000 steps");
BENCHMARK_CAPTURE(traced_steps, rosenbrock, "rosenbrock", "adam", thousand)
    ->Name("steps of adam on Rosenbrock, 1000")
    ->UseManualTime();
BENCHMARK(four_methods)->Name("Shared/runs of 4 methods, 500 steps");
BENCHMARK_CAPTURE(field_of, booth, "booth", 128)->Name("Shared/field 128 x 128");
BENCHMARK_CAPTURE(field_of, rosenbrock, "rosenbrock", 512)
    ->Name("Shared/field 512 x 512 of Rosenbrock");

}  // namespace
}  // namespace fall_line
