#include "tests/core/lbfgs_check.hpp"

#include <cmath>
#include <limits>

#include "core/optimizers/lbfgs.hpp"
#include "tests/core/formula_check.hpp"
#include "tests/core/method_at_work.hpp"
#include "tests/core/method_check.hpp"
#include "tests/core/traced_steps.hpp"
#include "tests/core/wall.hpp"

namespace fall_line::test {

namespace {

/// The pairs (delta, y) that a trace tells of, and the direction that follows from them.
class Pairs {
 public:
  explicit Pairs(const Trace& trace) : trace_(trace) {}

  Vector of(std::string_view name, Index row) const {
    const auto values = trace_.at(trace_.find(name), row);
    return Eigen::Map<const Vector>(values.data(), std::ssize(values));
  }
  double curvature(Index row) const { return of("y", row).dot(of("delta", row)); }

  /// Of the pairs before `row` with positive curvature, the last `memory`, oldest first.
  std::vector<Index> before(Index row, Index memory) const {
    std::vector<Index> rows;
    while (--row >= 1 && std::ssize(rows) < memory) {
      if (curvature(row) > 0.0) rows.insert(rows.begin(), row);
    }
    return rows;
  }

  /// −H·gradient of `row`.
  Vector direction(Index row, Index memory) const {
    const auto rows = before(row, memory);
    const Matrix identity = Matrix::Identity(trace_.dimension(), trace_.dimension());
    Matrix h = identity;
    if (!rows.empty()) h *= curvature(rows.back()) / of("y", rows.back()).squaredNorm();
    for (const Index pair : rows) {
      const Vector s = of("delta", pair), y = of("y", pair);
      const Matrix left = identity - s * y.transpose() / curvature(pair);
      h = left * h * left.transpose() + s * s.transpose() / curvature(pair);
    }
    return -(h * of("gradient", row));
  }

 private:
  const Trace& trace_;
};

bool is_near(double found, double expected) {
  return std::abs(found - expected) <= 1e-12 * std::abs(expected);
}

std::string fault_in(const TracedSteps& run, Index memory) {
  const Pairs pairs(run.trace);
  for (Index row = 1; row <= run.taken(); ++row) {
    const std::string in_row = " in row " + std::to_string(row);
    const double curvature = pairs.curvature(row);
    const double weight = curvature > 0.0 ? 1.0 / curvature : 0.0;
    if (!is_near(pairs.of("weight", row)[0], weight)) return "weight" + in_row;
    const auto known = pairs.before(row + 1, 1);
    const double scale =
        known.empty() ? 1.0 : pairs.curvature(known[0]) / pairs.of("y", known[0]).squaredNorm();
    if (!is_near(pairs.of("scale", row)[0], scale)) return "scale" + in_row;
    const Vector expected = pairs.direction(row, memory);
    if (!((pairs.of("direction", row) - expected).norm() <= 1e-7 * expected.norm())) {
      return "direction" + in_row;
    }
  }
  return {};
}

bool ends_after_n_steps(const MethodDeclaration& method) {
  const auto bowl = outside_the_catalog<BowlOf<6>>("bowl");
  const auto run =
      traced_steps(method, {{"memory", "3"}, {"curvature_condition", "0.00011"}}, bowl, 6);
  if (run.taken() != 6) return false;
  const Pairs pairs(run.trace);
  return pairs.of("gradient_after", 6).norm() <= 1e-6 * pairs.of("gradient", 1).norm();
}

}  // namespace

std::vector<std::string> lbfgs_faults(const MethodDeclaration& method) {
  std::vector<std::string> faults;
  const struct {
    ProblemDeclaration problem;
    Index steps;
  } cases[] = {{find_problem("rosenbrock"), 25},
               {outside_the_catalog<BowlOf<6>>("bowl"), 8},
               {outside_the_catalog<Wall>("wall"), 8}};
  for (const auto& [problem, steps] : cases) {
    for (const Index memory : {1, 2, 3, 5}) {
      const Settings settings = {{"memory", std::to_string(memory)}};
      const std::string where = std::string(problem.name) + in_words(settings) + ": ";
      const auto run = traced_steps(method, settings, problem, steps);
      if (run.taken() != steps) faults.push_back(where + "ends early");
      const auto fault = fault_in(run, memory);
      if (!fault.empty()) faults.push_back(where + fault);
      if (problem.name == "wall") continue;  // where no step meets Wolfe's condition
      const auto judged = judge_method(method, Lbfgs::lines, settings, problem, steps);
      for (const auto& other : judged.faults) faults.push_back(where + other);
    }
  }
  if (!ends_after_n_steps(method)) faults.push_back("n steps do not end at the minimum");
  return faults;
}

}  // namespace fall_line::test
