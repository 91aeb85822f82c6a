#include "core/analysis/strengths.hpp"

#include <cstddef>

#include "core/catalog/invalid_argument.hpp"
#include "core/catalog/number_text.hpp"
#include "core/numerics/exponential.hpp"
#include "core/numerics/natural_log.hpp"

namespace fall_line {

std::vector<double> strengths_of(const StrengthRange& range) {
  if (range.lowest > range.highest) {
    throw InvalidArgument("analysis.lowest", short_text(range.lowest),
                          "at most highest, " + short_text(range.highest));
  }
  const auto points = static_cast<std::size_t>(range.points);
  const double from = natural_log(range.lowest);
  const double step = (natural_log(range.highest) - from) / (range.points - 1.0);
  std::vector<double> strengths(points + 1, 0.0);
  for (std::size_t i = 1; i <= points; ++i) {
    strengths[i] = exponential(from + step * static_cast<double>(i - 1));
  }
  strengths[1] = range.lowest;
  strengths[points] = range.highest;
  return strengths;
}

}  // namespace fall_line
