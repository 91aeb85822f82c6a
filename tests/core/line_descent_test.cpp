// What conjugate gradients, BFGS and L-BFGS have in common, and conjugate gradients.

#include <gtest/gtest.h>

#include <cmath>

#include "tests/core/method_at_work.hpp"
#include "tests/core/support.hpp"

namespace fall_line::line_descent_test {

using test::at;
using test::AtWork;
using test::bowl;
using test::run_of;

const char* const searching[] = {"conjugate_gradient", "bfgs", "lbfgs"};

TEST(LineDescent, MethodsConvergeOnEveryLandscapeThatHasAMinimumBelow) {
  for (const char* method : searching) {
    for (const char* problem : {"booth", "rosenbrock", "himmelblau", "beale", "double_well"}) {
      const auto run = run_of(std::string("problem=") + problem + "\nmethod=" + method +
                                  "\nmethod.gradient_tolerance=1e-8\n",
                              300);
      EXPECT_EQ(run.status().reason, StopReason::converged) << method << " on " << problem;
      EXPECT_LT(at(run, "loss", run.steps()), 1e-14) << method << " on " << problem;
    }
  }
}

TEST(LineDescent, MethodsStopAtAMinimumWithoutAStep) {
  for (const char* method : {"newton", "conjugate_gradient", "bfgs", "lbfgs"}) {
    const auto run = run_of(std::string("problem=booth\nstart=1,3\nmethod=") + method + "\n", 5);
    EXPECT_EQ(run.steps(), 0) << method;
    EXPECT_EQ(run.status().reason, StopReason::converged) << method;
  }
}

TEST(LineDescent, MethodsEndOfThemselvesWithoutATolerance) {
  for (const char* method : searching) {
    const auto run = run_of(std::string("problem=rosenbrock\nmethod=") + method + "\n", 2000);
    // a direction that is not scaled as Newton's may find no lower point among neighbours
    EXPECT_TRUE(run.status().reason == StopReason::converged ||
                (run.status().reason == StopReason::line_search_failed &&
                 std::string(method) == "conjugate_gradient"))
        << method;
    EXPECT_LT(at(run, "loss", run.steps()), 1e-25) << method;
  }
}

TEST(LineDescent, MethodsSayThatALinearFunctionHasNoEnd) {
  for (const char* method : searching) {
    const auto run = run_of(std::string("problem=constant_gradient\nmethod=") + method + "\n", 50);
    EXPECT_EQ(run.steps(), 0) << method;
    EXPECT_EQ(run.status().reason, StopReason::line_search_failed) << method;
  }
}

TEST(LineDescent, AskForNothingTwice) {
  for (const char* method : searching) {
    AtWork at_work(method, {{"gradient_tolerance", "1e-9"}}, bowl(3));
    while (at_work.step() == StepStatus::ok) {
    }
    EXPECT_EQ(at_work.evaluations().values, at_work.evaluations().gradients) << method;
    EXPECT_LE(at_work.evaluations().gradients, 30.0) << method;
  }
}

TEST(LineDescent, NoticesThatThetaWasMovedFromOutside) {
  for (const char* method : searching) {
    AtWork at_work(method, {}, bowl(3));
    ASSERT_EQ(at_work.step(), StepStatus::ok);
    at_work.theta = {40.0, -30.0, 2.0};
    const double before = at_work.largest_gradient();
    for (int i = 0; i < 30 && at_work.step() == StepStatus::ok; ++i) {
    }
    EXPECT_LT(at_work.largest_gradient(), 1e-8 * before) << method;
  }
}

class CgFormula : public ::testing::TestWithParam<const char*> {};

TEST_P(CgFormula, EndsAfterNStepsOnAQuadratic) {
  for (const Index n : {2, 3, 5, 10}) {
    AtWork cg("conjugate_gradient", {{"formula", GetParam()}, {"curvature_condition", "0.00011"}},
              bowl(n));
    const double before = cg.largest_gradient();
    for (Index i = 0; i + 1 < n; ++i) ASSERT_EQ(cg.step(), StepStatus::ok);
    EXPECT_GT(cg.largest_gradient(), 1e-6 * before) << n;
    ASSERT_EQ(cg.step(), StepStatus::ok);
    EXPECT_LT(cg.largest_gradient(), 1e-7 * before) << n;
  }
}

TEST_P(CgFormula, RestartsFromTheGradientEveryNSteps) {
  const auto run = run_of(std::string("problem=rosenbrock\nmethod=conjugate_gradient\n"
                                      "method.formula=") +
                              GetParam() + "\n",
                          12);
  for (Index step = 1; step <= run.steps(); ++step) {
    if (at(run, "keep", step) != 0.0) continue;
    EXPECT_EQ(at(run, "direction", step, 0), -at(run, "gradient", step, 0)) << step;
  }
  for (Index step = 3; step <= run.steps(); ++step) {
    EXPECT_TRUE(at(run, "keep", step) == 0.0 || at(run, "keep", step - 1) == 0.0) << step;
  }
}

// The share of the old direction before it is cut off at 0, from what the run has traced.
double raw_share(const Run& run, const std::string& formula, Index step) {
  const auto vector = [&](const char* name) {
    const auto values = run.trace().at(run.trace().find(name), step);
    return Eigen::Map<const Vector>(values.data(), std::ssize(values));
  };
  const Vector g = vector("gradient"), next = vector("gradient_after"), d = vector("direction");
  const Vector change = next - g;
  return formula == "polak_ribiere" ? next.dot(change) / g.squaredNorm()
                                    : next.dot(change) / d.dot(change);
}

TEST(ConjugateGradient, NeverKeepsANegativeShare) {
  for (const std::string formula : {"polak_ribiere", "hestenes_stiefel"}) {
    const auto run = run_of(
        "problem=himmelblau\nstart=0.1,-0.2\nmethod=conjugate_gradient\n"
        "method.formula=" +
            formula + "\n",
        12);
    int negative = 0;
    for (Index step = 1; step <= run.steps(); ++step) {
      const double raw = raw_share(run, formula, step);
      if (raw < 0.0) ++negative;
      EXPECT_NEAR(at(run, "beta", step), std::max(0.0, raw), 1e-9 * std::abs(raw)) << step;
    }
    EXPECT_GT(negative, 0) << formula;
  }
}

TEST_P(CgFormula, NeverLooksUphillWhereTheCurvatureIsNegative) {
  const auto run = run_of(std::string("problem=himmelblau\nstart=0.1,-0.2\n"
                                      "method=conjugate_gradient\nmethod.formula=") +
                              GetParam() + "\n",
                          30);
  for (Index step = 1; step <= run.steps(); ++step) {
    EXPECT_LT(at(run, "gradient", step, 0) * at(run, "direction", step, 0) +
                  at(run, "gradient", step, 1) * at(run, "direction", step, 1),
              0.0);
  }
  EXPECT_LT(at(run, "loss", run.steps()), 1e-20);
}

INSTANTIATE_TEST_SUITE_P(ConjugateGradient, CgFormula,
                         ::testing::Values("polak_ribiere", "fletcher_reeves", "hestenes_stiefel"));

TEST(Run, KeepsItsLastFiniteStepWhenASecondOrderMethodMeetsNonFiniteNumbers) {
  for (const char* method : {"newton", "conjugate_gradient", "bfgs", "lbfgs"}) {
    const auto run =
        run_of(std::string("problem=rosenbrock\nstart=1e90,-1e90\nmethod=") + method + "\n", 5);
    EXPECT_NE(run.status().reason, StopReason::none) << method;
    EXPECT_TRUE(std::isfinite(at(run, "theta", run.steps()))) << method;
  }
}

}  // namespace fall_line::line_descent_test
