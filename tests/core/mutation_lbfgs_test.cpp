// The checks have teeth: L-BFGS written out once more passes them, and each of its deliberately
// wrong versions fails.

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "core/optimizers/lbfgs.hpp"
#include "tests/core/lbfgs_check.hpp"
#include "tests/core/mutation.hpp"

namespace fall_line::mutation_lbfgs_test {

enum class Fault {
  none,
  loops_swapped,         // oldest pair first, then newest first
  loops_alike,           // newest pair first in both
  share_added,           // q + αy
  second_share_added,    // r + (α + β)s
  scaling_missing,       // from I, though the newest pair should scale it
  scaling_inverted,      // yᵀy/(sᵀy)
  scaling_of_oldest,     // from another pair
  newest_unused,         // the pair of the last step is not looked at
  oldest_kept,           // a full memory learns nothing more
  nothing_dropped,       // more pairs than it may remember
  weight_of_neighbour,   // ρ of the pair before
  negative_kept,         // a pair whose sᵀy is negative
  old_gradient_missing,  // y = g⁺
};

struct Pair {
  Vector s, y;
  double weight;
};

template <Fault fault>
struct LbfgsWith : test::DeclaredAs<Lbfgs> {
  static constexpr auto& options = Lbfgs::options;
  LbfgsWith(const Lbfgs::Hyperparameters& values, Index) : hyperparameters(values) {}

  Vector direction(const Vector& gradient) const {
    const std::size_t count = pairs.size() - (fault == Fault::newest_unused && !pairs.empty());
    std::vector<std::size_t> order(count);  // newest first
    for (std::size_t k = 0; k < count; ++k) order[k] = count - 1 - k;
    if (fault == Fault::loops_swapped) std::reverse(order.begin(), order.end());
    const auto weight = [&](std::size_t k) {
      return pairs[fault == Fault::weight_of_neighbour && k > 0 ? k - 1 : k].weight;
    };
    std::vector<double> shares(count);
    Vector d = gradient;
    for (const std::size_t k : order) {
      shares[k] = weight(k) * pairs[k].s.dot(d);
      d += (fault == Fault::share_added ? shares[k] : -shares[k]) * pairs[k].y;
    }
    if (count > 0 && fault != Fault::scaling_missing) {
      const Pair& pair = pairs[fault == Fault::scaling_of_oldest ? 0 : count - 1];
      const double scale = pair.s.dot(pair.y) / pair.y.squaredNorm();
      d *= fault == Fault::scaling_inverted ? 1.0 / scale : scale;
    }
    if (fault != Fault::loops_alike) std::reverse(order.begin(), order.end());
    for (const std::size_t k : order) {
      const double share = weight(k) * pairs[k].y.dot(d);
      d += (shares[k] + (fault == Fault::second_share_added ? share : -share)) * pairs[k].s;
    }
    return -d;
  }

  void remember(const Pair& pair) {
    const bool full = std::ssize(pairs) >= static_cast<Index>(hyperparameters.memory);
    if (full && fault == Fault::oldest_kept) return;
    if (full && fault != Fault::nothing_dropped) pairs.erase(pairs.begin());
    pairs.push_back(pair);
  }

  template <class AnyTape>
  StepStatus step(double* theta, Index n, Objective& objective, AnyTape tape) noexcept {
    Vector g(n), trial(n), next(n);
    const double value = objective.value_and_gradient(theta, g.data());
    const Vector d = direction(g);
    const SearchLine line = {theta, d.data(), n, value, g.dot(d)};
    const double first = pairs.empty() ? 1.0 / g.norm() : 1.0;
    const auto found = strong_wolfe_search(objective, line, first,
                                           {.curvature = hyperparameters.curvature_condition},
                                           trial.data(), next.data());
    if (!found.lowers()) return StepStatus::line_search_failed;
    Pair pair = {found.step * d, next - g, 0.0};
    if (fault == Fault::old_gradient_missing) pair.y = next;
    const double curvature = pair.s.dot(pair.y);
    if (curvature > 0.0 || fault == Fault::negative_kept) {
      pair.weight = 1.0 / curvature;
      scale = curvature / pair.y.squaredNorm();
      remember(pair);
    }
    tape.scalar(Lbfgs::step_factor_index, found.step);
    tape.scalar(Lbfgs::weight_quantity, pair.weight);
    tape.scalar(Lbfgs::scale_quantity, scale);
    for (Index i = 0; i < n; ++i) {
      theta[i] = trial[i];
      tape.vector(Lbfgs::direction_index, i, d[i]);
      tape.vector(Lbfgs::gradient_after_index, i, next[i]);
      tape.vector(Lbfgs::y_quantity, i, pair.y[i]);
      tape.vector(Lbfgs::delta_index, i, pair.s[i]);
    }
    return StepStatus::ok;
  }

  template <class AnyTape>
  void record_initial(Index n, AnyTape tape) const noexcept {
    for (Index i = 0; i < n; ++i) {
      tape.vector(Lbfgs::y_quantity, i, 0.0);
      tape.vector(Lbfgs::delta_index, i, 0.0);
    }
    tape.scalar(Lbfgs::weight_quantity, 0.0);
    tape.scalar(Lbfgs::scale_quantity, scale);
  }

  Lbfgs::Hyperparameters hyperparameters;
  std::vector<Pair> pairs;  ///< oldest first
  double scale = 1.0;
};

template <Fault fault>
bool passes() {
  return test::lbfgs_faults(declare_method<LbfgsWith<fault>>()).empty();
}

TEST(Mutation, LbfgssChecksRejectItsWrongVersions) {
  EXPECT_EQ(test::lbfgs_faults(declare_method<LbfgsWith<Fault::none>>()),
            std::vector<std::string>{});
  EXPECT_FALSE(passes<Fault::loops_swapped>());
  EXPECT_FALSE(passes<Fault::loops_alike>());
  EXPECT_FALSE(passes<Fault::share_added>());
  EXPECT_FALSE(passes<Fault::second_share_added>());
  EXPECT_FALSE(passes<Fault::scaling_missing>());
  EXPECT_FALSE(passes<Fault::scaling_inverted>());
  EXPECT_FALSE(passes<Fault::scaling_of_oldest>());
  EXPECT_FALSE(passes<Fault::newest_unused>());
  EXPECT_FALSE(passes<Fault::oldest_kept>());
  EXPECT_FALSE(passes<Fault::nothing_dropped>());
  EXPECT_FALSE(passes<Fault::weight_of_neighbour>());
  EXPECT_FALSE(passes<Fault::negative_kept>());
  EXPECT_FALSE(passes<Fault::old_gradient_missing>());
}

}  // namespace fall_line::mutation_lbfgs_test
