// BFGS and L-BFGS: what they learn, and what it costs.

#include <gtest/gtest.h>

#include <cmath>

#include "core/numerics/cholesky.hpp"
#include "tests/core/lbfgs_check.hpp"
#include "tests/core/method_at_work.hpp"
#include "tests/core/support.hpp"
#include "tests/core/traced_steps.hpp"
#include "tests/core/wall.hpp"

namespace fall_line::quasi_newton_test {

using test::at;
using test::AtWork;
using test::bowl;
using test::run_of;

// The steps of `run` whose numbers are far from round-off.
Index steps_above(const Run& run, double loss) {
  Index step = 0;
  while (step < run.steps() && at(run, "loss", step + 1) > loss) ++step;
  return step;
}

TEST(Bfgs, MapsTheChangeOfTheGradientToTheStep) {
  for (const char* guard : {"damp", "skip"}) {
    const auto run =
        run_of(std::string("problem=rosenbrock\nmethod=bfgs\nmethod.guard=") + guard + "\n", 60);
    for (Index step = 1; step <= steps_above(run, 1e-12); ++step) {
      const auto h = run.trace().at(run.trace().find("inverse_hessian"), step);
      const auto r = run.trace().at(run.trace().find("r"), step);
      const auto s = run.trace().at(run.trace().find("delta"), step);
      for (std::size_t i = 0; i < 2; ++i) {
        const double product = h[2 * i] * r[0] + h[2 * i + 1] * r[1];
        const double scale = std::abs(h[2 * i] * r[0]) + std::abs(h[2 * i + 1] * r[1]);
        EXPECT_NEAR(product, s[i], 1e-12 * scale) << guard << step;
      }
    }
  }
}

TEST(Bfgs, KeepsItsMatrixSymmetricAndPositiveDefinite) {
  for (const std::string problem : {"rosenbrock", "himmelblau", "beale", "monkey_saddle", "ackley",
                                    "rosenbrock\nmethod.guard=damp", "ackley\nmethod.guard=damp"}) {
    const auto run = run_of("method=bfgs\nproblem=" + problem + "\n", 40);
    for (Index step = 0; step <= run.steps(); ++step) {
      const auto h = run.trace().at(run.trace().find("inverse_hessian"), step);
      EXPECT_EQ(h[1], h[2]);
      std::vector<double> factor(h.begin(), h.end());
      EXPECT_TRUE(cholesky_factor(factor.data(), 2)) << problem << step;
    }
  }
}

// The gradient changes against the step: a pair without curvature, of which H must not learn.
TEST(Bfgs, OfAPairWithoutCurvatureLearnsNothingOrWhatPowellMixes) {
  const auto wall = test::outside_the_catalog<test::Wall>("wall");
  for (const char* guard : {"skip", "damp"}) {
    const auto run = test::traced_steps(find_method("bfgs"), {{"guard", guard}}, wall, 8);
    const auto of = [&](const char* name, Index row) {
      const auto values = run.trace.at(run.trace.find(name), row);
      return std::vector<double>(values.begin(), values.end());
    };
    int bad = 0;
    for (Index row = 1; row <= run.taken(); ++row) {
      auto h = of("inverse_hessian", row);
      const auto y = of("y", row), delta = of("delta", row);
      EXPECT_EQ(h[1], h[2]);
      if (y[0] * delta[0] + y[1] * delta[1] <= 0.0) {
        ++bad;
        if (std::string_view(guard) == "skip") {
          EXPECT_EQ(of("weight", row)[0], 0.0);
          EXPECT_EQ(h, of("inverse_hessian", row - 1));
        } else {
          EXPECT_LT(of("mix", row)[0], 1.0);
          EXPECT_GT(of("weight", row)[0], 0.0);
        }
      }
      EXPECT_TRUE(cholesky_factor(h.data(), 2)) << guard << row;
    }
    EXPECT_GT(bad, 0) << guard;
  }
}

TEST(Bfgs, ConvergesFasterThanAnyLinearRate) {
  const auto run = run_of("problem=rosenbrock\nmethod=bfgs\n", 60);
  const Index last = steps_above(run, 1e-20);
  const auto error = [&](Index step) {
    return std::hypot(at(run, "theta", step, 0) - 1.0, at(run, "theta", step, 1) - 1.0);
  };
  EXPECT_LT(error(last) / error(last - 1), 0.1);
  EXPECT_LT(error(last + 1) / error(last), 0.05);
}

TEST(Bfgs, LearnsTheInverseHessianOfAQuadratic) {
  const auto run = run_of("problem=booth\nmethod=bfgs\nmethod.curvature_condition=0.0002\n", 2);
  // [[10, 8], [8, 10]]⁻¹ = [[10, −8], [−8, 10]]/36
  EXPECT_NEAR(at(run, "inverse_hessian", 2, 0), 10.0 / 36.0, 1e-6);
  EXPECT_NEAR(at(run, "inverse_hessian", 2, 1), -8.0 / 36.0, 1e-6);
}

TEST(Bfgs, DampedByPowellKeepsAFifthOfTheCurvatureItExpected) {
  const auto run = run_of(
      "problem=booth\nmethod=bfgs\nmethod.guard=damp\nmethod.curvature_condition=0.0002\n", 3);
  int damped = 0;
  for (Index step = 1; step <= run.steps(); ++step) {
    if (at(run, "mix", step) == 1.0) continue;
    ++damped;
    double with_r = 0.0, expected = 0.0;
    for (std::size_t i = 0; i < 2; ++i) {
      const double s = at(run, "delta", step, i);
      with_r += at(run, "r", step, i) * s;
      expected -=
          at(run, "step_factor", step) / at(run, "gain", step) * at(run, "gradient", step, i) * s;
    }
    EXPECT_NEAR(with_r, 0.2 * expected, 1e-12 * expected);
  }
  EXPECT_GE(damped, 1);
}

TEST(Lbfgs, ThatRemembersEveryStepIsBfgs) {
  for (const char* problem : {"rosenbrock", "himmelblau", "beale"}) {
    const std::string start = std::string("problem=") + problem + "\n";
    const auto whole = run_of(start + "method=bfgs\nmethod.scaling=none\nmethod.guard=skip\n", 15);
    const auto limited =
        run_of(start + "method=lbfgs\nmethod.scaling=none\nmethod.memory=15\n", 15);
    const Index last = std::min<Index>(steps_above(whole, 1e-6), 12);
    ASSERT_GE(last, 5);
    for (Index step = 1; step <= last; ++step) {
      for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_NEAR(at(limited, "theta", step, i), at(whole, "theta", step, i), 1e-8)
            << problem << step;
      }
    }
  }
}

TEST(Lbfgs, ThatForgetsIsNotBfgs) {
  const auto whole =
      run_of("problem=rosenbrock\nmethod=bfgs\nmethod.scaling=none\nmethod.guard=skip\n", 15);
  const auto limited =
      run_of("problem=rosenbrock\nmethod=lbfgs\nmethod.scaling=none\nmethod.memory=1\n", 15);
  EXPECT_GT(std::abs(at(limited, "theta", 12) - at(whole, "theta", 12)), 1e-3);
}

TEST(Lbfgs, HasNoneOfTheFaultsThatItsMutantsHave) {
  EXPECT_EQ(test::lbfgs_faults(find_method("lbfgs")), std::vector<std::string>{});
}

TEST(Lbfgs, NeedsNoMoreThanAboutSixEvaluationsACoordinateOnALongChain) {
  AtWork lbfgs("lbfgs", {{"gradient_tolerance", "1e-8"}},
               find_problem("rosenbrock").create({{"dimension", "200"}}));
  StepStatus status = StepStatus::ok;
  while (status == StepStatus::ok) status = lbfgs.step();
  EXPECT_EQ(status, StepStatus::converged);
  EXPECT_LE(lbfgs.evaluations().gradients, 1250.0);
  EXPECT_NEAR(lbfgs.theta[199], 1.0, 1e-7);
}

}  // namespace fall_line::quasi_newton_test
