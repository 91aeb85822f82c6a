#include "core/analysis/quadratic_model.hpp"

#include "core/analysis/subject.hpp"
#include "core/catalog/words.hpp"
#include "core/numerics/sum.hpp"

namespace fall_line {

Trace QuadraticModel::table(const Parameters& parameters, const RunSpec& spec) {
  const Subject subject(spec);
  const Index n = subject.dimension();
  const auto d = direction_of("analysis.displacement", parameters.displacement, n);
  std::vector<double> gradient(d.size()), hessian(d.size() * d.size()), change(d.size());
  const double here = subject.problem->value_and_gradient(subject.at.data(), gradient.data());
  subject.problem->hessian(subject.at.data(), hessian.data());
  for (std::size_t i = 0; i < d.size(); ++i) change[i] = dot(&hessian[i * d.size()], d.data(), n);
  const double terms[] = {here, dot(gradient.data(), d.data(), n),
                          0.5 * dot(change.data(), d.data(), n)};
  const double there = subject.problem->value(moved(subject.at, 1.0, d).data());

  Trace table(quantities_by<QuadraticModel>(), n);
  table.reserve(std::ssize(terms));
  double sum = 0.0;
  for (const double next : terms) {
    sum += next;
    const Tape tape = table.append_row();
    tape.scalar(term, next);
    tape.scalar(model, sum);
    tape.scalar(value_there, there);
    tape.scalar(model_error, sum - there);
  }
  return table;
}

}  // namespace fall_line
