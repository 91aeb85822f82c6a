#include "core/analysis/line_slice.hpp"

#include "core/analysis/field.hpp"
#include "core/catalog/words.hpp"
#include "core/numerics/sum.hpp"

namespace fall_line {

Trace LineSlice::table(const Parameters& parameters, const RunSpec& spec) {
  const Subject subject(spec);
  const AnyProblem& f = *subject.problem;
  const Index n = subject.dimension();
  const auto u = direction_of("analysis.direction", parameters.direction, n);
  const GridAxis axis{parameters.low, parameters.high, static_cast<Index>(parameters.count)};
  check_axis("analysis.low, analysis.high", axis);

  std::vector<double> gradient(u.size()), hessian(u.size() * u.size()), change(u.size());
  const double here = f.value_and_gradient(subject.at.data(), gradient.data());
  const double slope_at_x = dot(gradient.data(), u.data(), n);
  f.hessian(subject.at.data(), hessian.data());
  for (std::size_t i = 0; i < u.size(); ++i) change[i] = dot(&hessian[i * u.size()], u.data(), n);
  const double curvature = dot(change.data(), u.data(), n);

  Trace table(quantities_by<LineSlice>(), n);
  table.reserve(axis.count);
  for (Index i = 0; i < axis.count; ++i) {
    const double s = position_on(axis, i);
    const double there = f.value_and_gradient(moved(subject.at, s, u).data(), gradient.data());
    const Tape tape = table.append_row();
    tape.scalar(position, s);
    tape.scalar(value, there);
    tape.scalar(slope, dot(gradient.data(), u.data(), n));
    tape.scalar(model, here + s * slope_at_x + 0.5 * s * s * curvature);
  }
  table.fill(value_here, here);
  table.fill(slope_here, slope_at_x);
  table.fill(curvature_here, curvature);
  return table;
}

}  // namespace fall_line
