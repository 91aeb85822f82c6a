// The tables of core/analysis: derivatives, models, slices.

#include "core/analysis/analysis.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "core/analysis/field.hpp"
#include "core/analysis/hessian_check.hpp"
#include "core/analysis/plane_slice.hpp"
#include "core/catalog/catalog.hpp"
#include "tests/core/analysis_table.hpp"
#include "tests/core/support.hpp"

namespace fall_line::analysis_test {

using test::AnalysisTable;
using test::refusal_of;

TEST(Analyse, NeedsAKnownName) {
  const auto refusal = refusal_of([] { analyse("analysis=u_curve\nproblem=booth\n"); });
  EXPECT_EQ(refusal.argument, "analysis");
  EXPECT_NE(refusal.message.find("gradient_check"), std::string::npos) << refusal.message;
}

TEST(Analyse, NamesTheSettingItRefuses) {
  const std::string question = "analysis=gradient_check\nproblem=booth\nanalysis.";
  EXPECT_EQ(refusal_of([&] { analyse(question + "decades=1.5\n"); }).argument, "analysis.decades");
  EXPECT_EQ(refusal_of([&] { analyse(question + "largest=0\n"); }).argument, "analysis.largest");
  EXPECT_EQ(refusal_of([&] { analyse(question + "direction=1\n"); }).argument,
            "analysis.direction");
  EXPECT_EQ(refusal_of([&] { analyse(question + "direction=0,0\n"); }).argument,
            "analysis.direction");
  EXPECT_EQ(refusal_of([&] { analyse(question + "steps=3\n"); }).argument, "analysis.steps");
}

TEST(Analyse, TakesEachKeyOnce) {
  const auto refusal =
      refusal_of([] { analyse("analysis=spectrum\nanalysis=spectrum\nproblem=booth\n"); });
  EXPECT_EQ(refusal.argument, "analysis");
  EXPECT_NE(refusal.message.find("twice"), std::string::npos) << refusal.message;
}

TEST(Analyse, NeedsAProblemWhereItLooksAtOne) {
  EXPECT_EQ(refusal_of([] { analyse("analysis=spectrum\n"); }).argument, "problem");
  EXPECT_EQ(refusal_of([] { analyse("analysis=spectrum\nproblem=booth\nstart=1\n"); }).argument,
            "start");
}

// Lecture 2 on eˣ at 1, powers of ten: row i belongs to h = 10⁻²⁻ⁱ.
AnalysisTable exponential_check() {
  return {"gradient_check",
          "problem=exponential\nanalysis.largest=0.01\nanalysis.decades=10\n"
          "analysis.per_decade=1\n"};
}

TEST(GradientCheck, ErrorsOnTheExponentialAreThoseOfTheLecture) {
  const auto check = exponential_check();
  EXPECT_NEAR(check.at("step_size", 0), 1e-2, 1e-17);
  EXPECT_NEAR(check.at("forward_error", 0), 1.4e-2, 0.05e-2);
  EXPECT_NEAR(check.at("forward_error", 3), 1.4e-5, 0.05e-5);
  EXPECT_NEAR(check.at("central_error", 0), 4.5e-5, 0.05e-5);
  EXPECT_NEAR(check.at("central_error", 3), 5.9e-11, 0.05e-11);
  // one unit in the last place of e over h is 4.4e-8 at 1e-8, 4.4e-4 at 1e-12
  EXPECT_NEAR(check.at("forward_error", 6), 6.6e-9, 0.05e-9);
  EXPECT_NEAR(check.at("central_error", 6), 6.6e-9, 0.05e-9);
  EXPECT_NEAR(check.at("forward_error", 10), 4.3e-4, 0.05e-4);
  EXPECT_NEAR(check.at("central_error", 10), 2.1e-4, 0.05e-4);
}

TEST(GradientCheck, CentralErrorDrawsAU) {
  const auto check = exponential_check();
  // slope 2 where truncation rules, slope −1 where rounding does
  EXPECT_NEAR(std::log10(check.at("central_error", 0) / check.at("central_error", 1)), 2.0, 0.01);
  EXPECT_LT(check.at("central_error", 3), check.at("central_error", 1));
  EXPECT_LT(check.at("central_error", 3), check.at("central_error", 8));
}

TEST(GradientCheck, FollowsTheDirectionItIsGiven) {
  const AnalysisTable check("gradient_check",
                            "problem=booth\nstart=0,0\nanalysis.direction=3,-1\n");
  // the gradient at the origin is (−34, −38)
  EXPECT_EQ(check.at("slope", 0), -34.0 * 3.0 + 38.0);
  EXPECT_LT(check.at("relative_error", 8), 1e-8);
}

TEST(GradientCheck, HasARowForEachStepLength) { EXPECT_EQ(exponential_check().rows(), 11); }

TEST(DirectionalDerivatives, LargestIsAlongTheGradientAndSmallestAgainstIt) {
  const AnalysisTable slopes("directional_derivatives",
                             "problem=booth\nstart=0,0\nanalysis.count=3600\n");
  Index highest = 0, lowest = 0;
  for (Index row = 1; row < slopes.rows(); ++row) {
    if (slopes.at("slope", row) > slopes.at("slope", highest)) highest = row;
    if (slopes.at("slope", row) < slopes.at("slope", lowest)) lowest = row;
  }
  const double angle = std::atan2(-38.0, -34.0) * 180.0 / std::numbers::pi + 360.0;
  EXPECT_NEAR(slopes.at("angle", highest), angle, 0.06);
  EXPECT_NEAR(slopes.at("angle", lowest), angle - 180.0, 0.06);
  EXPECT_NEAR(slopes.at("slope", highest), std::hypot(34.0, 38.0), 1e-4);
}

TEST(DirectionalDerivatives, InOneDimensionThereAreTwo) {
  const AnalysisTable slopes("directional_derivatives", "problem=parabola\nstart=3\n");
  ASSERT_EQ(slopes.rows(), 2);
  EXPECT_EQ(slopes.at("slope", 0), 6.0);
  EXPECT_EQ(slopes.at("slope", 1), -6.0);
}

TEST(HessianCheck, DifferencesScaleWithThePoint) {
  // ten digits before the point: steps for a point near 1 would drown
  const AnalysisTable check("hessian_check", "problem=booth\nstart=1e6,-1e6\n");
  EXPECT_LT(check.at("gradients_error", 0), 1e-7 * 18.0);
  EXPECT_LT(check.at("product_error", 0), 1e-7 * 18.0);
}

TEST(HessianCheck, DifferencesAgreeWithTheRule) {
  for (const auto& problem : problems()) {
    if (problem.create({})->dimension() > HessianCheck::most_dimensions) continue;
    const AnalysisTable check("hessian_check", "problem=" + std::string(problem.name) + "\n");
    double size = 1.0;
    for (const double entry : check.trace().at(check.trace().find("hessian"), 0)) {
      size = std::max(size, std::abs(entry));
    }
    EXPECT_LT(check.at("gradients_error", 0), 1e-7 * size) << problem.name;
    EXPECT_LT(check.at("values_error", 0), 3e-5 * size) << problem.name;
    EXPECT_LT(check.at("product_error", 0), 1e-7 * size) << problem.name;
  }
}

TEST(HessianCheck, DifferencesAreSymmetric) {
  const AnalysisTable check("hessian_check", "problem=quadratic\nproblem.angle=30\n");
  EXPECT_EQ(check.at("from_gradients", 0, 1), check.at("from_gradients", 0, 2));
  EXPECT_EQ(check.at("from_values", 0, 1), check.at("from_values", 0, 2));
}

// Errors of the polynomials around π/4, as the lecture prints them.
struct TaylorCase {
  const char* at;
  Index order;
  double model;
  double tolerance;
};

class TaylorOfSine : public ::testing::TestWithParam<TaylorCase> {};

TEST_P(TaylorOfSine, HasTheLecturesValue) {
  const auto& [at, order, model, tolerance] = GetParam();
  const AnalysisTable taylor("taylor_model", "analysis.at=" + std::string(at) + "\n");
  EXPECT_NEAR(taylor.at("model", order), model, tolerance);
}

INSTANTIATE_TEST_SUITE_P(
    Taylor, TaylorOfSine,
    ::testing::Values(TaylorCase{"2", 1, 1.566, 5e-4}, TaylorCase{"2", 2, 1.044, 5e-4},
                      TaylorCase{"2", 3, 0.833, 5e-4}, TaylorCase{"2", 10, 0.9092976, 5e-8},
                      TaylorCase{"3", 1, 2.273, 5e-4}, TaylorCase{"3", 2, 0.539, 5e-4},
                      TaylorCase{"3", 3, -0.741, 5e-4}, TaylorCase{"3", 10, 0.14121, 5e-6}));

TEST(TaylorModel, SetsTheTrueValueBesideIt) {
  EXPECT_NEAR(AnalysisTable("taylor_model", "analysis.at=2\n").at("value_there", 10), 0.9092974,
              5e-8);
  EXPECT_NEAR(AnalysisTable("taylor_model", "analysis.at=3\n").at("value_there", 10), 0.14112,
              5e-6);
}

TEST(TaylorModel, TermsOfSineHaveTheFactorialsTimesRootTwoBelow) {
  // one unit from the centre: |term k| is 1/(√2·k!)
  const AnalysisTable taylor("taylor_model", "analysis.at=1.7853981633974483\n");
  double factorial = 1.0;
  for (Index k = 1; k <= 10; ++k) {
    factorial *= static_cast<double>(k);
    EXPECT_NEAR(1.0 / std::abs(taylor.at("term", k)), std::numbers::sqrt2 * factorial,
                1e-9 * factorial)
        << k;
  }
}

TEST(TaylorModel, OfEveryFunctionComesNearerWithEachOrder) {
  for (const char* function : {"sine", "cosine", "exponential", "logarithm", "geometric"}) {
    const AnalysisTable taylor("taylor_model", "analysis.function=" + std::string(function) +
                                                   "\nanalysis.center=0.5\nanalysis.at=0.6\n");
    for (Index k = 2; k <= 10; ++k) {
      EXPECT_LE(std::abs(taylor.at("model_error", k)),
                std::abs(taylor.at("model_error", k - 1)) + 2e-15)
          << function << " " << k;
    }
    EXPECT_LT(std::abs(taylor.at("model_error", 10)), 2e-7) << function;
  }
}

TEST(TaylorModel, OfTheFlatFunctionNeverLeavesZero) {
  const AnalysisTable taylor("taylor_model",
                             "analysis.function=flat\nanalysis.center=0\nanalysis.at=1\n");
  EXPECT_EQ(taylor.at("model", 10), 0.0);
  EXPECT_NEAR(taylor.at("value_there", 10), std::exp(-1.0), 1e-15);
}

TEST(TaylorModel, RefusesPointsWhereTheFunctionIsNot) {
  const auto argument = [](const std::string& text) {
    return refusal_of([&] { analyse("analysis=taylor_model\n" + text); }).argument;
  };
  EXPECT_EQ(argument("analysis.function=logarithm\nanalysis.at=0\n"), "analysis.at");
  EXPECT_EQ(argument("analysis.function=geometric\nanalysis.center=1\n"), "analysis.center");
}

TEST(QuadraticModel, OfAQuadraticIsExact) {
  const AnalysisTable model("quadratic_model",
                            "problem=booth\nstart=0,0\nanalysis.displacement=1,3\n");
  EXPECT_EQ(model.at("model", 0), 74.0);
  EXPECT_EQ(model.at("model", 1), 74.0 - 34.0 - 3.0 * 38.0);
  EXPECT_EQ(model.at("model", 2), 0.0);
  EXPECT_EQ(model.at("model_error", 2), 0.0);
}

TEST(LineSlice, TouchesTheFunctionInTheMiddle) {
  const AnalysisTable slice("line_slice", "problem=exponential\nstart=0\nanalysis.count=201\n");
  EXPECT_EQ(slice.at("position", 0), -1.0);
  EXPECT_EQ(slice.at("position", 200), 1.0);
  EXPECT_NEAR(slice.at("model", 100), 1.0, 1e-15);
  EXPECT_NEAR(slice.at("model", 200), 2.5, 1e-15);
  EXPECT_NEAR(slice.at("value", 200), std::exp(1.0), 1e-15);
  EXPECT_NEAR(slice.at("slope", 0), std::exp(-1.0), 1e-15);
}

TEST(LineSlice, RefusesAnEmptyLine) {
  EXPECT_EQ(
      refusal_of([] { analyse("analysis=line_slice\nproblem=booth\nanalysis.low=2\n"); }).argument,
      "analysis.low, analysis.high");
}

TEST(PlaneSlice, AlongTheAxesIsTheField) {
  const auto booth = find_problem("booth").create({});
  const GridAxis x{-2.0, 4.0, 7}, y{0.0, 5.0, 6};
  EXPECT_EQ(plane_slice(*booth, {0, 0}, {1, 0}, {0, 1}, x, y), field(*booth, x, y));
}

TEST(PlaneSlice, StartsWhereItIsTold) {
  const auto booth = find_problem("booth").create({});
  const auto values = plane_slice(*booth, {1, 3}, {1, 1}, {1, -1}, {-1, 1, 3}, {-1, 1, 3});
  EXPECT_EQ(values[4], 0.0) << "the middle is Booth’s minimum";
  const double corner[] = {-1.0, 3.0};
  EXPECT_EQ(values[0], booth->value(corner));
}

TEST(PlaneSlice, RefusesWhatDoesNotFit) {
  const auto booth = find_problem("booth").create({});
  const GridAxis axis{0.0, 1.0, 2};
  const auto argument = [&](const std::vector<double>& at, const std::vector<double>& first,
                            const GridAxis& x) {
    return refusal_of([&] { plane_slice(*booth, at, first, {0, 1}, x, axis); }).argument;
  };
  EXPECT_EQ(argument({0}, {1, 0}, axis), "at");
  EXPECT_EQ(argument({0, 0}, {1, 0, 0}, axis), "first");
  EXPECT_EQ(argument({0, 0}, {1, 0}, {1.0, 1.0, 2}), "x");
  EXPECT_EQ(argument({0, 0}, {1, 0}, {0.0, 1.0, most_grid_points}), "x, y");
}

}  // namespace fall_line::analysis_test
