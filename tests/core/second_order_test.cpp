// Newton, conjugate gradients, BFGS and L-BFGS: where they go, how fast, and how they stop.

#include <gtest/gtest.h>

#include <cmath>

#include "core/numerics/cholesky.hpp"
#include "core/numerics/linear_solve.hpp"
#include "core/numerics/sum.hpp"
#include "core/problems/declare_problem.hpp"
#include "tests/core/support.hpp"

namespace fall_line {
namespace {

using test::at;
using test::run_of;

/// A convex quadratic ½xᵀAx − bᵀx with the eigenvalues 1 … n, turned by a Householder reflection.
class Bowl {
 public:
  explicit Bowl(Index n) : n_(n), matrix_(static_cast<std::size_t>(n * n)) {
    for (Index i = 0; i < n; ++i) {
      for (Index k = 0; k < n; ++k) {
        double sum = 0.0;
        for (Index j = 0; j < n; ++j) sum += axis(i, j) * static_cast<double>(j + 1) * axis(k, j);
        matrix_[i * n + k] = sum;
      }
    }
  }
  Index dimension() const noexcept { return n_; }
  std::vector<double> start() const {
    std::vector<double> x(static_cast<std::size_t>(n_));
    for (Index i = 0; i < n_; ++i) x[i] = 3.0 - static_cast<double>(i % 5);
    return x;
  }
  double value(const double* x) const noexcept {
    return fixed_order_sum(
        n_, [&](Index i) { return 0.5 * x[i] * dot(&matrix_[i * n_], x, n_) - pull(i) * x[i]; });
  }
  void gradient(const double* x, double* g) const noexcept {
    for (Index i = 0; i < n_; ++i) g[i] = dot(&matrix_[i * n_], x, n_) - pull(i);
  }
  void hessian(const double*, double* h) const noexcept {
    std::copy(matrix_.begin(), matrix_.end(), h);
  }

 private:
  static double pull(Index i) { return 1.0 + 0.3 * static_cast<double>(i * i); }
  double axis(Index i, Index j) const {
    return (i == j ? 1.0 : 0.0) - 2.0 / static_cast<double>(n_);
  }
  Index n_;
  std::vector<double> matrix_;
};

/// A method at work on a problem outside the catalog.
class AtWork {
 public:
  AtWork(const char* method, const Settings& settings, std::unique_ptr<AnyProblem> problem)
      : problem_(std::move(problem)),
        objective_(*problem_, random_),
        method_(find_method(method).create(settings, objective_)),
        theta(problem_->start()) {}

  StepStatus step() { return method_->step(theta, {}, &objective_); }
  double largest_gradient() const {
    std::vector<double> g(theta.size());
    problem_->gradient(theta.data(), g.data());
    double most = 0.0;
    for (const double entry : g) most = std::max(most, std::abs(entry));
    return most;
  }
  const Objective::Evaluations& evaluations() const { return objective_.evaluations(); }

 private:
  std::unique_ptr<AnyProblem> problem_;
  Random random_{1};
  Objective objective_;
  std::unique_ptr<AnyMethod> method_;

 public:
  std::vector<double> theta;
};

std::unique_ptr<AnyProblem> bowl(Index n) { return std::make_unique<ProblemByName<Bowl>>(n); }

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
    if (at(run, "beta", step - 1) != 0.0) continue;
    EXPECT_EQ(at(run, "direction", step, 0), -at(run, "gradient", step, 0)) << step;
  }
  for (Index step = 2; step <= run.steps(); ++step) {
    EXPECT_TRUE(at(run, "beta", step) == 0.0 || at(run, "beta", step - 1) == 0.0) << step;
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
  for (const char* problem : {"rosenbrock", "himmelblau", "beale", "monkey_saddle", "ackley"}) {
    const auto run = run_of(std::string("problem=") + problem + "\nmethod=bfgs\n", 40);
    for (Index step = 0; step <= run.steps(); ++step) {
      const auto h = run.trace().at(run.trace().find("inverse_hessian"), step);
      EXPECT_EQ(h[1], h[2]);
      std::vector<double> factor(h.begin(), h.end());
      EXPECT_TRUE(cholesky_factor(factor.data(), 2)) << problem << step;
    }
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

/// −H·g by building H of all pairs as a matrix, oldest first, from γ·I.
std::vector<double> direction_by_matrix(const Run& run, Index step, Index memory) {
  const auto of = [&](const char* name, Index row) {
    return run.trace().at(run.trace().find(name), row);
  };
  const double gamma = step == 1 ? 1.0 : of("scale", step - 1)[0];
  double h[2][2] = {{gamma, 0.0}, {0.0, gamma}};
  for (Index row = std::max<Index>(1, step - memory); row < step; ++row) {
    const auto s = of("delta", row), y = of("y", row);
    const double rho = 1.0 / (s[0] * y[0] + s[1] * y[1]);
    double next[2][2];
    for (std::size_t i = 0; i < 2; ++i) {
      for (std::size_t k = 0; k < 2; ++k) {
        next[i][k] = rho * s[i] * s[k];
        for (std::size_t p = 0; p < 2; ++p) {
          for (std::size_t q = 0; q < 2; ++q) {
            next[i][k] += ((i == p ? 1.0 : 0.0) - rho * s[i] * y[p]) * h[p][q] *
                          ((q == k ? 1.0 : 0.0) - rho * y[q] * s[k]);
          }
        }
      }
    }
    std::copy(&next[0][0], &next[0][0] + 4, &h[0][0]);
  }
  const auto g = of("gradient", step);
  return {-(h[0][0] * g[0] + h[0][1] * g[1]), -(h[1][0] * g[0] + h[1][1] * g[1])};
}

TEST(Lbfgs, TwoLoopsGiveWhatTheMatrixOfItsPairsWould) {
  for (const Index memory : {1, 2, 3, 5}) {
    const auto run = run_of(
        "problem=rosenbrock\nmethod=lbfgs\nmethod.memory=" + std::to_string(memory) + "\n", 25);
    for (Index step = 1; step <= run.steps(); ++step) {
      const auto expected = direction_by_matrix(run, step, memory);
      const double scale = std::hypot(expected[0], expected[1]);
      for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_NEAR(at(run, "direction", step, i), expected[i], 1e-7 * scale) << memory << step;
      }
    }
  }
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

TEST(Run, KeepsItsLastFiniteStepWhenASecondOrderMethodMeetsNonFiniteNumbers) {
  for (const char* method : {"newton", "conjugate_gradient", "bfgs", "lbfgs"}) {
    const auto run =
        run_of(std::string("problem=rosenbrock\nstart=1e90,-1e90\nmethod=") + method + "\n", 5);
    EXPECT_NE(run.status().reason, StopReason::none) << method;
    EXPECT_TRUE(std::isfinite(at(run, "theta", run.steps()))) << method;
  }
}

}  // namespace
}  // namespace fall_line
