// The checks have teeth: a strong Wolfe search written out once more passes them, and each of its
// deliberately wrong versions fails. Bracketing and zoom as in Nocedal & Wright 2006, algorithms
// 3.5 and 3.6.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/numerics/sum.hpp"
#include "core/optimizers/search_interval.hpp"
#include "tests/core/line_search_check.hpp"

namespace fall_line::mutation_line_search_test {

enum class Fault {
  none,
  armijo_reversed,       // + where Armijo's condition has the negative slope
  armijo_without_slope,  // any decrease is enough
  curvature_one_sided,   // slope ≥ c₂·slope(0): the weak condition
  curvature_skipped,     // low enough is good enough
  zoom_keeps_wrong_end,  // the end that is too high becomes the best one
  zoom_forgets_turn,     // the best end is moved past the minimum, the other one stays
  outside_the_bracket,   // the cubic's minimum on the wrong side, not held within
  other_gradient,        // of the last trial of the bracketing, not of the zoom
  endless,               // no longest step
  ascends,               // whatever the slope
};

/// Where the cubic through both ends is lowest (their eq. 3.59), the middle where it has no such
/// point, and no nearer to either end than a twentieth.
template <Fault fault>
double between(const Probe& a, const Probe& b) {
  const double width = b.step - a.step;
  const double d1 = a.slope + b.slope - 3.0 * (b.value - a.value) / width;
  const double d2 = std::copysign(std::sqrt(d1 * d1 - a.slope * b.slope), width);
  const double share = 1.0 - (b.slope + d2 - d1) / (b.slope - a.slope + 2.0 * d2);
  if (fault == Fault::outside_the_bracket) return a.step - share * width;
  return a.step + (std::isnan(share) ? 0.5 : std::clamp(share, 0.05, 0.95)) * width;
}

template <Fault fault>
LineSearchResult search(Objective& objective, const SearchLine& line, double first_step,
                        const WolfeConditions& conditions, double* trial,
                        double* trial_gradient) noexcept {
  int evaluations = 0;
  bool zooms = false;
  const auto probe = [&](double step) -> Probe {
    ++evaluations;
    for (Index i = 0; i < line.n; ++i) trial[i] = line.theta[i] + step * line.direction[i];
    Vector gradient(line.n);
    const double value = objective.value_and_gradient(trial, gradient.data());
    if (fault != Fault::other_gradient || !zooms) {
      std::copy_n(gradient.data(), line.n, trial_gradient);
    }
    return {step, value, dot(gradient.data(), line.direction, line.n)};
  };
  const auto is_low_enough = [&](const Probe& p) {
    const double change = fault == Fault::armijo_without_slope
                              ? 0.0
                              : conditions.sufficient_decrease * p.step * line.slope;
    return p.value <= (fault == Fault::armijo_reversed ? line.value - change : line.value + change);
  };
  const auto is_level_enough = [&](const Probe& p) {
    if (fault == Fault::curvature_skipped) return true;
    const double slope = fault == Fault::curvature_one_sided ? -p.slope : std::abs(p.slope);
    return slope <= -conditions.curvature * line.slope;
  };
  const auto ends_with = [&](LineSearchStatus status, const Probe& p) -> LineSearchResult {
    return {status, p.step, p.value, p.slope, evaluations};
  };

  const Probe start = {0.0, line.value, line.slope};
  if (line.slope >= 0.0 && fault != Fault::ascends) {
    return ends_with(LineSearchStatus::not_descent, start);
  }
  Probe best = start, other = start;
  for (double step = first_step; other.step == best.step; step *= 4.0) {
    if (evaluations == conditions.most_evaluations) {
      return ends_with(LineSearchStatus::failed, start);
    }
    const Probe p = probe(step);
    const bool low_enough = is_low_enough(p);
    if (low_enough && is_level_enough(p)) return ends_with(LineSearchStatus::found, p);
    if (low_enough && step >= 1e20 && fault != Fault::endless) {
      return ends_with(LineSearchStatus::unbounded, start);
    }
    if (!low_enough || p.value >= best.value) {
      other = p;
    } else if (p.slope >= 0.0) {
      other = best;
      best = p;
    } else {
      best = other = p;
    }
  }
  zooms = true;
  while (evaluations < conditions.most_evaluations) {
    const Probe p = probe(between<fault>(best, other));
    if (!is_low_enough(p) || p.value >= best.value) {
      (fault == Fault::zoom_keeps_wrong_end ? best : other) = p;
      continue;
    }
    if (is_level_enough(p)) return ends_with(LineSearchStatus::found, p);
    const bool turned = p.slope * (other.step - best.step) >= 0.0;
    if (turned && fault != Fault::zoom_forgets_turn) other = best;
    best = p;
  }
  return ends_with(LineSearchStatus::failed, start);
}

template <Fault fault>
bool passes() {
  return test::line_search_faults(search<fault>).empty();
}

TEST(Mutation, StrongWolfesChecksRejectItsWrongVersions) {
  EXPECT_EQ(test::line_search_faults(search<Fault::none>), std::vector<std::string>{});
  EXPECT_FALSE(passes<Fault::armijo_reversed>());
  EXPECT_FALSE(passes<Fault::armijo_without_slope>());
  EXPECT_FALSE(passes<Fault::curvature_one_sided>());
  EXPECT_FALSE(passes<Fault::curvature_skipped>());
  EXPECT_FALSE(passes<Fault::zoom_keeps_wrong_end>());
  EXPECT_FALSE(passes<Fault::zoom_forgets_turn>());
  EXPECT_FALSE(passes<Fault::outside_the_bracket>());
  EXPECT_FALSE(passes<Fault::other_gradient>());
  EXPECT_FALSE(passes<Fault::endless>());
  EXPECT_FALSE(passes<Fault::ascends>());
}

}  // namespace fall_line::mutation_line_search_test
