// Newton’s method: where it goes, how fast, and how it stops.

#include <gtest/gtest.h>

#include <cmath>

#include "core/numerics/linear_solve.hpp"
#include "tests/core/method_at_work.hpp"
#include "tests/core/support.hpp"

namespace fall_line::newton_test {

using test::at;
using test::AtWork;
using test::bowl;
using test::run_of;

TEST(LinearSolve, SolvesAnIndefiniteSystemWhoseFirstPivotIsZero) {
  std::vector<double> a = {0.0, 2.0, 1.0, 2.0, 0.0, 3.0, 1.0, 3.0, -1.0}, b = {7.0, 11.0, 4.0};
  ASSERT_TRUE(solve_linear(a.data(), b.data(), 3));
  for (Index i = 0; i < 3; ++i) EXPECT_NEAR(b[i], static_cast<double>(i + 1), 1e-14);
}

TEST(LinearSolve, ReportsASingularMatrix) {
  for (auto a :
       {std::vector<double>{1.0, 2.0, 2.0, 4.0}, std::vector<double>{0.0, 0.0, 0.0, 0.0},
        std::vector<double>{0.1, 0.3, 0.3, 0.9}, std::vector<double>{NAN, 0.0, 0.0, 1.0}}) {
    double b[] = {1.0, 1.0};
    EXPECT_FALSE(solve_linear(a.data(), b, 2));
  }
}

TEST(Newton, SolvesBoothInOneStep) {
  const auto run = run_of("problem=booth\nmethod=newton\nstart=0,0\n", 1);
  EXPECT_NEAR(at(run, "theta", 1, 0), 1.0, 1e-14);
  EXPECT_NEAR(at(run, "theta", 1, 1), 3.0, 1e-14);
}

TEST(Newton, SolvesAQuadraticInOneStepWhateverItsDimension) {
  for (const Index n : {1, 2, 5, 40}) {
    for (const char* kind : {"pure", "damped", "modified"}) {
      AtWork newton("newton", {{"kind", kind}}, bowl(n));
      ASSERT_EQ(newton.step(), StepStatus::ok);
      EXPECT_LT(newton.largest_gradient(), 1e-11) << kind << n;
    }
  }
}

TEST(Newton, FitsALineInOneStep) {
  const auto run = run_of("problem=linear_regression\nmethod=newton\n", 1);
  std::vector<double> gradient(2);
  run.problem().gradient(run.trace().at(0, 1).data(), gradient.data());
  EXPECT_NEAR(gradient[0], 0.0, 1e-9);
  EXPECT_NEAR(gradient[1], 0.0, 1e-9);
}

TEST(Newton, FindsRootEightAsTheLecturesTableSays) {
  const auto run = run_of("problem=double_well\nmethod=newton\n", 3);
  const double printed[] = {2.8421, 2.828525, 2.82842713};
  const double places[] = {5e-5, 5e-7, 5e-9};
  for (Index step = 1; step <= 3; ++step) {
    EXPECT_NEAR(at(run, "theta", step), printed[step - 1], places[step - 1]);
  }
}

/// f′(x) = x² − 8: Newton's step on it is Heron's rule x ← (x + 8/x)/2.
class Heron {
 public:
  Index dimension() const noexcept { return 1; }
  std::vector<double> start() const { return {3.0}; }
  double value(const double* x) const noexcept { return x[0] * x[0] * x[0] / 3.0 - 8.0 * x[0]; }
  void gradient(const double* x, double* g) const noexcept { g[0] = x[0] * x[0] - 8.0; }
  void hessian(const double* x, double* h) const noexcept { h[0] = 2.0 * x[0]; }
};

TEST(Newton, OnTheSlopeThatHeronNeedsIsHeronsRule) {
  AtWork newton("newton", {}, std::make_unique<ProblemByName<Heron>>());
  const double printed[] = {2.83333, 2.8284314, 2.82842712475};
  const double places[] = {5e-6, 5e-8, 5e-12};
  for (int step = 0; step < 3; ++step) {
    ASSERT_EQ(newton.step(), StepStatus::ok);
    EXPECT_NEAR(newton.theta[0], printed[step], places[step]);
  }
}

TEST(Newton, DoublesItsDigitsAStep) {
  const auto run = run_of("problem=double_well\nmethod=newton\nstart=2.9\n", 3);
  const double root = std::sqrt(8.0);
  const auto error = [&](Index step) { return std::abs(at(run, "theta", step) - root); };
  for (Index step = 1; step <= 2; ++step) {
    const double exponent =
        std::log(error(step + 1) / error(step)) / std::log(error(step) / error(step - 1));
    EXPECT_NEAR(exponent, 2.0, 0.1);
  }
}

TEST(Newton, PureLandsOnTheSaddleInOneStep) {
  const auto run = run_of("problem=saddle\nmethod=newton\nstart=1,1\n", 5);
  EXPECT_EQ(at(run, "theta", 1, 0), 0.0);
  EXPECT_EQ(at(run, "theta", 1, 1), 0.0);
  EXPECT_EQ(run.steps(), 1);
  EXPECT_EQ(run.status().reason, StopReason::converged);
}

TEST(Newton, PureClimbsToAMaximum) {
  const auto run = run_of("problem=double_well\nmethod=newton\nstart=0.5\n", 20);
  EXPECT_NEAR(at(run, "theta", run.steps()), 0.0, 1e-12);
  EXPECT_EQ(run.status().reason, StopReason::converged);
}

TEST(Newton, DampedSaysThatItsDirectionAscends) {
  const auto run = run_of("problem=double_well\nmethod=newton\nmethod.kind=damped\nstart=0.5\n", 9);
  EXPECT_EQ(run.steps(), 0);
  EXPECT_EQ(run.status().reason, StopReason::line_search_failed);
}

TEST(Newton, ModifiedDescendsFromTheSaddlesFlank) {
  const auto run = run_of("problem=saddle\nmethod=newton\nmethod.kind=modified\nstart=1,1\n", 3);
  for (Index step = 1; step <= run.steps(); ++step) {
    EXPECT_LT(at(run, "loss", step), at(run, "loss", step - 1));
    EXPECT_GT(at(run, "shift", step), 2.0);
  }
  EXPECT_GE(run.steps(), 1);
}

TEST(Newton, ModifiedDirectionDescendsOnEveryLandscapeFromRandomPlaces) {
  test::Inputs inputs(8);
  for (const char* problem : {"saddle", "monkey_saddle", "himmelblau", "beale", "rosenbrock"}) {
    for (int i = 0; i < 20; ++i) {
      auto spec = parse_run_spec(std::string("problem=") + problem +
                                 "\nmethod=newton\nmethod.kind=modified\n");
      spec.start = {inputs.between(-2.0, 2.0), inputs.between(-2.0, 2.0)};
      fall_line::Run run(spec);
      ASSERT_EQ(run.advance(1), 1) << problem;
      const double product = at(run, "gradient", 1, 0) * at(run, "direction", 1, 0) +
                             at(run, "gradient", 1, 1) * at(run, "direction", 1, 1);
      EXPECT_LT(product, 0.0) << problem;
      EXPECT_LT(at(run, "loss", 1), at(run, "loss", 0)) << problem;
    }
  }
}

TEST(Newton, ModifiedLeavesADefiniteHessianAsItIs) {
  const auto run = run_of("problem=booth\nmethod=newton\nmethod.kind=modified\n", 1);
  EXPECT_EQ(at(run, "shift", 1), 0.0);
}

TEST(Newton, ReportsASingularHessian) {
  const auto run = run_of("problem=constant_gradient\nmethod=newton\n", 1);
  EXPECT_EQ(run.steps(), 0);
  EXPECT_EQ(run.status().reason, StopReason::singular);
}

TEST(Newton, KeepsTheLearningRateOfLecture3) {
  const auto run = run_of("problem=booth\nmethod=newton\nmethod.learning_rate=0.5\nstart=0,0\n", 2);
  EXPECT_NEAR(at(run, "theta", 1, 0), 0.5, 1e-14);
  EXPECT_NEAR(at(run, "theta", 2, 1), 2.25, 1e-14);
}

TEST(Newton, RefusesMoreParametersThanItCanKeepAMatrixOf) {
  const auto refusal = test::refusal_of(
      [] { run_of("problem=rosenbrock\nproblem.dimension=501\nmethod=newton\n", 0); });
  EXPECT_EQ(refusal.argument, "method");
}

}  // namespace fall_line::newton_test
