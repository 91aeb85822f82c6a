// Every method: an untraced step over many parameters where it needs the gradient alone, and a
// traced run on a problem that offers what it needs.

#include <memory>

#include "core/catalog/catalog.hpp"
#include "core/catalog/owner.hpp"
#include "core/optimizers/adam.hpp"
#include "core/run/run.hpp"
#include "tests/bench/workloads/workload.hpp"

namespace fall_line::bench {

namespace {

constexpr Index thousand = 1'000, million = 1'000'000;

bool takes_gradients(const MethodDeclaration& method) {
  const auto booth = find_problem("booth").create({});
  Random random(1);
  const Objective objective(*booth, random);
  return method.needs == Needs::nothing && !method.create({}, objective)->asks_objective();
}

/// Reads gradient and theta, writes theta; reads and writes each vector of state.
double doubles_of(std::string_view method) {
  if (method == "adam") return 7.0;
  if (method == "gradient_descent") return 3.0;
  if (method == "momentum" || method == "rmsprop" || method == "adagrad") return 5.0;
  return 0.0;
}

Workload step(const MethodDeclaration& method, Index n) {
  return {.name = "step/" + std::string(method.name) + "/" + std::to_string(n),
          .unit = "parameter",
          .count = static_cast<double>(n),
          .bytes = 8.0 * doubles_of(method.name) * static_cast<double>(n),
          .prepare = [&method, n]() -> std::function<void()> {
            const std::shared_ptr<AnyMethod> stepper = method.create_for({}, n);
            std::vector<double> gradient(static_cast<std::size_t>(n));
            for (std::size_t i = 0; i < gradient.size(); ++i) {
              gradient[i] = 1.0 / static_cast<double>(i + 1);
            }
            return
                [stepper, gradient, theta = std::vector<double>(gradient.size(), 1.0)]() mutable {
                  static_cast<void>(stepper->step(theta, gradient));
                  keep(theta.back());
                };
          }};
}

/// Adam's kernel by itself: two doubles at a time natively too, so that both sides are compiled
/// with the same flags.
Workload narrow_adam_step(Index n) {
  return {.name = "step/adam, 128-bit vectors/" + std::to_string(n),
          .unit = "parameter",
          .count = static_cast<double>(n),
          .bytes = 56.0 * static_cast<double>(n),
          .prepare = [n]() -> std::function<void()> {
            const auto values = with_settings<Adam, Adam::Hyperparameters>("method.", {});
            const auto size = static_cast<std::size_t>(n);
            return [adam = std::make_shared<Adam>(values, n), n,
                    gradient = std::vector<double>(size, 0.5),
                    theta = std::vector<double>(size, 1.0)]() mutable {
              adam->step(theta.data(), gradient.data(), n, NoTape{});
              keep(theta.back());
            };
          }};
}

const ProblemDeclaration& problem_for(const MethodDeclaration& method) {
  return find_problem(method.needs == Needs::nothing ? "rosenbrock" : "linear_regression");
}

Workload run(std::string name, const std::string& spec_text, Index steps) {
  return {.name = std::move(name),
          .unit = "step",
          .count = static_cast<double>(steps),
          .prepare = [spec = parse_run_spec(spec_text), steps]() -> std::function<void()> {
            return [spec, steps] {
              Run run(spec);
              keep(static_cast<double>(run.advance(steps)));
            };
          }};
}

}  // namespace

void add_steps(std::vector<Workload>& rows) {
  for (const auto& method : methods()) {
    if (!takes_gradients(method)) continue;
    rows.push_back(step(method, thousand));
    rows.push_back(step(method, million));
    if (method.name == "adam") rows.push_back(step(method, 4 * million));
  }
  rows.push_back(narrow_adam_step(million));
}

void add_runs(std::vector<Workload>& rows) {
  const std::string adam = "problem=booth\nmethod=adam\n";
  rows.push_back(run("run/adam on booth, 1000 steps", adam, 1000));
  for (const auto& method : methods()) {
    const auto name = std::string(method.name);
    const std::string problem(problem_for(method).name);
    rows.push_back(run("run/" + name + " on " + problem,
                       "problem=" + problem + "\nmethod=" + name + "\n", 100));
  }
}

}  // namespace fall_line::bench
