#include "tests/core/method_check.hpp"

#include <algorithm>
#include <cmath>

#include "tests/core/formula_check.hpp"
#include "tests/core/formula_evaluator.hpp"
#include "tests/core/traced_steps.hpp"

namespace fall_line::test {

namespace {

using Numbers = std::vector<double>;

bool agree(std::span<const double> traced, const Numbers& answer) {
  double size = 0.0, difference = 0.0;
  for (std::size_t i = 0; i < traced.size(); ++i) {
    size = std::max(size, std::abs(answer[i]));
    difference = std::max(difference, std::abs(traced[i] - answer[i]));
  }
  return difference <= 1e-12 * size;
}

Numbers squared_jacobian(const AnyProblem& problem, const Numbers& x) {
  const std::size_t n = x.size(), m = static_cast<std::size_t>(problem.residual_count());
  Numbers jacobian(m * n), product(n * n, 0.0);
  if (m == 0) return product;
  problem.jacobian(x.data(), jacobian.data());
  for (std::size_t i = 0; i < n * n; ++i) {
    for (std::size_t k = 0; k < m; ++k) {
      product[i] += jacobian[k * n + i / n] * jacobian[k * n + i % n];
    }
  }
  return product;
}

/// Where `quantity` may have been asked for: x of x_gradient, if there is such a quantity; else any
/// point of row `row`, or the one it began at.
std::vector<Numbers> points_of(const Trace& trace, const Quantity& quantity, Index row) {
  std::vector<Numbers> points;
  const auto add = [&](int quantity, Index from) {
    const auto values = trace.at(quantity, from);
    points.emplace_back(values.begin(), values.end());
  };
  constexpr std::string_view ending = "_gradient";
  if (quantity.name.ends_with(ending)) {
    const int partner = trace.find(quantity.name.substr(0, quantity.name.size() - ending.size()));
    if (partner >= 0) {
      add(partner, row);
      return points;
    }
  }
  const auto& quantities = trace.quantities();
  for (std::size_t q = 0; q < quantities.size(); ++q) {
    if (quantities[q].role != Role::parameter || quantities[q].shape != Shape::vector) continue;
    add(static_cast<int>(q), row);
    if (quantities[q].name == "theta") add(static_cast<int>(q), row - 1);
  }
  return points;
}

bool is_an_answer(const AnyProblem& problem, const Trace& trace, const Quantity& quantity,
                  Index row) {
  const bool is_matrix = quantity.shape == Shape::matrix;
  const auto traced = trace.at(trace.find(quantity.name), row);
  for (const auto& point : points_of(trace, quantity, row)) {
    Numbers answer(traced.size());
    if (!is_matrix) {
      problem.gradient(point.data(), answer.data());
    } else {
      problem.hessian(point.data(), answer.data());
      if (agree(traced, squared_jacobian(problem, point))) return true;
    }
    if (agree(traced, answer)) return true;
  }
  return false;
}

}  // namespace

Judgement judge_method(const MethodDeclaration& method, std::span<const FormulaLine> lines,
                       const Settings& settings, const ProblemDeclaration& problem, Index steps) {
  const auto applicable = applicable_lines(lines, method.settings, settings);
  const auto run = traced_steps(method, settings, problem, steps);
  Judgement judgement = {run.taken(), run.finite,
                         formula_faults(applicable, method.settings, settings, {&run.trace})};
  const auto function = problem.create({});
  if (function->samples_gradient()) return judgement;
  std::vector<std::string_view> defined;
  for (const auto& line : applicable) defined.push_back(left_side(line.tex));
  for (const auto& quantity : method.quantities) {
    const bool asked = (quantity.role == Role::gradient && quantity.shape == Shape::vector) ||
                       (quantity.role == Role::curvature && quantity.shape == Shape::matrix);
    const std::string left = "\\" + std::string(quantity.symbol) + "{t}";
    if (!asked || std::find(defined.begin(), defined.end(), left) != defined.end()) continue;
    for (Index row = 1; row <= run.taken(); ++row) {
      if (is_an_answer(*function, run.trace, quantity, row)) continue;
      judgement.faults.push_back(left + " in row " + std::to_string(row) +
                                 " is no answer of the problem at a point of the trace");
      break;
    }
  }
  return judgement;
}

}  // namespace fall_line::test
