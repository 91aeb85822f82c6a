// L-BFGS on the chained Rosenbrock function beside liblbfgs, dlib and Ceres: same start, same
// memory, same stopping rule, the same function, which counts its own evaluations (a value and its
// gradient are one). Each library searches as it recommends; their curvature condition is 0.9
// throughout, their sufficient decrease 1e-4 (dlib: 0.01). Ceres runs as it comes and with the
// scaling of the first matrix that the others always do.
//   lbfgs_peers [repetitions [memory [largest n]]]
// prints one JSON object. Small n take a chaotic path, so their evaluations are also averaged over
// starts moved by up to 0.1.

#include <ceres/ceres.h>
#include <dlib/optimization.h>
#include <lbfgs.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "core/optimizers/declare_method.hpp"
#include "core/optimizers/lbfgs.hpp"
#include "core/problems/declare_problem.hpp"

namespace {

using fall_line::Index;

constexpr double gradient_tolerance = 1e-8;  // stop where no entry of the gradient is larger
constexpr int most_steps = 1'000'000;

long evaluations = 0;

/// Σ 100·(x(i+1) − x(i)²)² + (1 − x(i))², i = 0 … n−2, and its gradient.
double rosenbrock(const double* __restrict x, double* __restrict g, Index n) {
  ++evaluations;
  double f = 0.0, carry = 0.0;
  for (Index i = 0; i + 1 < n; ++i) {
    const double a = x[i + 1] - x[i] * x[i], b = 1.0 - x[i];
    f += 100.0 * (a * a) + b * b;
    g[i] = carry - 400.0 * (x[i] * a) - 2.0 * b;
    carry = 200.0 * a;
  }
  g[n - 1] = carry;
  return f;
}

std::vector<double> start(Index n) {
  std::vector<double> x(static_cast<std::size_t>(n), 1.0);
  for (std::size_t i = 0; i < x.size(); i += 2) x[i] = -1.2;
  return x;
}

std::vector<double> moved_start(Index n, std::uint64_t seed) {
  fall_line::Random random(seed);
  auto x = start(n);
  for (double& entry : x) entry += 0.2 * random.uniform() - 0.1;
  return x;
}

double largest(const double* g, Index n) {
  double most = 0.0;
  for (Index i = 0; i < n; ++i) most = std::max(most, std::abs(g[i]));
  return most;
}

/// Minimises from `x`, which becomes where it ended.
using Solver = std::function<void(std::vector<double>& x, int memory)>;

class ChainedRosenbrock {
 public:
  explicit ChainedRosenbrock(Index n) : n_(n), scratch_(static_cast<std::size_t>(n)) {}
  Index dimension() const noexcept { return n_; }
  std::vector<double> start() const { return ::start(n_); }
  double value(const double* x) const noexcept { return rosenbrock(x, scratch_.data(), n_); }
  void gradient(const double* x, double* g) const noexcept { rosenbrock(x, g, n_); }
  double value_and_gradient(const double* x, double* g) const noexcept {
    return rosenbrock(x, g, n_);
  }
  void hessian(const double*, double*) const noexcept {}

 private:
  Index n_;
  mutable std::vector<double> scratch_;
};

void solve_with_fall_line(std::vector<double>& x, int memory) {
  const fall_line::ProblemByName<ChainedRosenbrock> problem(static_cast<Index>(x.size()));
  fall_line::Random random(1);
  fall_line::Objective objective(problem, random);
  static const auto declaration = fall_line::declare_method<fall_line::Lbfgs>();
  const auto method = declaration.create(
      {{"memory", std::to_string(memory)}, {"gradient_tolerance", "1e-8"}}, objective);
  for (int i = 0; i < most_steps; ++i) {
    if (method->step(x, {}, &objective) != fall_line::StepStatus::ok) break;
  }
}

int stop_liblbfgs(void*, const double*, const double* g, double, double, double, double, int n, int,
                  int) {
  return largest(g, n) <= gradient_tolerance ? 1 : 0;
}

void solve_with_liblbfgs(std::vector<double>& x, int memory) {
  lbfgs_parameter_t parameters;
  lbfgs_parameter_init(&parameters);
  parameters.m = memory;
  parameters.epsilon = 0.0;
  double f = 0.0;
  lbfgs(
      static_cast<int>(x.size()), x.data(), &f,
      [](void*, const double* at, double* g, int n, double) { return rosenbrock(at, g, n); },
      stop_liblbfgs, nullptr, &parameters);
}

using Column = dlib::matrix<double, 0, 1>;

struct StopDlib {
  template <class T>
  bool should_continue_search(const T&, double, const T& g) const {
    return largest(g.begin(), g.size()) > gradient_tolerance;
  }
};

void solve_with_dlib(std::vector<double>& x, int memory) {
  const auto n = static_cast<long>(x.size());
  Column at = dlib::mat(x), last_gradient(n);
  // dlib asks for the value and then for the gradient at the same point: one evaluation
  const auto value = [&](const Column& point) {
    return rosenbrock(point.begin(), last_gradient.begin(), n);
  };
  const auto gradient = [&](const Column&) -> const Column& { return last_gradient; };
  dlib::find_min(dlib::lbfgs_search_strategy(static_cast<unsigned long>(memory)), StopDlib{}, value,
                 gradient, at, -1.0);
  std::copy(at.begin(), at.end(), x.begin());
}

class CeresRosenbrock final : public ceres::FirstOrderFunction {
 public:
  explicit CeresRosenbrock(int n) : n_(n), scratch_(static_cast<std::size_t>(n)) {}
  bool Evaluate(const double* x, double* cost, double* gradient) const override {
    *cost = rosenbrock(x, gradient != nullptr ? gradient : scratch_.data(), n_);
    return true;
  }
  int NumParameters() const override { return n_; }

 private:
  int n_;
  mutable std::vector<double> scratch_;
};

void solve_with_ceres(std::vector<double>& x, int memory, bool scaled) {
  const ceres::GradientProblem problem(new CeresRosenbrock(static_cast<int>(x.size())));
  ceres::GradientProblemSolver::Options options;
  options.max_lbfgs_rank = memory;
  options.use_approximate_eigenvalue_bfgs_scaling = scaled;
  options.max_num_iterations = most_steps;
  options.gradient_tolerance = gradient_tolerance;
  options.function_tolerance = 0.0;
  options.parameter_tolerance = 0.0;
  options.logging_type = ceres::SILENT;
  ceres::GradientProblemSolver::Summary summary;
  ceres::Solve(options, problem, x.data(), &summary);
}

struct Contestant {
  const char* name;
  Solver solve;
};

struct Record {
  long evaluations = 0;
  double moved_evaluations = 0.0, value = 0.0, gradient = 0.0;
  std::vector<double> seconds;
};

double median(std::vector<double> times) {
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end());
  return *middle;
}

constexpr int moved_starts = 20;

Record measured_once(const Contestant& contestant, Index n, int memory) {
  auto x = start(n);
  evaluations = 0;
  contestant.solve(x, memory);
  Record record;
  record.evaluations = evaluations;
  std::vector<double> g(x.size());
  record.value = rosenbrock(x.data(), g.data(), n);
  record.gradient = largest(g.data(), n);
  if (n > 100) return record;
  evaluations = 0;
  for (int seed = 1; seed <= moved_starts; ++seed) {
    x = moved_start(n, static_cast<std::uint64_t>(seed));
    contestant.solve(x, memory);
  }
  record.moved_evaluations = static_cast<double>(evaluations) / moved_starts;
  return record;
}

/// Seconds for one solution, of as many as take about a millisecond.
double seconds_of(const Contestant& contestant, Index n, int memory, long known_evaluations) {
  const auto count = std::clamp<long>(500'000 / (known_evaluations * n), 1, 500);
  const auto before = std::chrono::steady_clock::now();
  for (long i = 0; i < count; ++i) {
    auto x = start(n);
    contestant.solve(x, memory);
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - before;
  return took.count() / static_cast<double>(count);
}

}  // namespace

int main(int argc, char** argv) {
  const int repetitions = argc > 1 ? std::atoi(argv[1]) : 7;
  const int memory = argc > 2 ? std::atoi(argv[2]) : 10;
  const Index most = argc > 3 ? std::atol(argv[3]) : 10'000;
  const Contestant contestants[] = {
      {"fall_line", solve_with_fall_line},
      {"liblbfgs", solve_with_liblbfgs},
      {"dlib", solve_with_dlib},
      {"ceres", [](auto& x, int m) { solve_with_ceres(x, m, false); }},
      {"ceres_scaled", [](auto& x, int m) { solve_with_ceres(x, m, true); }},
  };
  std::printf("{\"stop\":\"no entry of the gradient above 1e-8\",\"memory\":%d,\"rows\":[", memory);
  const char* separator = "\n";
  for (Index n = 10; n <= most; n *= 10) {
    std::vector<Record> records;
    for (const auto& contestant : contestants) {
      records.push_back(measured_once(contestant, n, memory));
    }
    // a minute and more each at 10⁴
    const int rounds = n > 1000 ? std::max(1, repetitions / 3) : repetitions;
    for (int round = 0; round < rounds; ++round) {
      for (std::size_t i = 0; i < records.size(); ++i) {
        records[i].seconds.push_back(seconds_of(contestants[i], n, memory, records[i].evaluations));
      }
    }
    for (std::size_t i = 0; i < records.size(); ++i) {
      const auto& r = records[i];
      std::printf("%s{\"n\":%ld,\"solver\":\"%s\",\"evaluations\":%ld,", separator,
                  static_cast<long>(n), contestants[i].name, r.evaluations);
      if (n <= 100) std::printf("\"evaluations_moved_starts\":%.1f,", r.moved_evaluations);
      std::printf("\"value\":%.3g,\"gradient\":%.3g,\"milliseconds\":%.6g,\"repetitions\":%d}",
                  r.value, r.gradient, 1e3 * median(r.seconds), rounds);
      separator = ",\n";
      std::fflush(stdout);
    }
  }
  std::printf("\n]}\n");
}
