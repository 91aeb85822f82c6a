#include "core/analysis/convexity.hpp"

#include "core/analysis/evaluation.hpp"
#include "core/analysis/subject.hpp"
#include "core/catalog/words.hpp"
#include "core/numerics/random.hpp"
#include "core/numerics/symmetric_eigen.hpp"

namespace fall_line {

Trace ConvexityTest::table(const Parameters& parameters, const RunSpec& spec) {
  const Subject subject(spec);
  const AnyProblem& f = *subject.problem;
  check_spectrum_dimensions(f);
  const Index n = subject.dimension();
  Random random(static_cast<std::uint64_t>(parameters.seed));
  const auto draw = [&] {
    std::vector<double> point = subject.at;
    for (double& x : point) x += parameters.half_width * (2.0 * random.uniform() - 1.0);
    return point;
  };
  Trace table(quantities_by<ConvexityTest>(), n);
  table.reserve(static_cast<Index>(parameters.samples));
  std::vector<double> between(subject.at), gradient(subject.at);
  Matrix hessian(n, n);
  for (Index i = 0; i < static_cast<Index>(parameters.samples); ++i) {
    const auto a = draw(), b = draw();
    const double s = random.uniform();
    double along = 0.0;
    const double at_a = f.value_and_gradient(a.data(), gradient.data());
    const double at_b = f.value(b.data());
    const Tape tape = table.append_row();
    for (std::size_t k = 0; k < a.size(); ++k) {
      between[k] = s * a[k] + (1.0 - s) * b[k];
      along += gradient[k] * (b[k] - a[k]);
      tape.vector(point_a, static_cast<Index>(k), a[k]);
      tape.vector(point_b, static_cast<Index>(k), b[k]);
      tape.vector(gradient_a, static_cast<Index>(k), gradient[k]);
    }
    const double at_between = f.value(between.data());
    f.hessian(a.data(), hessian.data());  // symmetric: the order of storage does not matter
    tape.scalar(share, s);
    tape.scalar(value_a, at_a);
    tape.scalar(value_b, at_b);
    tape.scalar(value_between, at_between);
    tape.scalar(chord_gap, s * at_a + (1.0 - s) * at_b - at_between);
    tape.scalar(first_order_gap, at_b - at_a - along);
    tape.scalar(smallest_eigenvalue, symmetric_eigen(hessian).values[0]);
  }
  return table;
}

}  // namespace fall_line
