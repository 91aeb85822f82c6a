// The evaluator that judges the formulas is itself judged here.

#include "tests/core/formula_evaluator.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace fall_line {
namespace {

const test::Meanings meanings{[](std::string_view symbol, Index row) {
                                return symbol == "a" ? 10.0 * static_cast<double>(row) : -1.0;
                              },
                              [](std::string_view symbol) { return symbol == "half" ? 0.5 : 3.0; }};

double right_side(const std::string& tex, Index now = 4) {
  return test::evaluate_line("0 = " + tex, meanings, now).right.value;
}

TEST(FormulaEvaluator, AddsFromTheLeft) { EXPECT_EQ(right_side("7-4+1"), 4.0); }
TEST(FormulaEvaluator, TakesASignInFront) { EXPECT_EQ(right_side("-2+5"), 3.0); }
TEST(FormulaEvaluator, MultipliesWhatStandsSideBySide) {
  EXPECT_EQ(right_side("2\\half\\,(1+2)"), 3.0);
}
TEST(FormulaEvaluator, BindsPowersTighterThanProducts) {
  EXPECT_EQ(right_side("2\\three^2"), 18.0);
}
TEST(FormulaEvaluator, BindsASignLooserThanAPower) { EXPECT_EQ(right_side("-\\three^2"), -9.0); }
TEST(FormulaEvaluator, TakesExpressionsAsExponents) { EXPECT_EQ(right_side("2^{\\now-1}"), 8.0); }
TEST(FormulaEvaluator, DividesByFractions) { EXPECT_EQ(right_side("\\frac{1+2}{\\half}"), 6.0); }
TEST(FormulaEvaluator, ReadsSmallFractions) { EXPECT_EQ(right_side("\\tfrac12"), 0.5); }
TEST(FormulaEvaluator, TakesRoots) { EXPECT_EQ(right_side("\\sqrt{9}+1"), 4.0); }
TEST(FormulaEvaluator, ReadsStretchingBrackets) {
  EXPECT_EQ(right_side("\\left(1+2\\right)2"), 6.0);
}
TEST(FormulaEvaluator, ReadsQuantitiesOfThisStepAndTheOneBefore) {
  EXPECT_EQ(right_side("\\a{t}-\\a{t-1}"), 10.0);
}
TEST(FormulaEvaluator, SumsToTheEndOfTheTerm) {
  // 2 · (1·10 + 2·20 + 3·30) + 1
  EXPECT_EQ(right_side("2\\sum_{i=1}^{\\now}i\\,\\a{i}+1", 3), 281.0);
}
TEST(FormulaEvaluator, SumsPowersOfTheAgeOfATerm) {
  EXPECT_EQ(right_side("\\sum_{i=1}^{\\now}\\half^{\\now-i}", 3), 1.75);
}
TEST(FormulaEvaluator, KnowsHowMuchCancels) {
  const auto sides = test::evaluate_line("0 = 1-0.999", meanings, 1);
  EXPECT_NEAR(sides.right.magnitude, 1.999, 1e-12);
}

TEST(FormulaEvaluator, RefusesWhatItDoesNotKnow) {
  for (const char* tex : {"", "2+", "\\frac{1}", "x", "\\a{t+1}", "\\a{i}", "(1", "1)", "1=1",
                          "\\sum_{i=1}^{n}i", "\\operatorname{f}", "\\sqrt9", "i"}) {
    EXPECT_THROW(right_side(tex), std::invalid_argument) << tex;
  }
}

TEST(FormulaEvaluator, FindsTheMacrosOfALine) {
  EXPECT_EQ(test::macros_in("\\mom{t} = \\frac{\\mom{t-1}}{1-\\beta^{\\now}}\\,\\grad{t}"),
            (std::set<std::string>{"mom", "beta", "now", "grad"}));
  EXPECT_EQ(test::left_macro("\\mom{t} = \\grad{t}"), "mom");
}

}  // namespace
}  // namespace fall_line
