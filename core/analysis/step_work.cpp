#include "core/analysis/step_work.hpp"

#include <cmath>
#include <cstdlib>

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/catalog/words.hpp"
#include "core/numerics/linear_solve.hpp"

namespace fall_line {

namespace {

/// g ← diagonal·x − 1.
void write_gradient(double diagonal, const Vector& x, Vector& g) {
  for (Index i = 0; i < x.size(); ++i) g[i] = diagonal * x[i] - 1.0;
}

void write_hessian(const Vector& of_distance, Index n, Vector& h) {
  for (Index i = 0; i < n; ++i) {
    for (Index k = 0; k < n; ++k) h[i * n + k] = of_distance[std::abs(i - k)];
  }
}

double newton_steps(Index n, Index repeats) {
  Vector x = Vector::Zero(n), step(n), h(n * n), of_distance(n);
  for (Index i = 0; i < n; ++i) of_distance[i] = 1.0 / (1.0 + static_cast<double>(i));
  of_distance[0] += static_cast<double>(n);
  for (Index i = 0; i < repeats; ++i) {
    x.setZero();  // every step has the same to do
    write_hessian(of_distance, n, h);
    write_gradient(of_distance[0], x, step);
    solve_linear(h.data(), step.data(), n);
    for (Index k = 0; k < n; ++k) x[k] -= step[k];
  }
  return norm(step.data(), n);
}

double gradient_steps(Index n, Index repeats) {
  constexpr double learning_rate = 0.001;
  Vector x = Vector::Zero(n), g(n);
  for (Index i = 0; i < repeats; ++i) {
    write_gradient(1.0, x, g);
    for (Index k = 0; k < n; ++k) x[k] -= learning_rate * g[k];
  }
  return learning_rate * norm(g.data(), n);
}

}  // namespace

Trace StepWork::table(const Parameters& parameters, const RunSpec&) {
  const double n = parameters.parameters;
  const bool newton = parameters.kind == Kind::newton;
  const double most = std::floor(most_work / (newton ? n * n * n : n));
  if (parameters.repeats > most) {
    throw InvalidArgument("analysis.repeats", short_text(parameters.repeats),
                          "at most " + short_text(most) + " with so many parameters");
  }
  const auto size = static_cast<Index>(n), repeats = static_cast<Index>(parameters.repeats);
  Trace table(quantities_by<StepWork>(), 1);
  table.reserve(1);
  const Tape tape = table.append_row();
  tape.scalar(count, n);
  tape.scalar(step_length, newton ? newton_steps(size, repeats) : gradient_steps(size, repeats));
  return table;
}

}  // namespace fall_line
