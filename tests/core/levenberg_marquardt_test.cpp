#include "core/optimizers/levenberg_marquardt.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/residual_problems.hpp"
#include "tests/core/support.hpp"

namespace fall_line::levenberg_marquardt_test {

using test::LeastSquaresRun;

std::unique_ptr<AnyProblem> problem_named(std::string_view name, const Settings& settings = {}) {
  return find_problem(name).create(settings);
}

TEST(LevenbergMarquardt, RejectedTrialIsShownAndMovesNothing) {
  LeastSquaresRun run("levenberg_marquardt", {}, problem_named("rosenbrock"));
  while (run.step() == StepStatus::ok && run.at("accepted") == 1.0) {
  }
  ASSERT_EQ(run.at("accepted"), 0.0);
  EXPECT_EQ(run.at("delta", 0), 0.0);
  EXPECT_EQ(run.at("delta", 1), 0.0);
  EXPECT_NE(run.at("trial", 0), 0.0);
  EXPECT_LT(run.at("gain_ratio"), 0.0);
  const auto before = run.theta;
  const double jacobians = run.evaluations().jacobians;
  ASSERT_EQ(run.step(), StepStatus::ok);
  EXPECT_EQ(run.evaluations().jacobians, jacobians) << "the next trial starts from the same place";
}

TEST(LevenbergMarquardt, AlmostWithoutDampingIsGaussNewton) {
  const Settings settings = {{"initial_damping", "1e-14"}};
  LeastSquaresRun damped("levenberg_marquardt", settings, problem_named("beale"));
  LeastSquaresRun pure("gauss_newton", {}, problem_named("beale"));
  damped.theta = pure.theta = {2.5, 0.4};
  ASSERT_EQ(damped.step(), StepStatus::ok);
  ASSERT_EQ(pure.step(), StepStatus::ok);
  for (std::size_t i = 0; i < 2; ++i) EXPECT_NEAR(damped.theta[i], pure.theta[i], 1e-12);
}

TEST(LevenbergMarquardt, WithMuchDampingStepsAgainstTheGradient) {
  const Settings settings = {{"initial_damping", "1e6"}, {"damping", "levenberg"}};
  LeastSquaresRun run("levenberg_marquardt", settings, problem_named("booth"));
  double gradient[2];
  run.problem().gradient(run.theta.data(), gradient);
  ASSERT_EQ(run.step(), StepStatus::ok);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_NEAR(run.at("delta", i), -0.5e-6 * gradient[i], 1e-10 * std::abs(gradient[i]));
  }
}

TEST(LevenbergMarquardt, ConvergesToAZeroResidual) {
  for (const char* name : {"booth", "rosenbrock", "beale", "himmelblau", "parabola"}) {
    LeastSquaresRun run("levenberg_marquardt", {}, problem_named(name));
    EXPECT_EQ(run.finish(), StepStatus::converged) << name;
    EXPECT_LT(run.problem().value(run.theta.data()), 1e-27) << name;
  }
}

TEST(LevenbergMarquardt, AtTheMinimumTakesNoStep) {
  LeastSquaresRun run("levenberg_marquardt", {}, problem_named("booth"));
  run.theta = {1.0, 3.0};
  EXPECT_EQ(run.step(), StepStatus::converged);
  EXPECT_EQ(run.theta, (std::vector<double>{1.0, 3.0}));
}

TEST(LevenbergMarquardt, ConvergesWhereTheJacobianIsRankDeficient) {
  const auto line = [](const double* x, double* r) {
    r[0] = x[0] + 2.0 * x[1] - 1.0;
    r[1] = 2.0 * x[0] + 4.0 * x[1] - 1.0;
  };
  const auto slope = [](const double*, double* j) {
    j[0] = 1.0;
    j[1] = j[2] = 2.0;
    j[3] = 4.0;
  };
  for (const char* damping : {"marquardt", "levenberg"}) {
    LeastSquaresRun run("levenberg_marquardt", {{"damping", damping}},
                        test::squares_of(2, {3.0, -4.0}, line, slope));
    EXPECT_EQ(run.finish(), StepStatus::converged) << damping;
    EXPECT_NEAR(run.theta[0] + 2.0 * run.theta[1], 0.6, 1e-12) << damping;
    EXPECT_LT(std::hypot(run.theta[0], run.theta[1]), 10.0) << damping;
  }
}

TEST(LevenbergMarquardt, ConvergesWithFewerResidualsThanParameters) {
  LeastSquaresRun run(
      "levenberg_marquardt", {},
      test::squares_of(
          1, {2.0, 5.0}, [](const double* x, double* r) { r[0] = x[0] * x[1] - 1.0; },
          [](const double* x, double* j) {
            j[0] = x[1];
            j[1] = x[0];
          }));
  EXPECT_EQ(run.finish(), StepStatus::converged);
  EXPECT_NEAR(run.theta[0] * run.theta[1], 1.0, 1e-14);
}

// ln x from 5: the undamped step leads to a negative x, where there is no logarithm.
TEST(LevenbergMarquardt, TrialWhereTheFunctionIsNotFiniteIsRejected) {
  LeastSquaresRun run("levenberg_marquardt", {},
                      test::squares_of(
                          1, {5.0}, [](const double* x, double* r) { r[0] = std::log(x[0]); },
                          [](const double* x, double* j) { j[0] = 1.0 / x[0]; }));
  ASSERT_EQ(run.step(), StepStatus::ok);
  EXPECT_LT(5.0 + run.at("trial"), 0.0);
  EXPECT_EQ(run.at("accepted"), 0.0);
  EXPECT_EQ(run.at("trial_loss"), 1e200);
  EXPECT_EQ(run.finish(), StepStatus::converged);
  EXPECT_NEAR(run.theta[0], 1.0, 1e-14);
}

TEST(LevenbergMarquardt, FollowsAThetaThatSomebodyElseMoved) {
  LeastSquaresRun moved("levenberg_marquardt", {{"update", "constant"}}, problem_named("beale"));
  ASSERT_EQ(moved.step(), StepStatus::ok);
  moved.theta = {2.5, 0.4};
  LeastSquaresRun fresh("levenberg_marquardt", {{"update", "constant"}}, problem_named("beale"));
  fresh.theta = {2.5, 0.4};
  ASSERT_EQ(moved.step(), StepStatus::ok);
  ASSERT_EQ(fresh.step(), StepStatus::ok);
  EXPECT_EQ(moved.theta, fresh.theta);
}

TEST(LevenbergMarquardt, AsksForAJacobianOnlyWhereATrialWasTaken) {
  LeastSquaresRun run("levenberg_marquardt", {}, problem_named("rosenbrock"));
  double taken = 0.0;
  while (run.step() == StepStatus::ok) taken += run.at("accepted");
  EXPECT_GT(run.steps(), static_cast<Index>(taken));
  EXPECT_LE(run.evaluations().jacobians, taken + 1.0);
  EXPECT_LE(run.evaluations().values, static_cast<double>(run.steps()) + 1.0);
}

TEST(LevenbergMarquardt, RunCountsAJacobianAsOneGradient) {
  const auto run = test::run_of("problem=rosenbrock\nmethod=levenberg_marquardt\n", 12);
  double taken = 0.0;
  for (Index step = 1; step <= run.steps(); ++step) {
    EXPECT_EQ(test::at(run, "evaluations", step), 1.0 + taken) << step;
    taken += test::at(run, "accepted", step);
  }
  EXPECT_LT(taken, 12.0);
  EXPECT_EQ(run.evaluations().gradients, 0.0);
  EXPECT_EQ(test::at(run, "evaluations", 12), run.evaluations().jacobians);
}

TEST(LevenbergMarquardt, RunThatIsDoneSaysWhy) {
  const auto run = test::run_of("problem=rosenbrock\nmethod=levenberg_marquardt\n", 1000);
  EXPECT_EQ(run.status().reason, StopReason::converged);
  EXPECT_LT(run.steps(), 60);
}

TEST(LevenbergMarquardt, RunStopsWhereTheJacobianIsNotFinite) {
  const auto run = test::run_of("problem=double_well\nmethod=levenberg_marquardt\nstart=1e90\n", 5);
  EXPECT_NE(run.status().reason, StopReason::none);
}

TEST(LevenbergMarquardt, WhatIfWithoutTheFactorTwoDoublesTheFirstStep) {
  const auto run =
      test::run_of("problem=booth\nmethod=levenberg_marquardt\nmethod.damping=levenberg\n", 1);
  const auto row = run.what_if(1, {{"right_side", "full_gradient"}});
  const auto trial = static_cast<std::size_t>(run.trace().find("trial"));
  EXPECT_NEAR(row[trial][0], 2.0 * test::at(run, "trial", 1), 1e-12);
}

}  // namespace fall_line::levenberg_marquardt_test
