#include "core/analysis/critical_point.hpp"

#include <algorithm>

#include "core/analysis/evaluation.hpp"
#include "core/analysis/subject.hpp"
#include "core/catalog/words.hpp"
#include "core/numerics/sum.hpp"

namespace fall_line {

Trace CriticalPointTest::table(const Parameters& parameters, const RunSpec& spec) {
  const Subject subject(spec);
  const Index n = subject.dimension();
  const Evaluation found = evaluate(*subject.problem, subject.at);
  double low = found.hessian[0], high = low;
  for (Index i = 1; i < n; ++i) {
    const double entry = found.hessian[static_cast<std::size_t>(i * (n + 1))];
    low = std::min(low, entry);
    high = std::max(high, entry);
  }
  const double length = norm(found.gradient.data(), n), tolerance = parameters.tolerance;
  const auto kind_of = [&](double least, double greatest) {
    if (length > tolerance) return not_critical;
    if (least > tolerance) return minimum;
    if (greatest < -tolerance) return maximum;
    return least < -tolerance && greatest > tolerance ? saddle : degenerate;
  };
  const double least = found.eigenvalues.front(), greatest = found.eigenvalues.back();
  Trace table(quantities_by<CriticalPointTest>(), n);
  table.reserve(1);
  const Tape tape = table.append_row();
  tape.scalar(gradient_norm, length);
  tape.scalar(smallest_eigenvalue, least);
  tape.scalar(largest_eigenvalue, greatest);
  tape.scalar(smallest_diagonal, low);
  tape.scalar(largest_diagonal, high);
  tape.scalar(kind, kind_of(least, greatest));
  tape.scalar(kind_by_diagonal, kind_of(low, high));
  return table;
}

}  // namespace fall_line
