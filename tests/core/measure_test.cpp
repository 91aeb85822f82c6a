#include "core/analysis/measure.hpp"

#include <gtest/gtest.h>

#include "tests/core/support.hpp"

namespace fall_line::measure_test {

using test::refusal_of;

// Losses of gradient descent with α = 0.75 on x²: x alternates and halves, 1, −½, ¼, …
const std::string halving =
    "problem=parabola\nmethod=gradient_descent\nmethod.learning_rate=0.75\n";

double answer(const std::string& text) { return measure(parse_measure(text)); }

double reduced(const std::string& reduction, const std::string& more = "") {
  return answer(halving + "measure.steps=4\nmeasure.quantity=theta\nmeasure.reduction=" +
                reduction + "\n" + more);
}

TEST(Measure, LastIsTheDefault) {
  EXPECT_EQ(answer(halving + "measure.steps=4\nmeasure.quantity=theta\n"), 0.0625);
  EXPECT_EQ(reduced("last"), 0.0625);
}

TEST(Measure, FindsExtremesAndTheirSteps) {
  EXPECT_EQ(reduced("maximum"), 1.0);
  EXPECT_EQ(reduced("step_of_maximum"), 0.0);
  EXPECT_EQ(reduced("minimum"), -0.5);
  EXPECT_EQ(reduced("step_of_minimum"), 1.0);
}

TEST(Measure, FindsTheFirstStepBeyondALevel) {
  EXPECT_EQ(reduced("first_step_below", "measure.level=0.5\n"), 1.0);
  EXPECT_EQ(reduced("first_step_above", "measure.level=-1\n"), 0.0);
}

TEST(Measure, LevelItselfIsNotBeyondIt) {
  EXPECT_EQ(reduced("first_step_below", "measure.level=-0.125\n"), 1.0);
  EXPECT_THROW(reduced("first_step_below", "measure.level=-0.5\n"), InvalidArgument);
}

TEST(Measure, PassesOverRowsWhereTheQuantityDoesNotExistYet) {
  const std::string question = halving + "measure.steps=4\nmeasure.quantity=delta\n";
  EXPECT_EQ(answer(question + "measure.reduction=minimum\n"), -1.5);
  EXPECT_EQ(answer(question + "measure.reduction=step_of_minimum\n"), 1.0);
  EXPECT_EQ(answer(question + "measure.reduction=first_step_above\nmeasure.level=-9\n"), 1.0);
}

TEST(Measure, TakesACoordinate) {
  const std::string question =
      "problem=booth\nmethod=gradient_descent\nstart=4,7\nmeasure.steps=0\n"
      "measure.quantity=theta\n";
  EXPECT_EQ(answer(question), 4.0);
  EXPECT_EQ(answer(question + "measure.coordinate=1\n"), 7.0);
}

TEST(Measure, TakesQuantitiesOfDerivations) {
  EXPECT_NEAR(answer("problem=constant_gradient\nmethod=adam\nmeasure.steps=2\n"
                     "measure.quantity=weight1\n"),
              0.19, 1e-15);
}

struct Bad {
  const char* name;
  std::string text;
  std::string argument;
  std::string mention;
};

void PrintTo(const Bad& bad, std::ostream* out) { *out << bad.text; }

class BadMeasure : public ::testing::TestWithParam<Bad> {};

TEST_P(BadMeasure, IsRefusedWithItsArgument) {
  const auto refusal = refusal_of([] { answer(GetParam().text); });
  EXPECT_EQ(refusal.argument, GetParam().argument) << refusal.message;
  EXPECT_NE(refusal.message.find(GetParam().mention), std::string::npos) << refusal.message;
}

const std::string four_steps = halving + "measure.steps=4\nmeasure.quantity=theta\n";

INSTANTIATE_TEST_SUITE_P(
    Measure, BadMeasure,
    ::testing::Values(
        Bad{"NoQuantity", halving + "measure.steps=4\n", "quantity", "theta"},
        Bad{"UnknownQuantity", halving + "measure.quantity=m\n", "quantity", "'m'"},
        Bad{"DerivationOfAnotherMethod", halving + "measure.quantity=weight1\n", "quantity",
            "theta"},
        Bad{"NegativeSteps", halving + "measure.steps=-1\n", "measure.steps", "'-1'"},
        Bad{"TooManySteps", halving + "measure.steps=200001\n", "measure.steps", "200000"},
        Bad{"FractionOfAStep", halving + "measure.steps=1.5\n", "measure.steps", "'1.5'"},
        Bad{"NoSuchCoordinate", four_steps + "measure.coordinate=1\n", "measure.coordinate",
            "0 to 0"},
        Bad{"BadCoordinate", four_steps + "measure.coordinate=x\n", "measure.coordinate", "'x'"},
        Bad{"UnknownReduction", four_steps + "measure.reduction=mean\n", "measure.reduction",
            "last"},
        Bad{"BadLevel", four_steps + "measure.level=nan\n", "measure.level", "'nan'"},
        Bad{"UnknownKey", four_steps + "measure.step=1\n", "measure", "'step'"},
        Bad{"DoubledKey", four_steps + "measure.steps=5\n", "measure", "'steps' twice"},
        Bad{"NeverReached", four_steps + "measure.reduction=first_step_above\nmeasure.level=2\n",
            "measure.steps", "enough steps for theta"},
        Bad{"StopsBefore",
            halving + "start=1e99\nproblem.curvature=9\nmeasure.steps=9\n"
                      "measure.quantity=theta\n",
            "measure.steps", "at most 1"},
        Bad{"NothingYet", halving + "measure.steps=0\nmeasure.quantity=delta\n", "measure.steps",
            "delta comes with the first step"},
        Bad{"NoEquals", four_steps + "measure.level\n", "spec", "key=value"},
        Bad{"BadSpec", four_steps + "sede=1\n", "spec", "'sede'"},
        Bad{"DerivationOnAnotherProblem",
            "problem=booth\nmethod=adam\nmeasure.steps=1\nmeasure.quantity=weight1\n", "problem",
            "noisy_gradient"}),
    [](const auto& info) { return std::string(info.param.name); });

}  // namespace fall_line::measure_test
