#include "core/run/run.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/run/problem_of.hpp"
#include "core/run/quantity_rows.hpp"
#include "tests/core/support.hpp"

namespace fall_line::run_test {

using test::at;
using test::refusal_of;
using test::run_of;

const std::string adam_on_booth = "problem=booth\nmethod=adam\n";
const std::string noisy_adam = "problem=noisy_gradient\nmethod=adam\nseed=5\n";

TEST(Run, RowZeroHoldsTheStartAndZeroMoments) {
  const auto run = run_of(adam_on_booth + "start=0,0\n", 0);
  EXPECT_EQ(run.steps(), 0);
  EXPECT_EQ(run.trace().rows(), 1);
  EXPECT_EQ(at(run, "theta", 0, 1), 0.0);
  EXPECT_EQ(at(run, "loss", 0), 74.0);
  EXPECT_EQ(at(run, "m", 0, 1), 0.0);
  EXPECT_EQ(at(run, "v", 0, 1), 0.0);
}

TEST(Run, RowZeroHasNothingThatOnlyAStepMakes) {
  const auto run = run_of(adam_on_booth, 0);
  for (const char* name : {"gradient", "delta", "m_hat", "v_hat", "correction1", "step_length"}) {
    EXPECT_TRUE(std::isnan(at(run, name, 0))) << name;
  }
}

TEST(Run, GradientOfAStepIsTakenWhereTheStepBegins) {
  const auto run = run_of(adam_on_booth, 2);
  for (Index step = 1; step <= 2; ++step) {
    const double before[] = {at(run, "theta", step - 1, 0), at(run, "theta", step - 1, 1)};
    double gradient[2];
    run.problem().gradient(before, gradient);
    EXPECT_EQ(at(run, "gradient", step, 0), gradient[0]);
    EXPECT_EQ(at(run, "gradient", step, 1), gradient[1]);
  }
}

TEST(Run, LossOfAStepIsTakenWhereTheStepEnds) {
  const auto run = run_of(adam_on_booth, 3);
  const double after[] = {at(run, "theta", 3, 0), at(run, "theta", 3, 1)};
  EXPECT_EQ(at(run, "loss", 3), run.problem().value(after));
}

TEST(Run, AdvancedInPiecesIsTheRunAdvancedAtOnce) {
  const auto whole = run_of(noisy_adam, 100);
  auto pieces = run_of(noisy_adam, 0);
  for (const Index count : {1, 0, 9, 40, 50}) EXPECT_EQ(pieces.advance(count), count);
  for (int q = 0; q < static_cast<int>(whole.trace().quantities().size()); ++q) {
    const auto expected = whole.trace().values(q), found = pieces.trace().values(q);
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (!std::isnan(expected[i])) {
        ASSERT_EQ(found[i], expected[i]) << whole.trace().quantities()[q].name << ", entry " << i;
      }
    }
  }
}

TEST(Run, OfANegativeNumberOfStepsTakesNone) {
  auto run = run_of(adam_on_booth, 5);
  EXPECT_EQ(run.advance(-3), 0);
  EXPECT_EQ(run.steps(), 5);
}

TEST(Run, CopiesOfASpecGiveRunsThatDoNotTouchEachOther) {
  const RunSpec spec = parse_run_spec(noisy_adam);
  fall_line::Run first(spec), second(spec);
  first.advance(50);
  second.advance(50);
  EXPECT_EQ(at(first, "theta", 50), at(second, "theta", 50));
}

TEST(Run, ThatOverflowsKeepsItsLastFiniteStep) {
  // the first step leads to about −1e156, where the loss is 5e5·1e312
  const auto run = run_of(
      "problem=parabola\nproblem.curvature=1e6\nmethod=momentum\nmethod.learning_rate=1e60\n"
      "start=1e90\n",
      10);
  EXPECT_EQ(run.steps(), 0);
  EXPECT_EQ(run.status().reason, StopReason::non_finite);
  EXPECT_EQ(run.status().quantity, step_quantity::loss);
  EXPECT_TRUE(std::isfinite(at(run, "loss", 0)));
}

TEST(Run, ThatOverflowsAfterGoodStepsKeepsThem) {
  // x ← x − x³: 1e3, −1e9, 1e27, −1e81, whose fourth power is infinite
  const std::string spec =
      "problem=quartic\nmethod=gradient_descent\nmethod.learning_rate=1\nstart=1000\n";
  const auto run = run_of(spec, 10);
  ASSERT_EQ(run.steps(), 2);
  EXPECT_EQ(run.status().reason, StopReason::non_finite);
  EXPECT_EQ(run.status().step, 3);
  EXPECT_EQ(run.status().quantity, step_quantity::loss);
  const auto shorter = run_of(spec, 2);
  for (const char* name : {"theta", "loss", "gradient", "delta"}) {
    EXPECT_TRUE(std::isfinite(at(run, name, 2))) << name;
    EXPECT_EQ(at(run, name, 2), at(shorter, name, 2)) << name;
  }
}

TEST(Run, GoesOnNearTheLargestParameter) {
  const auto run = run_of(
      "problem=constant_gradient\nmethod=gradient_descent\nmethod.learning_rate=1e98\n"
      "start=-9.15e99\n",
      100);
  EXPECT_EQ(run.steps(), 8);
  EXPECT_EQ(run.status().reason, StopReason::out_of_range);
  EXPECT_NEAR(run.status().value, -1.005e100, 1e86);
}

TEST(Run, StopsAtTheStepWhoseQuantityIsNotFinite) {
  const auto run = run_of(
      "problem=constant_gradient\nproblem.slope=1e100\nmethod=gradient_descent\n"
      "method.learning_rate=1e300\n",
      10);
  EXPECT_EQ(run.steps(), 0);
  EXPECT_EQ(run.status().reason, StopReason::non_finite);
  EXPECT_EQ(run.status().step, 1);
  EXPECT_EQ(run.status().quantity, run.trace().find("delta"));
  EXPECT_EQ(run.status().coordinate, 0);
  EXPECT_EQ(run.status().value, -INFINITY);
}

TEST(Run, NamesTheFirstQuantityThatIsNotFiniteBeforeItsConsequences) {
  // coordinate 1 has no gradient: 0/0 there, while coordinate 0 goes on
  const auto run = run_of(
      "problem=quadratic\nproblem.curvature2=0\nmethod=adam\nmethod.epsilon_place=none\n", 10);
  EXPECT_EQ(run.status().quantity, run.trace().find("delta"));
  EXPECT_EQ(run.status().coordinate, 1);
  EXPECT_TRUE(std::isnan(run.status().value));
}

TEST(Run, StopsBeforeAParameterLeavesTheRange) {
  const auto run =
      run_of("problem=parabola\nmethod=gradient_descent\nmethod.learning_rate=50\n", 1000);
  EXPECT_EQ(run.status().reason, StopReason::out_of_range);
  EXPECT_EQ(run.status().step, run.steps() + 1);
  EXPECT_GT(std::abs(run.status().value), largest_parameter);
  EXPECT_LE(std::abs(at(run, "theta", run.steps())), largest_parameter);
  // 99ᵏ passes 1e100 at k = 51
  EXPECT_EQ(run.steps(), 50);
}

TEST(Run, ThatStoppedTakesNoFurtherStep) {
  auto run = run_of("problem=parabola\nmethod=gradient_descent\nmethod.learning_rate=50\n", 1000);
  const Index steps = run.steps();
  EXPECT_EQ(run.advance(10), 0);
  EXPECT_EQ(run.steps(), steps);
}

TEST(Run, TakesNoMoreThanMostSteps) {
  auto run = run_of("problem=constant_gradient\nmethod=gradient_descent\n", 199'990);
  EXPECT_EQ(run.advance(100), 10);
  EXPECT_EQ(run.steps(), fall_line::Run::most_steps);
  EXPECT_EQ(run.advance(1), 0);
  EXPECT_EQ(run.status().reason, StopReason::none);
}

// The row of `name` in what what_if() gives.
double entry(const Run& run, const std::vector<std::vector<double>>& row, const char* name) {
  return row[static_cast<std::size_t>(run.trace().find(name))][0];
}

TEST(WhatIf, WithoutOverridesIsTheStepThatWasTaken) {
  const auto run = run_of(noisy_adam, 20);
  const auto row = run.what_if(13, {});
  for (const char* name : {"theta", "gradient", "loss", "m", "v", "delta", "correction2"}) {
    EXPECT_EQ(entry(run, row, name), at(run, name, 13)) << name;
  }
}

TEST(WhatIf, AtTheFirstStepIsARunWithThatOption) {
  const auto run = run_of(noisy_adam, 5);
  const auto other = run_of(noisy_adam + "method.bias_correction=off\nmethod.beta1=0.5\n", 1);
  const auto row = run.what_if(1, {{"bias_correction", "off"}, {"beta1", "0.5"}});
  for (const char* name : {"theta", "gradient", "m", "m_hat", "v_hat", "delta"}) {
    EXPECT_EQ(entry(run, row, name), at(other, name, 1)) << name;
  }
}

TEST(WhatIf, LaterStartsFromTheStateTheRunHadReached) {
  const auto run = run_of(noisy_adam, 20);
  const auto row = run.what_if(20, {{"bias_correction", "no_power"}});
  EXPECT_EQ(entry(run, row, "m"), at(run, "m", 20));
  EXPECT_EQ(entry(run, row, "m_hat"), at(run, "m", 20) * (1.0 / (1.0 - 0.9)));
}

TEST(WhatIf, OverridesASettingOfTheSpec) {
  const auto run = run_of(noisy_adam + "method.learning_rate=0.5\n", 3);
  const auto row = run.what_if(3, {{"learning_rate", "0.25"}});
  EXPECT_EQ(entry(run, row, "delta"), 0.5 * at(run, "delta", 3));
}

TEST(WhatIf, LeavesTheRunAsItWas) {
  auto run = run_of(noisy_adam, 10);
  run.what_if(10, {{"beta2", "0"}});
  run.advance(10);
  EXPECT_EQ(at(run, "theta", 20), at(run_of(noisy_adam, 20), "theta", 20));
}

TEST(WhatIf, RefusesAStepThatWasNotTaken) {
  const auto run = run_of(noisy_adam, 5);
  for (const Index step : {-1, 0, 6}) {
    const auto refusal = refusal_of([&] { run.what_if(step, {}); });
    EXPECT_EQ(refusal.argument, "step");
    EXPECT_NE(refusal.message.find("1 to 5"), std::string::npos) << refusal.message;
  }
}

TEST(WhatIf, RefusesABadOverride) {
  const auto run = run_of(noisy_adam, 5);
  EXPECT_EQ(refusal_of([&] { run.what_if(3, {{"beta1", "1"}}); }).argument, "method.beta1");
}

TEST(Trace, FindsQuantitiesByName) {
  const auto run = run_of(adam_on_booth, 0);
  EXPECT_EQ(run.trace().find("theta"), 0);
  EXPECT_EQ(run.trace().find("velocity"), -1);
}

TEST(Trace, RowsOfAVectorQuantityLieOneAfterTheOther) {
  const auto run = run_of(adam_on_booth, 3);
  const auto all = run.trace().values(0);
  ASSERT_EQ(all.size(), 8u);
  EXPECT_EQ(all[5], run.trace().at(0, 2)[1]);
}

TEST(QuantityRows, GiveTracedQuantities) {
  const auto run = run_of(adam_on_booth, 3);
  const QuantityRows rows(run, "m_hat");
  EXPECT_EQ(rows.count(), 4);
  EXPECT_EQ(rows.width(), 2);
  EXPECT_EQ(rows.at(3, 1), at(run, "m_hat", 3, 1));
}

TEST(QuantityRows, GiveQuantitiesOfDerivations) {
  const auto run = run_of(noisy_adam, 2);
  const QuantityRows rows(run, "weight1");
  EXPECT_EQ(rows.width(), 1);
  EXPECT_NEAR(rows.at(2, 0), 0.19, 1e-15);
}

TEST(QuantityRows, ListTheNamesThereAre) {
  const auto run = run_of(noisy_adam, 1);
  const auto refusal = refusal_of([&] { QuantityRows(run, "mhat"); });
  EXPECT_EQ(refusal.argument, "quantity");
  for (const char* name : {"'mhat'", "theta", "m_hat", "weight1", "weight2"}) {
    EXPECT_NE(refusal.message.find(name), std::string::npos) << refusal.message;
  }
}

}  // namespace fall_line::run_test
