#include "core/analysis/directional_derivatives.hpp"

#include "core/analysis/subject.hpp"
#include "core/catalog/words.hpp"
#include "core/numerics/sum.hpp"
#include "core/numerics/turn.hpp"

namespace fall_line {

Trace DirectionalDerivatives::table(const Parameters& parameters, const RunSpec& spec) {
  const Subject subject(spec);
  const Index n = subject.dimension();
  std::vector<double> gradient(subject.at.size()), u(subject.at.size(), 0.0);
  subject.problem->gradient(subject.at.data(), gradient.data());
  // in one dimension there are two directions
  const auto rows = n == 1 ? Index{2} : static_cast<Index>(parameters.count);
  Trace table(quantities_by<DirectionalDerivatives>(), n);
  table.reserve(rows);
  for (Index i = 0; i < rows; ++i) {
    const double degrees = 360.0 * static_cast<double>(i) / static_cast<double>(rows);
    const auto [cosine, sine] = after_turns(static_cast<double>(i) / static_cast<double>(rows));
    u[0] = cosine;
    if (n > 1) u[1] = sine;
    const Tape tape = table.append_row();
    tape.scalar(angle, degrees);
    for (Index k = 0; k < n; ++k) {
      tape.vector(direction, k, u[static_cast<std::size_t>(k)]);
      tape.vector(gradient_here, k, gradient[static_cast<std::size_t>(k)]);
    }
    tape.scalar(slope, dot(gradient.data(), u.data(), n));
    tape.scalar(steepest, norm(gradient.data(), n));
  }
  return table;
}

}  // namespace fall_line
