#include "core/analysis/quadratic_field.hpp"

#include "core/analysis/evaluation.hpp"
#include "core/analysis/field.hpp"
#include "core/analysis/subject.hpp"
#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/words.hpp"

namespace fall_line {

Trace QuadraticField::table(const Parameters& parameters, const RunSpec& spec) {
  const Subject subject(spec);
  const Index n = subject.dimension();
  if (n > 2) {
    throw InvalidArgument("problem", std::to_string(n) + " dimensions", "1 or 2");
  }
  const auto count = static_cast<Index>(parameters.count);
  const GridAxis x{parameters.x_low, parameters.x_high, count};
  const GridAxis y{parameters.y_low, parameters.y_high, count};
  check_axis("analysis.x_low, analysis.x_high", x);
  if (n == 2) check_axis("analysis.y_low, analysis.y_high", y);
  const auto [value, g, h, eigenvalues, eigenvectors] = evaluate(*subject.problem, subject.at);

  Trace table(quantities_by<QuadraticField>(), n);
  table.reserve(n == 2 ? count * count : count);
  for (Index row = 0; row < (n == 2 ? count : 1); ++row) {
    const double v = n == 2 ? position_on(y, row) - subject.at[1] : 0.0;
    for (Index column = 0; column < count; ++column) {
      const double u = position_on(x, column) - subject.at[0];
      double q = value + g[0] * u + 0.5 * h[0] * u * u;
      if (n == 2) q += g[1] * v + h[1] * u * v + 0.5 * h[3] * v * v;
      table.append_row().scalar(model, q);
    }
  }
  return table;
}

}  // namespace fall_line
