#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/problems/problem.hpp"

namespace fall_line::test {

/// Largest relative error of `gradient` (or, below, of `hessian` or `jacobian`) at `x` against
/// central differences of `value` (of `gradient`, of `residuals`), coordinate by coordinate. The
/// step h sweeps from 10⁻¹ to 10⁻⁶ of the coordinate's size; the best agreement over the sweep
/// counts, since too long a step truncates and too short a one drowns in round-off.
template <class Difference>
double best_error(double analytic, double position, Difference difference) {
  double best = std::numeric_limits<double>::infinity();
  for (double h = 0.1; h > 5e-7; h *= 0.1) {
    const double step = h * std::max(1.0, std::abs(position));
    const double numeric = difference(step);
    const double size = std::max({1.0, std::abs(analytic), std::abs(numeric)});
    best = std::min(best, std::abs(analytic - numeric) / size);
  }
  return best;
}

inline double gradient_error(const AnyProblem& problem, const std::vector<double>& x) {
  std::vector<double> gradient(x.size());
  problem.gradient(x.data(), gradient.data());
  double worst = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    worst = std::max(worst, best_error(gradient[i], x[i], [&](double h) {
                       auto above = x, below = x;
                       above[i] += h;
                       below[i] -= h;
                       return (problem.value(above.data()) - problem.value(below.data())) /
                              (above[i] - below[i]);
                     }));
  }
  return worst;
}

/// The same along one direction `u`, for problems with too many coordinates to go one by one.
inline double directional_error(const AnyProblem& problem, const std::vector<double>& x,
                                const std::vector<double>& u) {
  std::vector<double> gradient(x.size());
  problem.gradient(x.data(), gradient.data());
  double slope = 0.0;
  for (std::size_t i = 0; i < x.size(); ++i) slope += gradient[i] * u[i];
  return best_error(slope, 1.0, [&](double h) {
    auto ahead = x, behind = x;
    for (std::size_t i = 0; i < x.size(); ++i) {
      ahead[i] += h * u[i];
      behind[i] -= h * u[i];
    }
    return (problem.value(ahead.data()) - problem.value(behind.data())) / (2.0 * h);
  });
}

inline double hessian_error(const AnyProblem& problem, const std::vector<double>& x) {
  const std::size_t n = x.size();
  std::vector<double> hessian(n * n), g_above(n), g_below(n), best(n);
  problem.hessian(x.data(), hessian.data());
  double worst = 0.0;
  for (std::size_t k = 0; k < n; ++k) {
    std::fill(best.begin(), best.end(), std::numeric_limits<double>::infinity());
    for (double h = 0.1; h > 5e-7; h *= 0.1) {
      auto above = x, below = x;
      above[k] += h * std::max(1.0, std::abs(x[k]));
      below[k] -= h * std::max(1.0, std::abs(x[k]));
      problem.gradient(above.data(), g_above.data());
      problem.gradient(below.data(), g_below.data());
      for (std::size_t i = 0; i < n; ++i) {
        const double numeric = (g_above[i] - g_below[i]) / (above[k] - below[k]);
        const double analytic = hessian[i * n + k];
        const double size = std::max({1.0, std::abs(analytic), std::abs(numeric)});
        best[i] = std::min(best[i], std::abs(analytic - numeric) / size);
      }
    }
    for (std::size_t i = 0; i < n; ++i) {
      worst = std::max(worst, best[i]);
      if (hessian[i * n + k] != hessian[k * n + i]) return std::numeric_limits<double>::infinity();
    }
  }
  return worst;
}

inline double jacobian_error(const AnyProblem& problem, const std::vector<double>& x) {
  const auto m = static_cast<std::size_t>(problem.residual_count());
  const std::size_t n = x.size();
  std::vector<double> jacobian(m * n), r_above(m), r_below(m);
  problem.jacobian(x.data(), jacobian.data());
  double worst = 0.0;
  for (std::size_t i = 0; i < m; ++i) {
    for (std::size_t k = 0; k < n; ++k) {
      worst = std::max(worst, best_error(jacobian[i * n + k], x[k], [&](double h) {
                         auto above = x, below = x;
                         above[k] += h;
                         below[k] -= h;
                         problem.residuals(above.data(), r_above.data());
                         problem.residuals(below.data(), r_below.data());
                         return (r_above[i] - r_below[i]) / (above[k] - below[k]);
                       }));
    }
  }
  return worst;
}

}  // namespace fall_line::test
