// Every problem: value and gradient, Hessian; fields of those that a page draws.

#include <memory>

#include "core/analysis/field.hpp"
#include "core/analysis/plane_slice.hpp"
#include "core/catalog/catalog.hpp"
#include "tests/bench/workloads/workload.hpp"

namespace fall_line::bench {

namespace {

using Numbers = std::vector<double>;

Workload call(const std::string& kind, const ProblemDeclaration& problem,
              void (*action)(const AnyProblem&, const Numbers&, Numbers&), std::size_t power) {
  return {.name = kind + "/" + std::string(problem.name),
          .unit = "call",
          .prepare = [&problem, action, power]() -> std::function<void()> {
            const std::shared_ptr<AnyProblem> f = problem.create({});
            const Numbers x = f->start();
            const std::size_t entries = power == 1 ? x.size() : x.size() * x.size();
            return [f, x, action, out = Numbers(entries)]() mutable {
              action(*f, x, out);
              keep(out.back());
            };
          }};
}

/// The Hessian of a large quadratic turned at random: what it costs to make, and to use.
void add_turned_quadratic(std::vector<Workload>& rows, const std::string& dimension) {
  const Settings settings = {{"dimension", dimension}, {"rotation", "random"}};
  const std::string name = "spectral_quadratic turned " + dimension;
  rows.push_back(
      {.name = "create/" + name, .unit = "call", .prepare = [settings]() -> std::function<void()> {
         return [settings] {
           const auto f = find_problem("spectral_quadratic").create(settings);
           keep(static_cast<double>(f->dimension()));
         };
       }});
  rows.push_back({.name = "gradient/" + name,
                  .unit = "call",
                  .prepare = [settings]() -> std::function<void()> {
                    const std::shared_ptr<AnyProblem> f =
                        find_problem("spectral_quadratic").create(settings);
                    return [f, x = f->start(), g = f->start()]() mutable {
                      keep(f->value_and_gradient(x.data(), g.data()));
                    };
                  }});
}

Workload field_of(const std::string& name, Index count) {
  return {.name = "field/" + name + " " + std::to_string(count) + " x " + std::to_string(count),
          .unit = "point",
          .count = static_cast<double>(count * count),
          .prepare = [name, count]() -> std::function<void()> {
            const auto& problem = find_problem(name);
            const std::shared_ptr<AnyProblem> f = problem.create({});
            const Domain& d = problem.domain;
            return [f, x = GridAxis{d.x_low, d.x_high, count},
                    y = GridAxis{d.y_low, d.y_high, count}] { keep(field(*f, x, y).back()); };
          }};
}

/// The loss of a network over a plane of its weights.
Workload slice_of(const std::string& name, Index count) {
  return {.name = "slice/" + name + " " + std::to_string(count) + " x " + std::to_string(count),
          .unit = "point",
          .count = static_cast<double>(count * count),
          .prepare = [name, count]() -> std::function<void()> {
            const std::shared_ptr<AnyProblem> f = find_problem(name).create({});
            const Numbers at = f->start();
            Random random(1);
            Numbers first(at.size()), second(at.size());
            for (double& entry : first) entry = random.normal();
            for (double& entry : second) entry = random.normal();
            const GridAxis axis{-1.0, 1.0, count};
            return [=] { keep(plane_slice(*f, at, first, second, axis, axis).back()); };
          }};
}

}  // namespace

void add_problems(std::vector<Workload>& rows) {
  for (const auto& problem : problems()) {
    rows.push_back(call(
        "gradient", problem,
        [](const AnyProblem& f, const Numbers& x, Numbers& g) {
          keep(f.value_and_gradient(x.data(), g.data()));
        },
        1));
    rows.push_back(call(
        "hessian", problem,
        [](const AnyProblem& f, const Numbers& x, Numbers& h) { f.hessian(x.data(), h.data()); },
        2));
  }
  add_turned_quadratic(rows, "256");
  rows.push_back(field_of("booth", 128));
  rows.push_back(field_of("rosenbrock", 512));
  rows.push_back(field_of("himmelblau", 512));
  rows.push_back(slice_of("mlp", 32));
}

}  // namespace fall_line::bench
