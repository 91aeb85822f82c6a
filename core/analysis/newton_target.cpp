#include "core/analysis/newton_target.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/analysis/evaluation.hpp"
#include "core/analysis/subject.hpp"
#include "core/catalog/words.hpp"
#include "core/numerics/linear_solve.hpp"

namespace fall_line {

namespace {

NewtonTarget::Kind kind_of(double least, double greatest, Index n) {
  const double size = std::max(std::abs(least), std::abs(greatest));
  const double zero = static_cast<double>(n) * std::numeric_limits<double>::epsilon() * size;
  if (least > zero) return NewtonTarget::bowl;
  if (greatest < -zero) return NewtonTarget::dome;
  return least < -zero && greatest > zero ? NewtonTarget::saddle : NewtonTarget::flat;
}

}  // namespace

Trace NewtonTarget::table(const Parameters&, const RunSpec& spec) {
  const Subject subject(spec);
  const Index n = subject.dimension();
  const Evaluation found = evaluate(*subject.problem, subject.at);
  Trace table(quantities_by<NewtonTarget>(), n);
  table.reserve(1);
  const Tape tape = table.append_row();
  tape.vector(point, subject.at.data(), n);
  tape.vector(gradient, found.gradient.data(), n);
  tape.vector(hessian, found.hessian.data(), n * n);
  tape.scalar(value_here, found.value);
  const double least = found.eigenvalues.front(), greatest = found.eigenvalues.back();
  tape.scalar(smallest_eigenvalue, least);
  tape.scalar(largest_eigenvalue, greatest);
  tape.scalar(kind, kind_of(least, greatest, n));

  std::vector<double> matrix(found.hessian), step(found.gradient);
  if (solve_linear(matrix.data(), step.data(), n)) {
    const auto there = moved(subject.at, -1.0, step);
    tape.vector(target, there.data(), n);
    tape.scalar(model_there, found.value - 0.5 * dot(found.gradient.data(), step.data(), n));
    tape.scalar(value_there, subject.problem->value(there.data()));
  }
  return table;
}

}  // namespace fall_line
