#include "core/analysis/critical_point.hpp"

#include <algorithm>

#include "core/analysis/evaluation.hpp"
#include "core/analysis/subject.hpp"
#include "core/catalog/words.hpp"
#include "core/numerics/sign.hpp"
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
  const auto kind_of = [&](double lowest, double highest) {
    if (length > tolerance) return not_critical;
    if (lowest > tolerance) return minimum;
    if (highest < -tolerance) return maximum;
    return lowest < -tolerance && highest > tolerance ? saddle : degenerate;
  };
  const double flattest = found.eigenvalues.front(), steepest = found.eigenvalues.back();
  const bool by_diagonal = parameters.criterion == Criterion::diagonal;
  const double judged_low = by_diagonal ? low : flattest;
  const double judged_high = by_diagonal ? high : steepest;
  Trace table(quantities_by<CriticalPointTest>(), n);
  table.reserve(1);
  const Tape tape = table.append_row();
  tape.scalar(gradient_norm, length);
  tape.scalar(smallest_eigenvalue, flattest);
  tape.scalar(largest_eigenvalue, steepest);
  tape.scalar(smallest_diagonal, low);
  tape.scalar(largest_diagonal, high);
  tape.scalar(kind, kind_of(flattest, steepest));
  tape.scalar(kind_by_diagonal, kind_of(low, high));
  tape.scalar(least, judged_low);
  tape.scalar(greatest, judged_high);
  tape.scalar(verdict, 0.5 * (sign(judged_low) + sign(judged_high)));
  return table;
}

}  // namespace fall_line
