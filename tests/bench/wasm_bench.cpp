// The same workloads as a wasm module of its own, timed by bench_table.mjs.

#include <emscripten/bind.h>

#include "tests/bench/workloads/workload.hpp"

namespace {

using fall_line::bench::Workload;

const std::vector<Workload>& all() {
  static const std::vector<Workload> rows = fall_line::bench::workloads();
  return rows;
}

std::function<void()> prepared;

int count() { return static_cast<int>(all().size()); }
const Workload& row(int i) { return all()[static_cast<std::size_t>(i)]; }
std::string name(int i) { return row(i).name; }
std::string unit(int i) { return row(i).unit; }
double units(int i) { return row(i).count; }
double bytes(int i) { return row(i).bytes; }

void prepare(int i) {
  prepared = row(i).prepare();
  prepared();
}

void repeat(int times) {
  for (int i = 0; i < times; ++i) prepared();
}

}  // namespace

EMSCRIPTEN_BINDINGS(bench) {
  emscripten::function("count", &count);
  emscripten::function("name", &name);
  emscripten::function("unit", &unit);
  emscripten::function("units", &units);
  emscripten::function("bytes", &bytes);
  emscripten::function("prepare", &prepare);
  emscripten::function("repeat", &repeat);
}
