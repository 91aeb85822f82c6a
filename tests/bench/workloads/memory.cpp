// The memory bandwidth of this machine, beside which element-wise rows stand: a copy reads one
// stream and writes one, a triad reads two and writes one, the update reads four and writes three
// of those four, as a step of Adam does.

#include "tests/bench/workloads/workload.hpp"

namespace fall_line::bench {

namespace {

constexpr std::size_t million = 1'000'000;

using Numbers = std::vector<double>;

Workload row(const std::string& name, std::size_t n, double doubles,
             std::function<std::function<void()>()> prepare) {
  return {.name = "memory/" + name + "/" + std::to_string(n),
          .unit = "entry",
          .count = static_cast<double>(n),
          .bytes = 8.0 * doubles * static_cast<double>(n),
          .prepare = std::move(prepare)};
}

std::function<void()> copy(std::size_t n) {
  return [from = Numbers(n, 1.0), to = Numbers(n)]() mutable {
    const double* __restrict a = from.data();
    double* __restrict b = to.data();
    for (std::size_t i = 0; i < to.size(); ++i) b[i] = a[i];
    keep(to.back());
  };
}

std::function<void()> triad(std::size_t n) {
  return [x = Numbers(n, 1.0), y = Numbers(n, 2.0), to = Numbers(n)]() mutable {
    const double* __restrict a = x.data();
    const double* __restrict b = y.data();
    double* __restrict c = to.data();
    for (std::size_t i = 0; i < to.size(); ++i) c[i] = a[i] + 3.0 * b[i];
    keep(to.back());
  };
}

std::function<void()> update(std::size_t n) {
  return [g = Numbers(n, 1.0), x = Numbers(n, 1.0), y = Numbers(n, 2.0),
          z = Numbers(n, 3.0)]() mutable {
    const double* __restrict a = g.data();
    double* __restrict b = x.data();
    double* __restrict c = y.data();
    double* __restrict d = z.data();
    for (std::size_t i = 0; i < g.size(); ++i) {
      b[i] = 0.5 * b[i] + a[i];
      c[i] = 0.5 * c[i] + a[i];
      d[i] = 0.5 * d[i] + a[i];
    }
    keep(z.back());
  };
}

}  // namespace

void add_memory(std::vector<Workload>& rows) {
  for (const std::size_t n : {million, 4 * million}) {
    rows.push_back(row("copy", n, 2, [n] { return copy(n); }));
    rows.push_back(row("triad", n, 3, [n] { return triad(n); }));
    rows.push_back(row("update", n, 7, [n] { return update(n); }));
  }
}

}  // namespace fall_line::bench
