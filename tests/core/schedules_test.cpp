// Every schedule: its formula lines, both ends, joins, and the lectures' numbers.

#include <gtest/gtest.h>

#include <cmath>

#include "core/catalog/catalog.hpp"
#include "core/schedules/learning_rate.hpp"
#include "tests/core/formula_check.hpp"
#include "tests/core/support.hpp"

namespace fall_line::schedules_test {

using Numbers = std::vector<double>;

double factor(const char* schedule, const Settings& settings, double time) {
  return find_schedule(schedule).create(settings)->factor(time);
}

/// `base` times the factors at times first, first + 1, …
Numbers rates(const char* schedule, const Settings& settings, double base, std::size_t count,
              double first = 0.0) {
  const auto created = find_schedule(schedule).create(settings);
  Numbers found;
  for (std::size_t i = 0; i < count; ++i) {
    found.push_back(base * created->factor(first + static_cast<double>(i)));
  }
  return found;
}

void expect_near(const Numbers& found, const Numbers& expected, double tolerance) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], tolerance) << i;
}

struct Case {
  const ScheduleDeclaration* schedule;
  Settings settings;
};

void PrintTo(const Case& one, std::ostream* out) {
  *out << one.schedule->name << test::in_words(one.settings);
}

// Every choice of every option, at the defaults and away from them.
std::vector<Case> cases() {
  std::vector<Case> all;
  for (const auto& schedule : schedules()) {
    for (const auto& options : test::every_combination(schedule.settings)) {
      all.push_back({&schedule, options});
      Settings others = options;
      for (const auto& parameter : schedule.settings.parameters) {
        const double value = parameter.whole ? std::ceil(0.37 * parameter.default_value)
                                             : 0.3 + 0.4 * parameter.default_value;
        others.emplace_back(parameter.name, std::to_string(value));
      }
      all.push_back({&schedule, others});
    }
  }
  return all;
}

class ScheduleAsSet : public ::testing::TestWithParam<Case> {
 protected:
  std::unique_ptr<AnySchedule> create() const {
    return GetParam().schedule->create(GetParam().settings);
  }
};

TEST_P(ScheduleAsSet, IsAShareOfTheLearningRateFromItsFirstStepToItsLast) {
  const auto schedule = create();
  for (double time = 1.0; time < 2e6; time *= 1.07) {
    EXPECT_GE(schedule->factor(time), 0.0) << time;
    EXPECT_LE(schedule->factor(time), 1.0) << time;
  }
}

INSTANTIATE_TEST_SUITE_P(Schedules, ScheduleAsSet, ::testing::ValuesIn(cases()));

TEST(Schedules, StayOnceTheyHaveEnded) {
  int ended = 0;
  for (const auto& [declaration, settings] : cases()) {
    const auto values = read_settings(declaration->settings, "", settings).numbers;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (declaration->settings.parameters[i].name != "total") continue;
      const auto schedule = declaration->create(settings);
      const double total = values[i], last = schedule->factor(total);
      EXPECT_LT(last, schedule->factor(total - 1.0));
      for (const double later : {1.0, 1.5, 1000.0, 1e9}) {
        EXPECT_EQ(schedule->factor(total + later), last) << declaration->name;
      }
      ++ended;
    }
  }
  EXPECT_EQ(ended, 8) << "linear, polynomial, cosine and one cycle, twice each";
}

TEST(StepSchedule, HalvesTheRateAsLecture1Prints) {
  expect_near(rates("step", {{"drop", "0.5"}, {"every", "1"}}, 0.1, 4), {.1, .05, .025, .0125},
              1e-17);
}

TEST(StepSchedule, DropsAtTheIntervalItselfAndNotBefore) {
  const Settings settings = {{"drop", "0.5"}, {"every", "10"}};
  EXPECT_EQ(factor("step", settings, 9.0), 1.0);
  EXPECT_EQ(factor("step", settings, 9.999), 1.0);
  EXPECT_EQ(factor("step", settings, 10.0), 0.5);
  EXPECT_EQ(factor("step", settings, 19.0), 0.5);
  EXPECT_EQ(factor("step", settings, 20.0), 0.25);
}

TEST(MultiStepSchedule, DropsTenTimesAtEpochs30And60And90) {
  const Numbers times = {0, 29, 30, 59, 60, 89, 90, 1000};
  const Numbers expected = {1, 1, .1, .1, .01, .01, .001, .001};
  for (std::size_t i = 0; i < times.size(); ++i) {
    EXPECT_NEAR(factor("multi_step", {}, times[i]), expected[i], 1e-17) << times[i];
  }
}

TEST(ExponentialSchedule, GivesTheTableOfLecture1) {
  expect_near(rates("exponential", {{"decay", "0.95"}}, 0.1, 4), {.1, .095, .09025, .0857375},
              1e-16);
}

TEST(InverseTimeSchedule, GivesTheTableOfLecture1) {
  expect_near(rates("inverse_time", {{"rate", "1"}}, 0.1, 6), {.1, .05, .1 / 3, .025, .02, .1 / 6},
              1e-17);
}

TEST(InverseTimeSchedule, CountedFromOneIsOneOverTime) {
  const LearningRate rate("inverse_time", {{"rate", "1"}}, 1.0, 1);
  for (Index step = 0; step < 10; ++step)
    EXPECT_EQ(rate.at(step), 1.0 / static_cast<double>(step + 1));
}

TEST(InverseRootSchedule, GivesTheTableOfLecture4) {
  expect_near(rates("inverse_root", {}, 1.0, 5), {1, .70711, .57735, .5, .44721}, 5e-6);
}

TEST(LinearSchedule, GoesStraightFromTheFullRateToItsEnd) {
  const Settings settings = {{"total", "4"}, {"end", "0.2"}};
  expect_near(rates("linear", settings, 1.0, 6), {1, .8, .6, .4, .2, .2}, 2e-16);
  EXPECT_EQ(factor("linear", settings, 0.0), 1.0);
  EXPECT_EQ(factor("linear", settings, 4.0), 0.2);
}

TEST(PolynomialSchedule, OfPowerOneIsTheLine) {
  const Settings line = {{"total", "7"}, {"end", "0.25"}};
  Settings polynomial = line;
  polynomial.emplace_back("power", "1");
  expect_near(rates("polynomial", polynomial, 1.0, 9), rates("linear", line, 1.0, 9), 2e-16);
}

TEST(PolynomialSchedule, TakesPowersThatAreNotWhole) {
  EXPECT_NEAR(factor("polynomial", {{"total", "4"}, {"power", "0.5"}}, 3.0), 0.5, 1e-15);
  EXPECT_EQ(factor("polynomial", {{"total", "4"}, {"power", "0.5"}}, 4.0), 0.0);
}

TEST(CosineSchedule, GivesTheNumbersOfAHundredSteps) {
  const Numbers times = {0, 25, 50, 75, 100}, expected = {1, .8535534, .5, .1464466, 0};
  for (std::size_t i = 0; i < times.size(); ++i) {
    EXPECT_NEAR(factor("cosine", {{"total", "100"}}, times[i]), expected[i], 5e-8) << times[i];
  }
}

TEST(CosineSchedule, IsExactAtBothEndsAndInTheMiddle) {
  for (const char* total : {"1", "3", "100", "999999"}) {
    const Settings settings = {{"total", total}, {"end", "0.1"}};
    EXPECT_EQ(factor("cosine", settings, 0.0), 1.0);
    EXPECT_EQ(factor("cosine", settings, std::stod(total)), 0.1);
  }
  EXPECT_EQ(factor("cosine", {{"total", "100"}}, 50.0), 0.5);
}

TEST(CosineRestarts, BeginAgainWithTheFullRate) {
  const auto restarts = find_schedule("cosine_restarts").create({{"period", "10"}});
  const auto wave = find_schedule("cosine").create({{"total", "10"}});
  for (double time = 0.0; time < 10.0; time += 0.5) {
    EXPECT_EQ(restarts->factor(time), wave->factor(time));
    EXPECT_NEAR(restarts->factor(time + 30.0), wave->factor(time), 1e-15);
  }
}

TEST(CosineRestarts, DoubleTheirWaves) {
  const Settings settings = {{"period", "10"}, {"waves", "doubling"}};
  for (const double start : {0.0, 10.0, 30.0, 70.0, 150.0}) {
    EXPECT_EQ(factor("cosine_restarts", settings, start), 1.0) << start;
    EXPECT_EQ(factor("cosine_restarts", settings, 1.5 * start + 5.0), 0.5) << start;
    if (start == 0.0) continue;
    EXPECT_LT(factor("cosine_restarts", settings, start - 0.1), 0.01) << start;
  }
}

TEST(OneCycle, RisesToTheFullRateAndFallsToItsEnd) {
  const Settings settings = {
      {"total", "100"}, {"rise", "0.25"}, {"begin", "0.04"}, {"end", "0.01"}};
  EXPECT_EQ(factor("one_cycle", settings, 0.0), 0.04);
  EXPECT_NEAR(factor("one_cycle", settings, 12.5), 0.52, 1e-15);
  EXPECT_EQ(factor("one_cycle", settings, 25.0), 1.0);
  EXPECT_EQ(factor("one_cycle", settings, 100.0), 0.01);
}

TEST(ManualSchedule, HoldsEachFactorUntilTheNextTime) {
  const Settings settings = {{"table", "1:0.5, 3:0.25,4:2"}};
  expect_near(rates("manual", settings, 1.0, 7), {.5, .5, .5, .25, 2, 2, 2}, 0.0);
}

TEST(ManualSchedule, JoinsItsEntriesByStraightLines) {
  const Settings settings = {{"table", "1:0.5, 3:0.25,4:2"}, {"between", "line"}};
  expect_near(rates("manual", settings, 1.0, 7), {.5, .5, .375, .25, 2, 2, 2}, 0.0);
}

// Where two pieces meet: left limit against the value there.
TEST(Schedules, AreContinuousWhereTheirPiecesJoin) {
  struct Join {
    const char* schedule;
    Settings settings;
    double time;
  };
  for (const auto& [schedule, settings, time] : std::vector<Join>{
           {"linear", {{"total", "10"}, {"end", "0.3"}}, 10.0},
           {"polynomial", {{"total", "10"}, {"end", "0.3"}}, 10.0},
           {"cosine", {{"total", "10"}, {"end", "0.3"}}, 10.0},
           {"one_cycle", {{"total", "10"}, {"rise", "0.3"}}, 3.0},
           {"one_cycle", {{"total", "10"}, {"end", "0.3"}}, 10.0},
           {"manual", {{"table", "0:1, 4:0.2"}, {"between", "line"}}, 4.0},
       }) {
    const auto created = find_schedule(schedule).create(settings);
    EXPECT_NEAR(created->factor(time - 1e-9), created->factor(time), 1e-8) << schedule;
    EXPECT_NEAR(created->factor(time + 1e-9), created->factor(time), 1e-8) << schedule;
  }
}

TEST(Warmup, IsJoinedByEverySchedule) {
  for (const auto& [declaration, settings] : cases()) {
    const double first = declaration->create(settings)->factor(0.0);
    if (!std::isfinite(first)) {
      EXPECT_EQ(declaration->name, "inverse_root") << "no other is infinite at time 0";
      continue;
    }
    Settings with_warmup = settings;
    with_warmup.emplace_back("warmup", "3");
    with_warmup.emplace_back("unit", "epoch_fraction");
    const Index fine = 1'000'000;
    const LearningRate rate(declaration->name, with_warmup, 1.0, fine);
    EXPECT_EQ(rate.factor(0), 0.0);
    EXPECT_NEAR(rate.factor(3 * fine - 1), 1.0, 1e-6) << declaration->name;
    EXPECT_EQ(rate.factor(3 * fine), first) << declaration->name;
    if (declaration->name == "one_cycle") continue;  // brings a warm-up of its own
    EXPECT_EQ(first, 1.0) << declaration->name;
  }
}

}  // namespace fall_line::schedules_test
