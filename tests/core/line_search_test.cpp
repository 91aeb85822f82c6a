#include "core/optimizers/line_search.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/numerics/random.hpp"
#include "tests/core/line_search_check.hpp"
#include "tests/core/search_lines.hpp"

namespace fall_line::line_search_test {

using namespace test::search_lines;

struct Searched {
  LineSearchResult result;
  double trial, trial_gradient;
  double value, slope;  // at the start
};

enum class Search { wolfe, armijo };

Searched search(const Phi& phi, double first_step, WolfeConditions conditions = {},
                double direction = 1.0, Search kind = Search::wolfe) {
  const ProblemByName<Phi> problem(phi);
  Random random(1);
  Objective objective(problem, random);
  const double theta = 0.0;
  double gradient = 0.0;
  Searched all{};
  all.value = problem.value(&theta);
  problem.gradient(&theta, &gradient);
  all.slope = gradient * direction;
  const SearchLine line = {&theta, &direction, 1, all.value, all.slope};
  all.result = kind == Search::wolfe
                   ? strong_wolfe_search(objective, line, first_step, conditions, &all.trial,
                                         &all.trial_gradient)
                   : armijo_search(objective, line, first_step, conditions, &all.trial);
  EXPECT_EQ(objective.evaluations().values, static_cast<double>(all.result.evaluations));
  return all;
}

struct MoreThuenteCase {
  const char* name;
  Phi phi;
  WolfeConditions conditions;
};

std::vector<MoreThuenteCase> more_thuente_cases() {
  return {{"function1", function1(), {1e-3, 0.1}},
          {"function2", function2(), {0.1, 0.1}},
          {"function3", function3(), {0.1, 0.1}},
          {"function4", yanai(1e-3, 1e-3), {1e-3, 1e-3}},
          {"function5", yanai(1e-2, 1e-3), {1e-3, 1e-3}},
          {"function6", yanai(1e-3, 1e-2), {1e-3, 1e-3}}};
}

TEST(StrongWolfe, MeetsBothConditionsOnMoreAndThuentesFunctionsFromEveryFirstStep) {
  for (const auto& test : more_thuente_cases()) {
    for (const double first : {1e-3, 1e-1, 1e1, 1e3}) {
      const auto s = search(test.phi, first, test.conditions);
      ASSERT_EQ(s.result.status, LineSearchStatus::found) << test.name << " from " << first;
      EXPECT_LE(s.result.value,
                s.value + test.conditions.sufficient_decrease * s.result.step * s.slope);
      EXPECT_LE(std::abs(s.trial_gradient), test.conditions.curvature * std::abs(s.slope));
      // their tables need up to 16
      EXPECT_LE(s.result.evaluations, 16) << test.name << " from " << first;
    }
  }
}

TEST(StrongWolfe, HasNoneOfTheFaultsThatItsMutantsHave) {
  EXPECT_EQ(test::line_search_faults(strong_wolfe_search), std::vector<std::string>{});
}

TEST(StrongWolfe, NeedsAsManyTrialsOnFunction1AsMoreAndThuenteReport) {
  // their table 1: 6, 3, 1, 4
  const int reported[] = {6, 3, 1, 4};
  const double firsts[] = {1e-3, 1e-1, 1e1, 1e3};
  for (int i = 0; i < 4; ++i) {
    EXPECT_LE(search(function1(), firsts[i], {1e-3, 0.1}).result.evaluations, reported[i]);
  }
}

TEST(StrongWolfe, TrialIsTheStepAlongTheDirection) {
  const auto s = search(function1(), 0.5, {1e-3, 0.1});
  EXPECT_EQ(s.trial, s.result.step);
  EXPECT_EQ(s.trial_gradient, s.result.slope);
}

TEST(StrongWolfe, FindsTheMinimumOfAParabolaAtItsSecondTrial) {
  const Phi parabola{[](double a) { return (a - 3.0) * (a - 3.0); },
                     [](double a) { return 2.0 * (a - 3.0); }};
  for (const double first : {1.0, 7.0, 14.0}) {
    const auto s = search(parabola, first, {1e-4, 1e-3});
    EXPECT_EQ(s.result.evaluations, 2) << first;
    EXPECT_NEAR(s.result.step, 3.0, 1e-12) << first;
  }
}

TEST(StrongWolfe, AcceptsACubicWithoutMinimumAsLongAsItFalls) {
  // the cubic through the first two probes has a negative radicand
  const Phi phi{[](double a) { return -a - a * a * a + 0.01 * a * a * a * a; },
                [](double a) { return -1.0 - 3.0 * a * a + 0.04 * a * a * a; }};
  EXPECT_EQ(search(phi, 1.0, {1e-4, 0.5}).result.status, LineSearchStatus::found);
}

TEST(StrongWolfe, TakesANonFiniteValueForAStepThatIsTooLong) {
  for (const double bad : {double(NAN), double(INFINITY), -double(INFINITY)}) {
    const Phi wall{[=](double a) { return a < 0.3 ? (a - 0.2) * (a - 0.2) : bad; },
                   [=](double a) { return a < 0.3 ? 2.0 * (a - 0.2) : bad; }};
    for (const double first : {0.25, 1.0, 1e6}) {
      const auto s = search(wall, first, {1e-4, 0.1});
      EXPECT_EQ(s.result.status, LineSearchStatus::found) << bad << " from " << first;
      EXPECT_NEAR(s.result.step, 0.2, 0.021) << bad << " from " << first;
    }
  }
}

TEST(StrongWolfe, TakesANonFiniteSlopeForAStepThatIsTooLong) {
  const Phi phi{[](double a) { return (a - 0.2) * (a - 0.2); },
                [](double a) { return a < 0.3 ? 2.0 * (a - 0.2) : NAN; }};
  EXPECT_EQ(search(phi, 1.0).result.status, LineSearchStatus::found);
}

TEST(StrongWolfe, FailsWhereEverythingAheadIsNotFinite) {
  const Phi phi{[](double a) { return a == 0.0 ? 1.0 : NAN; }, [](double) { return -1.0; }};
  const auto s = search(phi, 1.0);
  EXPECT_EQ(s.result.status, LineSearchStatus::failed);
  EXPECT_EQ(s.result.evaluations, WolfeConditions{}.most_evaluations);
}

TEST(StrongWolfe, RefusesADirectionThatAscends) {
  const auto s = search(function1(), 1.0, {}, -1.0);
  EXPECT_EQ(s.result.status, LineSearchStatus::not_descent);
  EXPECT_EQ(s.result.evaluations, 0);
}

TEST(StrongWolfe, RefusesAStartThatIsNotFinite) {
  const Phi phi{[](double) { return NAN; }, [](double) { return -1.0; }};
  EXPECT_EQ(search(phi, 1.0).result.status, LineSearchStatus::not_descent);
  const Phi steep{[](double) { return 1.0; }, [](double) { return -INFINITY; }};
  EXPECT_EQ(search(steep, 1.0).result.status, LineSearchStatus::not_descent);
}

TEST(StrongWolfe, CallsALevelLineFlat) {
  const Phi level{[](double) { return 5.0; }, [](double) { return 0.0; }};
  EXPECT_EQ(search(level, 1.0).result.status, LineSearchStatus::flat);
}

TEST(StrongWolfe, CallsADecreaseBelowRoundOffFlat) {
  const Phi almost{[](double a) { return 5.0 + 1e-18 * (a < 0.1 ? -a : a); },
                   [](double a) { return a < 0.1 ? -1e-18 : 1.0; }};
  EXPECT_EQ(search(almost, 1.0).result.status, LineSearchStatus::flat);
}

TEST(StrongWolfe, FailsWhereTheSlopePromisesWhatTheValueDoesNotKeep) {
  const Phi liar{[](double a) { return 5.0 + a; }, [](double) { return -1.0; }};
  EXPECT_EQ(search(liar, 1.0).result.status, LineSearchStatus::failed);
}

TEST(StrongWolfe, SaysThatALineFallsForEver) {
  const Phi line{[](double a) { return -a; }, [](double) { return -1.0; }};
  EXPECT_EQ(search(line, 1.0).result.status, LineSearchStatus::unbounded);
}

TEST(StrongWolfe, SettlesForADecreaseAtAKink) {
  // at 1 the slope jumps from −1 to 1: nowhere is it half as steep as at the start
  const Phi kink{[](double a) { return std::abs(a - 1.0); },
                 [](double a) { return a < 1.0 ? -1.0 : 1.0; }};
  const auto s = search(kink, 0.3, {1e-4, 0.5});
  EXPECT_EQ(s.result.status, LineSearchStatus::decreased);
  EXPECT_NEAR(s.trial, 1.0, 1e-6);
  EXPECT_EQ(s.trial, s.result.step);
}

TEST(StrongWolfe, StopsAfterTheMostEvaluationsItMayTake) {
  WolfeConditions conditions = {1e-3, 1e-12, 3};
  const auto s = search(function3(), 1e-3, conditions);
  EXPECT_LE(s.result.evaluations, 4);  // one more where the best trial was not the last
  EXPECT_NE(s.result.status, LineSearchStatus::found);
}

TEST(Armijo, ReturnsAStepThatLowersFEnough) {
  for (const auto& test : more_thuente_cases()) {
    for (const double first : {1e-3, 1e-1, 1e1, 1e3}) {
      const auto s = search(test.phi, first, {}, 1.0, Search::armijo);
      ASSERT_EQ(s.result.status, LineSearchStatus::found) << test.name << " from " << first;
      EXPECT_LE(s.result.value, s.value + 1e-4 * s.result.step * s.slope);
    }
  }
}

TEST(Armijo, TakesTheFirstStepWhereItIsGoodEnough) {
  const auto s = search(function1(), 1.0, {}, 1.0, Search::armijo);
  EXPECT_EQ(s.result.step, 1.0);
  EXPECT_EQ(s.result.evaluations, 1);
}

TEST(Armijo, TakesANonFiniteValueForAStepThatIsTooLong) {
  for (const double bad : {double(NAN), double(INFINITY), -double(INFINITY)}) {
    const Phi wall{[=](double a) { return a < 0.3 ? (a - 0.2) * (a - 0.2) : bad; },
                   [](double) { return -0.4; }};
    const auto s = search(wall, 1.0, {}, 1.0, Search::armijo);
    EXPECT_EQ(s.result.status, LineSearchStatus::found) << bad;
    EXPECT_LT(s.result.step, 0.3) << bad;
  }
}

TEST(Armijo, RefusesAStartThatIsNotFinite) {
  const Phi no_value{[](double) { return NAN; }, [](double) { return -1.0; }};
  const Phi no_slope{[](double a) { return -a; }, [](double) { return -INFINITY; }};
  for (const auto& phi : {no_value, no_slope}) {
    const auto s = search(phi, 1.0, {}, 1.0, Search::armijo);
    EXPECT_FALSE(s.result.lowers());
    EXPECT_LE(s.result.evaluations, WolfeConditions{}.most_evaluations);
  }
}

TEST(Armijo, GivesUpAfterAsManyTrialsAsItMay) {
  // the slope promises a fall that never comes
  const Phi liar{[](double a) { return a * a + a; }, [](double) { return -1.0; }};
  const auto s = search(liar, 1.0, {.most_evaluations = 7}, 1.0, Search::armijo);
  EXPECT_FALSE(s.result.lowers());
  EXPECT_LE(s.result.evaluations, 7);
}

TEST(Armijo, FailsCleanly) {
  const Phi nowhere{[](double a) { return a == 0.0 ? 1.0 : NAN; }, [](double) { return -1.0; }};
  EXPECT_EQ(search(nowhere, 1.0, {}, 1.0, Search::armijo).result.status, LineSearchStatus::failed);
  const Phi level{[](double) { return 5.0; }, [](double) { return 0.0; }};
  EXPECT_EQ(search(level, 1.0, {}, 1.0, Search::armijo).result.status, LineSearchStatus::flat);
  EXPECT_EQ(search(function1(), 1.0, {}, -1.0, Search::armijo).result.status,
            LineSearchStatus::not_descent);
}

}  // namespace fall_line::line_search_test
