// The evaluator that judges the formulas is itself judged here.

#include "tests/core/formula_evaluator.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

namespace fall_line::formula_evaluator_test {

using Kind = test::ShapedValue::Kind;

// a{t} = 10·t; x{t} = (t, −2); y = (3, 4); M = [2 1; 1 3]; N = [0 1; 2 0]; half = ½, other 3
const test::Meanings meanings{
    [](std::string_view symbol, Index row) {
      const double t = static_cast<double>(row);
      if (symbol == "a") return test::shaped(Shape::scalar, {10.0 * t});
      if (symbol == "x") return test::shaped(Shape::vector, {t, -2.0});
      if (symbol == "y") return test::shaped(Shape::vector, {3.0, 4.0});
      if (symbol == "M") return test::shaped(Shape::matrix, {2.0, 1.0, 1.0, 3.0});
      if (symbol == "N") return test::shaped(Shape::matrix, {0.0, 1.0, 2.0, 0.0});
      throw std::invalid_argument("no quantity " + std::string(symbol));
    },
    [](std::string_view symbol) { return symbol == "half" ? 0.5 : 3.0; },
    2,
};

test::ShapedValue right_side(const std::string& tex, Index now = 4) {
  return test::evaluate_line("0 = " + tex, meanings, now).right;
}

double number(const std::string& tex, Index now = 4) {
  const auto value = right_side(tex, now);
  EXPECT_EQ(value.kind, Kind::scalar) << tex;
  return value[0].value;
}

std::vector<double> entries(const std::string& tex) {
  std::vector<double> values;
  for (const auto& entry : right_side(tex).entries) values.push_back(entry.value);
  return values;
}

using Entries = std::vector<double>;

TEST(FormulaEvaluator, AddsFromTheLeft) { EXPECT_EQ(number("7-4+1"), 4.0); }
TEST(FormulaEvaluator, TakesASignInFront) { EXPECT_EQ(number("-2+5"), 3.0); }
TEST(FormulaEvaluator, MultipliesWhatStandsSideBySide) {
  EXPECT_EQ(number("2\\half\\,(1+2)"), 3.0);
}
TEST(FormulaEvaluator, BindsPowersTighterThanProducts) { EXPECT_EQ(number("2\\three^2"), 18.0); }
TEST(FormulaEvaluator, BindsASignLooserThanAPower) { EXPECT_EQ(number("-\\three^2"), -9.0); }
TEST(FormulaEvaluator, TakesExpressionsAsExponents) {
  EXPECT_EQ(number("2^{\\now-1}"), 8.0);
  EXPECT_EQ(number("2^\\now"), 16.0);
}
TEST(FormulaEvaluator, DividesByFractions) { EXPECT_EQ(number("\\frac{1+2}{\\half}"), 6.0); }
TEST(FormulaEvaluator, ReadsSmallFractions) { EXPECT_EQ(number("\\tfrac12"), 0.5); }
TEST(FormulaEvaluator, TakesRoots) { EXPECT_EQ(number("\\sqrt{9}+1"), 4.0); }
TEST(FormulaEvaluator, ReadsStretchingBrackets) { EXPECT_EQ(number("\\left(1+2\\right)2"), 6.0); }
TEST(FormulaEvaluator, ReadsQuantitiesOfThisRowTheOneBeforeAndTheFirst) {
  EXPECT_EQ(number("\\a{t}-\\a{t-1}+\\a{0}"), 10.0);
}
TEST(FormulaEvaluator, SumsOverRowsToTheEndOfTheTerm) {
  // 2 · (1·10 + 2·20 + 3·30) + 1
  EXPECT_EQ(number("2\\sum_{i=1}^{\\now}i\\,\\a{i}+1", 3), 281.0);
}
TEST(FormulaEvaluator, SumsPowersOfTheAgeOfATerm) {
  EXPECT_EQ(number("\\sum_{i=1}^{\\now}\\half^{\\now-i}", 3), 1.75);
}
TEST(FormulaEvaluator, KnowsFunctions) {
  EXPECT_DOUBLE_EQ(number("\\exp(1)+\\ln(2)"), std::exp(1.0) + std::log(2.0));
  EXPECT_DOUBLE_EQ(number("\\cos(\\pi)\\,\\sin\\left(\\half\\right)\\tanh(1)"),
                   -std::sin(0.5) * std::tanh(1.0));
  EXPECT_EQ(number("\\lfloor\\tfrac72\\rfloor+\\lvert-2\\rvert"), 5.0);
}
TEST(FormulaEvaluator, TakesTheLargerAndTheSmaller) {
  EXPECT_EQ(number("\\max(2, \\three) - \\min(2, \\three)"), 1.0);
  EXPECT_EQ(entries("\\max(0, -\\x{t})"), (Entries{0.0, 2.0}));
  EXPECT_EQ(entries("\\min(\\x{t}, \\y{t})"), (Entries{3.0, -2.0}));
}

TEST(FormulaEvaluator, MultipliesColumnsElementWise) {
  EXPECT_EQ(entries("2\\x{t}\\,\\y{t}"), (Entries{24.0, -16.0}));
  EXPECT_EQ(entries("\\x{t}^2"), (Entries{16.0, 4.0}));
}
TEST(FormulaEvaluator, AddsAScalarToEveryEntryOfAColumn) {
  EXPECT_EQ(entries("\\sqrt{\\x{t}^2}+1"), (Entries{5.0, 3.0}));
}
TEST(FormulaEvaluator, DividesColumnsElementWise) {
  EXPECT_EQ(entries("\\frac{\\y{t}}{\\x{t}}"), (Entries{0.75, -2.0}));
  EXPECT_EQ(entries("\\frac{6}{\\x{t}}"), (Entries{1.5, -3.0}));
  EXPECT_EQ(entries("\\frac{\\x{t}}{2}"), (Entries{2.0, -1.0}));
}
TEST(FormulaEvaluator, TransposesToInnerAndOuterProducts) {
  EXPECT_EQ(number("\\x{t}^\\top\\y{t}"), 4.0);
  EXPECT_EQ(entries("\\x{t}\\,\\y{t}^{\\top}"), (Entries{12.0, 16.0, -6.0, -8.0}));
  EXPECT_EQ(entries("\\x{t}^\\top\\y{t}\\,\\y{t}"), (Entries{12.0, 16.0}));
  EXPECT_EQ(entries("\\N{t}^\\top"), (Entries{0.0, 2.0, 1.0, 0.0}));
}
TEST(FormulaEvaluator, MultipliesMatrices) {
  EXPECT_EQ(entries("\\N{t}\\,\\x{t}"), (Entries{-2.0, 8.0}));
  EXPECT_EQ(entries("\\M{t}\\N{t}"), (Entries{2.0, 2.0, 6.0, 1.0}));
  EXPECT_EQ(entries("\\N{t}\\M{t}"), (Entries{1.0, 3.0, 4.0, 2.0}));
  EXPECT_EQ(number("\\x{t}^\\top\\M{t}\\x{t}"), 28.0);
}
TEST(FormulaEvaluator, InvertsMatrices) {
  EXPECT_TRUE(test::holds(test::evaluate_line("\\M{t}\\M{t}^{-1} = \\identity", meanings, 1)));
  EXPECT_TRUE(test::holds(test::evaluate_line("\\N{t}^{-1}\\N{t} = \\identity", meanings, 1)));
  const auto solved = entries("-2\\M{t}^{-1}\\,(\\x{t}+\\y{t})");  // -2·(19/5, -3/5)
  EXPECT_NEAR(solved[0], -7.6, 1e-15);
  EXPECT_NEAR(solved[1], 1.2, 1e-15);
}
TEST(FormulaEvaluator, MakesDiagonals) {
  EXPECT_EQ(entries("\\operatorname{diag}(\\y{t})"), (Entries{3.0, 0.0, 0.0, 4.0}));
  EXPECT_EQ(entries("\\operatorname{diag}(\\M{t}) + 2\\identity"), (Entries{4.0, 0.0, 0.0, 5.0}));
}
TEST(FormulaEvaluator, TakesNorms) {
  EXPECT_EQ(number("\\lVert\\y{t}\\rVert"), 5.0);
  EXPECT_EQ(number("\\left\\lVert\\y{t}\\right\\rVert^2"), 25.0);
  EXPECT_EQ(entries("\\lvert\\x{t}\\rvert"), (Entries{4.0, 2.0}));
}
TEST(FormulaEvaluator, GoesOverEntries) {
  EXPECT_EQ(number("\\max_k(\\x{t}) - \\min_{k}(\\x{t})"), 6.0);
  EXPECT_EQ(number("2\\sum_k \\x{t}\\,\\y{t} + 1"), 9.0);
}
TEST(FormulaEvaluator, ComparesEntryByEntry) {
  EXPECT_EQ(entries("\\mathbb{1}[\\x{t} > -2]"), (Entries{1.0, 0.0}));
  EXPECT_EQ(entries("\\mathbb{1}[\\x{t} \\ge -2]"), (Entries{1.0, 1.0}));
  EXPECT_EQ(entries("\\mathbb{1}[0 < \\x{t}]"), (Entries{1.0, 0.0}));
  EXPECT_EQ(entries("\\mathbb{1}[\\x{t} \\le -2]"), (Entries{0.0, 1.0}));
  EXPECT_EQ(entries("\\mathbb{1}[\\x{t} = \\max_k(\\x{t})]"), (Entries{1.0, 0.0}));
  EXPECT_EQ(entries("\\operatorname{sign}(\\x{t})"), (Entries{1.0, -1.0}));
}

bool line_holds(const std::string& tex) {
  return test::holds(test::evaluate_line(tex, meanings, 4));
}

TEST(FormulaEvaluator, JudgesEquationsEntryByEntry) {
  EXPECT_TRUE(line_holds("\\y{t} = \\y{t-1}"));
  EXPECT_FALSE(line_holds("\\x{t} = \\x{t-1}"));
  EXPECT_EQ(test::disagreement(test::evaluate_line("\\y{t} = \\y{t}+\\x{t}", meanings, 0)),
            "[1]: 4 against 2");
}
TEST(FormulaEvaluator, JudgesInequalities) {
  EXPECT_TRUE(line_holds("\\x{t} \\le 4"));
  EXPECT_FALSE(line_holds("\\x{t} \\le 3"));
  EXPECT_TRUE(line_holds("\\x{t} \\ge -2"));
  EXPECT_FALSE(line_holds("\\x{t} \\ge -1"));
  EXPECT_TRUE(line_holds("\\tfrac13 + \\tfrac13 + \\tfrac13 \\ge 1"));
}
TEST(FormulaEvaluator, JudgesRoundOffButNothingMore) {
  EXPECT_TRUE(line_holds("\\sqrt{2}^2 = 2"));
  EXPECT_FALSE(line_holds("\\sqrt{2}^2 = 2.00000000001"));
  EXPECT_FALSE(line_holds("\\x{t}^\\top\\y{t} = 4.00000000001"));
}
TEST(FormulaEvaluator, NeverAgreesWithNoNumber) {
  EXPECT_FALSE(line_holds("0 = \\frac{0}{0}"));
  EXPECT_FALSE(line_holds("0 = \\ln(0)"));
  EXPECT_FALSE(line_holds("0 \\le \\frac{1}{0}"));
  EXPECT_FALSE(line_holds("0 = \\mathbb{1}[\\frac{0}{0} > 1]"));
  EXPECT_FALSE(line_holds("0 = (\\x{t}\\x{t}^\\top)^{-1}\\y{t}"));
}

TEST(FormulaEvaluator, KnowsHowMuchCancels) {
  EXPECT_NEAR(right_side("1-0.999")[0].magnitude, 1.999, 1e-12);
  EXPECT_NEAR(right_side("\\exp(3-2)")[0].magnitude, std::exp(1.0) * 6.0, 1e-12);
  EXPECT_NEAR(right_side("\\max(1-0.5, 0)")[0].magnitude, 1.5, 1e-12);
  EXPECT_NEAR(right_side("\\x{t}^\\top\\y{t}")[0].magnitude, 2.0 * 20.0, 1e-12);
}
TEST(FormulaEvaluator, SolvesWithTheRoundOffOfASystem) {
  // of the solution of diag(1, 10⁻⁶)·s = (3, 4): each equation's own, not that of the largest
  const test::Meanings stretched{[](std::string_view symbol, Index) {
                                   return symbol == "M"
                                              ? test::shaped(Shape::matrix, {1.0, 0.0, 0.0, 1e-6})
                                              : test::shaped(Shape::vector, {3.0, 4.0});
                                 },
                                 nullptr, 2};
  const auto s = test::evaluate_line("0 = -2\\M{t}^{-1}\\y{t}", stretched, 1).right;
  EXPECT_NEAR(s[0].value, -6.0, 1e-14);
  EXPECT_LT(s[0].magnitude, 30.0);
  EXPECT_LT(s[1].magnitude, 4e7);
}

TEST(FormulaEvaluator, RefusesWhatItDoesNotKnow) {
  for (const char* tex : {"",
                          "2+",
                          "\\frac{1}",
                          "x",
                          "\\a{t+1}",
                          "\\a{i}",
                          "(1",
                          "1)",
                          "1=1",
                          "i",
                          "\\sqrt9",
                          "\\sum_{i=1}^{n}i",
                          "1.2.3",
                          ".",
                          "2^2^2",
                          "\\exp 2",
                          "\\lvert 1)",
                          "\\left(1)",
                          "(1\\right)",
                          "\\max(1)",
                          "\\max_2(1)",
                          "\\top",
                          "2^\\top",
                          "\\frac12",

                          "\\mathbb{1}",
                          "\\mathbb{1}[1]",
                          "\\operatorname{f}(1)",
                          "\\left\\lvert1\\rvert",
                          "\\lVert\\y{t}\\rvert",
                          "\\sum\\y{t}",
                          "\\x{t}_1",
                          "\\a{t",
                          "2 \\le 3",
                          "\\unknown{t}"}) {
    EXPECT_THROW(right_side(tex), std::invalid_argument) << tex;
  }
}

TEST(FormulaEvaluator, RefusesShapesThatDoNotFit) {
  for (const char* tex :
       {"\\y{t}\\M{t}", "\\y{t}^\\top + 1", "\\M{t} + 1", "\\M{t} + \\y{t}", "\\M{t}^2",
        "2^{\\y{t}}", "\\frac{1}{\\M{t}}", "\\sum_k \\a{t}", "\\max_k(\\a{t})",
        "\\operatorname{diag}(2)", "\\y{t}^\\top\\y{t}^\\top", "\\max(\\M{t}, 0)"}) {
    EXPECT_THROW(right_side(tex), std::invalid_argument) << tex;
  }
  EXPECT_THROW(line_holds("\\M{t} = \\y{t}"), std::invalid_argument);
  EXPECT_THROW(line_holds("\\y{t}^\\top = \\y{t}"), std::invalid_argument);
}

TEST(FormulaEvaluator, SaysWhereAndWhatItExpected) {
  try {
    right_side("\\frac{1}(2)");
    FAIL();
  } catch (const std::invalid_argument& error) {
    EXPECT_STREQ(error.what(), "0 = \\frac{1}(2)\nat position 12: expected '{'");
  }
}

TEST(FormulaEvaluator, FindsTheMacrosOfALine) {
  EXPECT_EQ(test::macros_in("\\mom{t} = \\frac{\\mom{t-1}}{1-\\beta^{\\now}}\\,\\grad{t}"),
            (std::set<std::string>{"mom", "beta", "now", "grad"}));
  EXPECT_EQ(test::left_macro("\\mom{t} = \\grad{t}"), "mom");
  EXPECT_EQ(test::left_side("\\left(\\mom{t}\\right) \\le 1"), "\\left(\\mom{t}\\right)");
  EXPECT_EQ(test::left_side("\\sum_{i=1}^{\\now}\\mom{i} = 1"), "\\sum_{i=1}^{\\now}\\mom{i}");
}

}  // namespace fall_line::formula_evaluator_test
