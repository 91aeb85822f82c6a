// What the lesson about Newton's method asks: targets and models, verdicts, costs, power laws.

#include <gtest/gtest.h>

#include <cmath>

#include "core/analysis/newton_target.hpp"
#include "core/problems/line_fit.hpp"
#include "core/run/run.hpp"
#include "core/trace/step_quantities.hpp"
#include "tests/core/analysis_table.hpp"
#include "tests/core/support.hpp"

namespace fall_line::newton_analyses_test {

using test::AnalysisTable;
using test::refusal_of;

std::vector<double> parameters_of(const Run& run, Index step) {
  const auto row = run.trace().at(step_quantity::theta, step);
  return {row.begin(), row.end()};
}

Run newton_on(const std::string& text, Index steps) {
  Run run(parse_run_spec("method=newton\n" + text));
  run.advance(steps);
  return run;
}

TEST(NewtonLesson, TakesOneStepOnBooth) {
  const auto theta = parameters_of(newton_on("problem=booth\nstart=0,0\n", 1), 1);
  EXPECT_NEAR(theta[0], 1.0, 1e-14);
  EXPECT_NEAR(theta[1], 3.0, 1e-14);
}

TEST(NewtonLesson, FindsTheRootOfEightAsTheLectureDoes) {
  const auto run = newton_on("problem=double_well\nstart=3\n", 3);
  EXPECT_NEAR(parameters_of(run, 1)[0], 2.8421, 5e-5);
  EXPECT_NEAR(parameters_of(run, 2)[0], 2.828525, 5e-7);
  EXPECT_NEAR(parameters_of(run, 3)[0], 2.82842713, 5e-9);
}

TEST(NewtonLesson, FindsHeronsNumbersAsAProblemOfLeastSquares) {
  // Gauss–Newton on the residual x² − 8 is Newton's method for its root: Heron's rule
  fall_line::Run run(parse_run_spec("problem=double_well\nmethod=gauss_newton\nstart=3\n"));
  run.advance(3);
  EXPECT_NEAR(parameters_of(run, 1)[0], 2.83333, 5e-6);
  EXPECT_NEAR(parameters_of(run, 2)[0], 2.8284314, 5e-8);
  EXPECT_NEAR(parameters_of(run, 3)[0], 2.82842712475, 5e-12);
}

TEST(NewtonLesson, SolvesLinearRegressionInOneStep) {
  for (const char* start : {"-1,4", "0,0", "3,-2"}) {
    const auto theta =
        parameters_of(newton_on("problem=line_fit\nstart=" + std::string(start) + "\n", 1), 1);
    EXPECT_NEAR(theta[0], 0.8, 1e-14) << start;
    EXPECT_NEAR(theta[1], 1.3, 1e-14) << start;
  }
}

TEST(LineFit, HasTwiceTheGramMatrixAsHessian) {
  double j[8], h[4], gram[4] = {};
  const LineFit f({});
  const double theta[] = {0.8, 1.3};
  f.jacobian(theta, j);
  f.hessian(theta, h);
  for (int i = 0; i < 4; ++i) {
    for (int k = 0; k < 4; ++k) gram[k] += 2.0 * j[2 * i + k / 2] * j[2 * i + k % 2];
  }
  for (int k = 0; k < 4; ++k) EXPECT_EQ(h[k], gram[k]) << k;
  EXPECT_NEAR(f.value(theta), 1.8, 1e-14);
}

TEST(NewtonLesson, JumpsToTheSaddleInOneStep) {
  const auto theta = parameters_of(newton_on("problem=saddle\nstart=1,1\n", 1), 1);
  EXPECT_EQ(theta[0], 0.0);
  EXPECT_EQ(theta[1], 0.0);
}

TEST(NewtonTarget, IsWhereThePureStepGoes) {
  for (const char* problem :
       {"problem=rosenbrock\nstart=-1.2,1\n", "problem=himmelblau\nstart=1,2\n",
        "problem=double_well\nstart=1\n"}) {
    const AnalysisTable target("newton_target", problem);
    const auto theta = parameters_of(newton_on(problem, 1), 1);
    for (std::size_t i = 0; i < theta.size(); ++i) {
      EXPECT_NEAR(target.at("target", 0, i), theta[i], 1e-12 * std::abs(theta[i])) << problem;
    }
  }
}

TEST(NewtonTarget, SaysWhatKindOfPointItIs) {
  const auto kind = [](const std::string& text) {
    return AnalysisTable("newton_target", text).at("kind", 0);
  };
  EXPECT_EQ(kind("problem=booth\n"), NewtonTarget::bowl);
  EXPECT_EQ(kind("problem=saddle\n"), NewtonTarget::saddle);
  EXPECT_EQ(kind("problem=quadratic_form\nproblem.a=-1\nproblem.b=0\nproblem.d=-2\n"),
            NewtonTarget::dome);
  EXPECT_EQ(kind("problem=quadratic_form\nproblem.b=1\n"), NewtonTarget::flat);
  EXPECT_EQ(kind("problem=double_well\nstart=1\n"), NewtonTarget::dome);
}

TEST(NewtonTarget, HasNoTargetWhereTheModelIsFlat) {
  const AnalysisTable target("newton_target", "problem=quadratic_form\nproblem.b=1\nstart=1,1\n");
  EXPECT_TRUE(std::isnan(target.at("target", 0)));
  EXPECT_TRUE(std::isnan(target.at("model_there", 0)));
  EXPECT_EQ(target.at("value_here", 0), 2.0);
}

TEST(QuadraticField, OfAQuadraticIsTheFunction) {
  const AnalysisTable model("quadratic_field",
                            "problem=booth\nstart=-4,7\nanalysis.x_low=0\nanalysis.x_high=2\n"
                            "analysis.y_low=2\nanalysis.y_high=4\nanalysis.count=3\n");
  ASSERT_EQ(model.rows(), 9);
  // (1, 3) is the minimum, 0; (2, 3) is 5 away along x, (1, 4) along y
  EXPECT_NEAR(model.at("model", 4), 0.0, 1e-11);
  EXPECT_NEAR(model.at("model", 5), 5.0, 1e-11);
  EXPECT_NEAR(model.at("model", 7), 5.0, 1e-11);
}

TEST(QuadraticField, OfOneVariableIsItsParabola) {
  const AnalysisTable model("quadratic_field",
                            "problem=double_well\nstart=3\nanalysis.x_low=2\nanalysis.x_high=4\n"
                            "analysis.count=3\n");
  ASSERT_EQ(model.rows(), 3);
  // f = 1, f′ = 12, f″ = 76 at 3
  EXPECT_NEAR(model.at("model", 0), 1.0 - 12.0 + 38.0, 1e-12);
  EXPECT_NEAR(model.at("model", 1), 1.0, 1e-12);
  EXPECT_NEAR(model.at("model", 2), 1.0 + 12.0 + 38.0, 1e-12);
}

TEST(QuadraticField, RefusesMoreThanAPlaneAndAnEmptyWindow) {
  const auto argument = [](const std::string& text) {
    return refusal_of([&] { analyse("analysis=quadratic_field\n" + text); }).argument;
  };
  EXPECT_EQ(argument("problem=rosenbrock\nproblem.dimension=3\n"), "problem");
  EXPECT_EQ(argument("problem=booth\nanalysis.x_low=10\n"), "analysis.x_low, analysis.x_high");
  EXPECT_EQ(argument("problem=booth\nanalysis.y_low=11\n"), "analysis.y_low, analysis.y_high");
}

TEST(CriticalPointTest, DiagonalAloneTakesTheLecturesSaddleForAMinimum) {
  const std::string point = "problem=quadratic_form\nstart=0,0\n";
  const AnalysisTable right("critical_point", point);
  EXPECT_NEAR(right.at("smallest_eigenvalue", 0), -1.0, 1e-15);
  EXPECT_NEAR(right.at("largest_eigenvalue", 0), 3.0, 1e-15);
  EXPECT_EQ(right.at("verdict", 0), 0.0);
  const AnalysisTable slip("critical_point", point + "analysis.criterion=diagonal\n");
  EXPECT_EQ(slip.at("least", 0), 1.0);
  EXPECT_EQ(slip.at("verdict", 0), 1.0);
}

TEST(CriticalPointTest, BothAgreeOnADiagonalMatrix) {
  for (const char* d : {"3", "-3"}) {
    const std::string point =
        "problem=quadratic_form\nproblem.b=0\nstart=0,0\nproblem.d=" + std::string(d) + "\n";
    EXPECT_EQ(
        AnalysisTable("critical_point", point).at("verdict", 0),
        AnalysisTable("critical_point", point + "analysis.criterion=diagonal\n").at("verdict", 0));
  }
}

TEST(NewtonCost, OfAMillionParametersIsFourTerabytes) {
  const AnalysisTable million("newton_cost", "");
  EXPECT_EQ(million.at("gradient_bytes", 0), 4e6);
  EXPECT_EQ(million.at("hessian_bytes", 0), 4e12);
  EXPECT_EQ(million.at("solve_work", 0), 1e18);
  const AnalysisTable more("newton_cost", "analysis.parameters=1e8\n");
  EXPECT_EQ(more.at("hessian_bytes", 0), 4e16);
  EXPECT_EQ(more.at("solve_work", 0), 1e24);
}

TEST(StepWork, TakesTheStepItSays) {
  // n = 1: H = 2, g = −1
  EXPECT_EQ(AnalysisTable("step_work", "analysis.parameters=1\n").at("step_length", 0), 0.5);
  // the row sums of H are 1/(1 + 0) … and 2 more on the diagonal: by hand for n = 2
  // [[3, ½], [½, 3]]·Δ = (1, 1): Δ = 1/3.5 twice
  EXPECT_NEAR(AnalysisTable("step_work", "analysis.parameters=2\n").at("step_length", 0),
              std::sqrt(2.0) / 3.5, 1e-15);
  EXPECT_NEAR(AnalysisTable("step_work", "analysis.parameters=4\nanalysis.kind=gradient\n")
                  .at("step_length", 0),
              0.002, 1e-15);
}

TEST(StepWork, DoesNotDependOnHowOftenItIsRepeated) {
  const std::string size = "analysis.parameters=30\n";
  EXPECT_EQ(AnalysisTable("step_work", size).at("step_length", 0),
            AnalysisTable("step_work", size + "analysis.repeats=7\n").at("step_length", 0));
}

TEST(StepWork, RefusesWhatWouldTakeMinutes) {
  const auto refusal = refusal_of(
      [] { analyse("analysis=step_work\nanalysis.parameters=1000\nanalysis.repeats=21\n"); });
  EXPECT_EQ(refusal.argument, "analysis.repeats");
  EXPECT_NE(refusal.message.find("20"), std::string::npos) << refusal.message;
}

TEST(PowerLaw, FindsThePowerItWasMadeWith) {
  const AnalysisTable law("power_law",
                          "analysis.x=10,20,50,100\nanalysis.y=2000,16000,250000,2e6\n");
  EXPECT_NEAR(law.at("exponent", 0), 3.0, 1e-13);
  EXPECT_NEAR(law.at("factor", 0), 2.0, 1e-12);
  EXPECT_NEAR(law.at("fitted", 2), 250000.0, 1e-6);
  EXPECT_NEAR(law.at("reference", 0), 2000.0, 1e-9);
  EXPECT_NEAR(law.at("predicted", 0), 2e18, 1e6);
}

TEST(PowerLaw, LeavesOutWhatIsBelowFrom) {
  const std::string points = "analysis.x=1,2,100,200\nanalysis.y=500,500,1e4,4e4\n";
  EXPECT_LT(AnalysisTable("power_law", points).at("exponent", 0), 1.0);
  EXPECT_NEAR(AnalysisTable("power_law", points + "analysis.from=100\n").at("exponent", 0), 2.0,
              1e-13);
}

TEST(PowerLaw, RefusesWhatHasNoLogarithmOrNoSlope) {
  const auto argument = [](const std::string& text) {
    return refusal_of([&] { analyse("analysis=power_law\n" + text); }).argument;
  };
  EXPECT_EQ(argument("analysis.x=0,1\nanalysis.y=1,2\n"), "analysis.x");
  EXPECT_EQ(argument("analysis.x=1,2\nanalysis.y=1,-2\n"), "analysis.y");
  EXPECT_EQ(argument("analysis.x=1,2\nanalysis.y=1\n"), "analysis.y");
  EXPECT_EQ(argument("analysis.x=2,2\nanalysis.y=1,3\n"), "analysis.x");
  EXPECT_EQ(argument("analysis.from=3\n"), "analysis.x");
  EXPECT_EQ(argument("analysis.x=a\n"), "analysis.x");
}

}  // namespace fall_line::newton_analyses_test
