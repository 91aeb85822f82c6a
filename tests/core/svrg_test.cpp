// Stochastic variance reduced gradient on a least-squares sum small enough to average by hand.

#include "core/optimizers/svrg.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/problems/declare_problem.hpp"
#include "tests/core/support.hpp"

namespace fall_line::svrg_test {

using test::at;
using test::run_of;

/// f = (1/6)·Σ ½·(a_i·x − b_i)²; no x fits all six.
class SixLines {
 public:
  static constexpr Index count = 6;
  Index dimension() const noexcept { return 2; }
  std::vector<double> start() const { return {2.0, -1.0}; }
  Index term_count() const noexcept { return count; }

  double batch_value_and_gradient(const double* x, const Index* terms, Index size,
                                  double* g) const noexcept {
    double value = 0.0, g0 = 0.0, g1 = 0.0;
    for (Index k = 0; k < size; ++k) {
      const double* row = lines[terms[k]];
      const double r = row[0] * x[0] + row[1] * x[1] - row[2];
      value += 0.5 * r * r;
      g0 += r * row[0];
      g1 += r * row[1];
    }
    const double share = 1.0 / static_cast<double>(size);
    if (g != nullptr) {
      g[0] = share * g0;
      g[1] = share * g1;
    }
    return share * value;
  }

  double value(const double* x) const noexcept {
    return batch_value_and_gradient(x, all, count, nullptr);
  }
  void gradient(const double* x, double* g) const noexcept {
    batch_value_and_gradient(x, all, count, g);
  }
  void hessian(const double*, double* h) const noexcept {
    h[0] = h[1] = h[2] = h[3] = 0.0;
    for (const auto& row : lines) {
      for (int i = 0; i < 2; ++i) {
        for (int k = 0; k < 2; ++k) h[2 * i + k] += row[i] * row[k] / 6.0;
      }
    }
  }

 private:
  static constexpr Index all[] = {0, 1, 2, 3, 4, 5};
  static constexpr double lines[6][3] = {{1.0, 0.5, 1.0},  {-0.5, 1.0, 2.0}, {0.3, 0.7, -1.0},
                                         {1.2, -0.4, 0.5}, {0.1, 1.1, 0.0},  {-0.8, 0.2, 3.0}};
};

/// SVRG at work on the six lines, one batch a step.
class SvrgAtWork {
 public:
  explicit SvrgAtWork(const std::string& snapshot_interval,
                      const std::string& learning_rate = "0.01")
      : method_(find_method("svrg").create(
            {{"snapshot_interval", snapshot_interval}, {"learning_rate", learning_rate}},
            objective_)),
        trace_({std::begin(Svrg::quantities), std::end(Svrg::quantities)}, 2),
        theta_(problem_.start()) {
    trace_.reserve(1000);
  }

  void step(std::span<const Index> batch) {
    objective_.use_batch(batch);
    ASSERT_EQ(method_->traced_step(theta_, {}, &objective_, trace_.append_row()), StepStatus::ok);
  }

  std::span<const double> last(int quantity) const {
    return trace_.at(quantity, trace_.rows() - 1);
  }
  std::vector<double> full_gradient() const {
    std::vector<double> g(2);
    problem_.gradient(theta_.data(), g.data());
    return g;
  }
  const std::vector<double>& theta() const { return theta_; }
  double gradients() const { return objective_.evaluations().gradients; }

 private:
  ProblemByName<SixLines> problem_;
  Random random_{1};
  Objective objective_{problem_, random_};
  std::unique_ptr<AnyMethod> method_;
  Trace trace_;
  std::vector<double> theta_;
};

constexpr Index singles[] = {0, 1, 2, 3, 4, 5};
std::span<const Index> only(Index i) { return {&singles[i], 1}; }

TEST(Svrg, EstimateAtTheSnapshotIsTheFullGradientExactly) {
  for (Index i = 0; i < 6; ++i) {
    SvrgAtWork svrg("3");
    for (int t = 0; t < 7; ++t) {
      const auto full = svrg.full_gradient();
      svrg.step(only((i + t) % 6));
      if (t % 3 != 0) continue;
      EXPECT_EQ(svrg.last(Svrg::estimate_quantity)[0], full[0]) << "step " << t + 1;
      EXPECT_EQ(svrg.last(Svrg::estimate_quantity)[1], full[1]) << "step " << t + 1;
    }
  }
}

TEST(Svrg, EstimateIsUnbiased) {
  double mean[2] = {0.0, 0.0};
  std::vector<double> full;
  for (Index i = 0; i < 6; ++i) {
    SvrgAtWork svrg("50", "0.3");
    svrg.step(only(0));
    svrg.step(only(1));
    full = svrg.full_gradient();
    svrg.step(only(i));
    for (std::size_t k = 0; k < 2; ++k) mean[k] += svrg.last(Svrg::estimate_quantity)[k] / 6.0;
    EXPECT_GT(std::abs(svrg.last(Svrg::estimate_quantity)[0] - full[0]), 1e-3)
        << "one term alone is off";
  }
  EXPECT_NEAR(mean[0], full[0], 1e-14);
  EXPECT_NEAR(mean[1], full[1], 1e-14);
}

TEST(Svrg, TakesASnapshotEveryInterval) {
  SvrgAtWork svrg("4");
  for (int t = 0; t < 12; ++t) {
    const auto before = svrg.theta();
    svrg.step(only(t % 6));
    EXPECT_EQ(svrg.last(Svrg::fresh_quantity)[0], t % 4 == 0 ? 1.0 : 0.0) << "step " << t + 1;
    EXPECT_EQ(svrg.last(Svrg::snapshot_quantity)[0] == before[0], t % 4 == 0) << "step " << t + 1;
  }
  // three full gradients, and two of one term in six a step
  EXPECT_NEAR(svrg.gradients(), 3.0 + 12.0 * 2.0 / 6.0, 1e-12);
}

TEST(Svrg, ConvergesWhereStochasticGradientDescentHovers) {
  SvrgAtWork svrg("12", "0.3");
  const ProblemByName<SixLines> problem;
  auto theta = problem.start();
  Random random(5);
  for (int t = 0; t < 900; ++t) {
    const Index i = static_cast<Index>(random.below(6));
    svrg.step(only(i));
    double g[2];
    problem.batch_value_and_gradient(theta.data(), &i, 1, g);
    for (std::size_t k = 0; k < 2; ++k) theta[k] -= 0.3 * g[k];
  }
  const auto norm_at = [&](const std::vector<double>& x) {
    double g[2];
    problem.gradient(x.data(), g);
    return std::hypot(g[0], g[1]);
  };
  EXPECT_LT(norm_at(svrg.theta()), 1e-12);
  EXPECT_GT(norm_at(theta), 1e-2);
}

TEST(Svrg, OverAllTermsIsGradientDescent) {
  const std::string setup = "problem=linear_regression\nmethod.learning_rate=0.0001\nmethod=";
  const auto svrg = run_of(setup + "svrg\nmethod.snapshot_interval=7\n", 50);
  const auto descent = run_of(setup + "gradient_descent\n", 50);
  ASSERT_EQ(svrg.steps(), 50);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_NEAR(at(svrg, "theta", 50, i), at(descent, "theta", 50, i), 1e-11);
  }
}

TEST(Svrg, IsRefusedWhereTheFunctionIsNoMeanOverExamples) {
  const auto refusal = test::refusal_of([] { run_of("problem=booth\nmethod=svrg\n", 0); });
  EXPECT_EQ(refusal.argument, "method");
}

TEST(Svrg, IntervalIsAWholeNumberOfSteps) {
  const auto refusal = test::refusal_of([] { SvrgAtWork("2.5"); });
  EXPECT_EQ(refusal.argument, "method.snapshot_interval");
  EXPECT_NE(refusal.message.find("a whole number"), std::string::npos) << refusal.message;
}

}  // namespace fall_line::svrg_test
