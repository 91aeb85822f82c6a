#include "core/optimizers/gauss_newton.hpp"

#include <gtest/gtest.h>

#include "tests/core/residual_problems.hpp"
#include "tests/core/support.hpp"

namespace fall_line::gauss_newton_test {

using test::LeastSquaresRun;

std::unique_ptr<AnyProblem> problem_named(std::string_view name, const Settings& settings = {}) {
  return find_problem(name).create(settings);
}

TEST(GaussNewton, SolvesALinearProblemInOneStep) {
  LeastSquaresRun run("gauss_newton", {}, problem_named("booth"));
  ASSERT_EQ(run.step(), StepStatus::ok);
  EXPECT_NEAR(run.theta[0], 1.0, 1e-14);
  EXPECT_NEAR(run.theta[1], 3.0, 1e-14);
}

// S1.3: the factor 2 of the Hessian 2JᵀJ and of the gradient 2Jᵀr cancel.
TEST(GaussNewton, JumpsFromFiveToTheMinimumAtOne) {
  LeastSquaresRun run("gauss_newton", {}, test::distance_to_one(5.0));
  ASSERT_EQ(run.step(), StepStatus::ok);
  EXPECT_EQ(run.theta[0], 1.0);
  EXPECT_EQ(run.step(), StepStatus::converged);
}

TEST(GaussNewton, StepSolvesTheLecturesEquationWithBothFactorsTwo) {
  LeastSquaresRun run("gauss_newton", {}, problem_named("rosenbrock"));
  double gradient[2];
  run.problem().gradient(run.theta.data(), gradient);
  ASSERT_EQ(run.step(), StepStatus::ok);
  for (std::size_t i = 0; i < 2; ++i) {
    const double left = 2.0 * (run.at("jtj", 2 * i) * run.at("delta", 0) +
                               run.at("jtj", 2 * i + 1) * run.at("delta", 1));
    EXPECT_NEAR(left, -gradient[i], 1e-12 * std::abs(gradient[i]));
  }
}

TEST(GaussNewton, ReachesRosenbrocksMinimumInTwoSteps) {
  LeastSquaresRun run("gauss_newton", {}, problem_named("rosenbrock"));
  ASSERT_EQ(run.step(), StepStatus::ok);
  ASSERT_EQ(run.step(), StepStatus::ok);
  EXPECT_NEAR(run.theta[0], 1.0, 1e-12);
  EXPECT_NEAR(run.theta[1], 1.0, 1e-12);
}

TEST(GaussNewton, ConvergesQuadraticallyWhereTheResidualsVanish) {
  LeastSquaresRun run("gauss_newton", {}, problem_named("beale"));
  run.theta = {2.8, 0.4};
  std::vector<double> errors;
  for (int i = 0; i < 5 && run.step() == StepStatus::ok; ++i) {
    errors.push_back(std::hypot(run.theta[0] - 3.0, run.theta[1] - 0.5));
  }
  ASSERT_GE(errors.size(), 3u);
  for (std::size_t i = 1; i < 3; ++i) {
    EXPECT_LT(errors[i], 5.0 * errors[i - 1] * errors[i - 1] + 1e-14);
  }
  EXPECT_EQ(run.finish(), StepStatus::converged);
}

TEST(GaussNewton, DependentColumnsAreSingularAndLeaveThetaAlone) {
  LeastSquaresRun run("gauss_newton", {},
                      test::squares_of(
                          3, {0.3, -0.7},
                          [](const double* x, double* r) {
                            for (int i = 0; i < 3; ++i) r[i] = (i + 1) * (x[0] + 2.0 * x[1]) - 1.0;
                          },
                          [](const double*, double* j) {
                            for (int i = 0; i < 3; ++i) {
                              j[2 * i] = i + 1;
                              j[2 * i + 1] = 2.0 * (i + 1);
                            }
                          }));
  const auto before = run.theta;
  EXPECT_EQ(run.step(), StepStatus::singular);
  EXPECT_EQ(run.theta, before);
}

TEST(GaussNewton, FewerResidualsThanParametersAreSingular) {
  LeastSquaresRun run(
      "gauss_newton", {},
      test::squares_of(
          1, {2.0, 5.0}, [](const double* x, double* r) { r[0] = x[0] + x[1] - 1.0; },
          [](const double*, double* j) { j[0] = j[1] = 1.0; }));
  EXPECT_EQ(run.step(), StepStatus::singular);
}

TEST(GaussNewton, RunThatTurnsSingularSaysSo) {
  // x⁴/4 is ‖x²/2‖²: at 0 the Jacobian x vanishes, but so does the gradient
  const auto run = test::run_of("problem=quartic\nmethod=gauss_newton\nstart=0\n", 5);
  EXPECT_EQ(run.status().reason, StopReason::converged);
  EXPECT_EQ(run.steps(), 0);
}

TEST(GaussNewton, NeedsASumOfSquares) {
  EXPECT_EQ(
      test::refusal_of([] { test::run_of("problem=saddle\nmethod=gauss_newton\n", 1); }).argument,
      "method");
}

TEST(GaussNewton, RunCountsAJacobianAsOneGradient) {
  const auto run = test::run_of("problem=beale\nmethod=gauss_newton\nstart=2.8,0.4\n", 3);
  for (Index step = 0; step <= 3; ++step) {
    EXPECT_EQ(test::at(run, "evaluations", step), static_cast<double>(step));
  }
}

TEST(GaussNewton, AsksForOneJacobianAndTheResidualsOnceAStep) {
  LeastSquaresRun run("gauss_newton", {}, problem_named("rosenbrock"));
  ASSERT_EQ(run.step(), StepStatus::ok);
  EXPECT_EQ(run.evaluations().values, 1.0);
  EXPECT_EQ(run.evaluations().jacobians, 1.0);
  EXPECT_EQ(run.evaluations().gradients, 0.0);
}

}  // namespace fall_line::gauss_newton_test
