// Every schedule: its formula lines, both ends, joins, and the lectures' numbers.

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "core/catalog/catalog.hpp"
#include "core/schedules/learning_rate.hpp"
#include "tests/core/formula_check.hpp"
#include "tests/core/support.hpp"

namespace fall_line {
namespace {

using test::refusal_of;
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

TEST(InverseRootSchedule, AsPrintedInLecture1CountsFromEpochOne) {
  const LearningRate rate("inverse_root",
                          {{"reading", "printed"}, {"rate", "0.5"}, {"first_time", "1"}}, 0.1, 1);
  EXPECT_NEAR(rate.at(0), 0.05, 1e-17);
  EXPECT_NEAR(rate.at(3), 0.025, 1e-17);
}

TEST(InverseRootSchedule, AsPrintedInLecture1IsRefusedAtEpochZero) {
  const auto refusal = refusal_of([] {
    LearningRate("inverse_root", {{"reading", "printed"}}, 0.1, 1);
  });
  EXPECT_EQ(refusal.argument, "schedule.first_time");
  EXPECT_NE(refusal.message.find("divides by zero at time 0"), std::string::npos)
      << refusal.message;
}

TEST(InverseRootSchedule, OfRateZeroAsPrintedIsRefusedAtEpochZeroToo) {
  EXPECT_THROW(LearningRate("inverse_root", {{"reading", "printed"}, {"rate", "0"}}, 0.1, 1),
               InvalidArgument);
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

TEST(Warmup, GrowsFromZeroToTheFullRateInFiveEpochs) {
  const LearningRate rate("constant", {{"warmup", "5"}, {"unit", "epoch"}}, 0.1, 1);
  Numbers found;
  for (Index epoch = 0; epoch < 8; ++epoch) found.push_back(rate.at(epoch));
  expect_near(found, {0, .02, .04, .06, .08, .1, .1, .1}, 1e-16);
}

TEST(Warmup, ByTheEpochLearnsNothingInTheWholeFirstOne) {
  const LearningRate rate("constant", {{"warmup", "5"}, {"unit", "epoch"}}, 0.1, 10);
  for (Index step = 0; step < 10; ++step) EXPECT_EQ(rate.at(step), 0.0);
  EXPECT_NEAR(rate.at(10), 0.02, 1e-17);
}

TEST(Warmup, ByTheStepGrowsWithinTheFirstEpoch) {
  const LearningRate rate("constant", {{"warmup", "5"}, {"unit", "epoch_fraction"}}, 0.1, 10);
  for (Index step = 0; step <= 50; ++step) {
    EXPECT_NEAR(rate.at(step), 0.002 * static_cast<double>(step), 1e-16) << step;
  }
  EXPECT_EQ(rate.at(51), 0.1);
}

TEST(Warmup, BeginsWhereItIsTold) {
  const LearningRate rate("constant", {{"warmup", "4"}, {"warmup_from", "0.2"}}, 1.0, 1);
  Numbers found;
  for (Index step = 0; step < 5; ++step) found.push_back(rate.at(step));
  expect_near(found, {.2, .4, .6, .8, 1}, 1e-15);
}

TEST(Warmup, IsJoinedByScheduleAsSet) {
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

TEST(LearningRate, CountsEpochsWholeOrWithFractions) {
  const Settings halving = {{"drop", "0.5"}, {"every", "1"}, {"unit", "epoch"}};
  const LearningRate rate("step", halving, 1.0, 3);
  for (Index step = 0; step < 9; ++step) {
    EXPECT_EQ(rate.at(step), std::pow(0.5, static_cast<double>(step / 3)));
    EXPECT_EQ(rate.time(step), static_cast<double>(step / 3));
  }
  const LearningRate finer("linear", {{"total", "3"}, {"unit", "epoch_fraction"}}, 1.0, 3);
  for (Index step = 0; step < 9; ++step) {
    EXPECT_NEAR(finer.at(step), 1.0 - static_cast<double>(step) / 9.0, 1e-15);
  }
}

TEST(LearningRate, FallsByTheEpochAndNotByTheStep) {
  // 1/(1 + epoch) with 100 steps an epoch: still the full rate at step 99
  const LearningRate rate("inverse_time", {{"unit", "epoch"}}, 0.1, 100);
  EXPECT_EQ(rate.at(99), 0.1);
  EXPECT_EQ(rate.at(100), 0.05);
}

struct Faulty {
  const char* name;
  const char* schedule;
  Settings settings;
  std::string argument;
  std::string word;
};

class FaultySchedule : public ::testing::TestWithParam<Faulty> {};

TEST_P(FaultySchedule, IsRefusedByName) {
  const auto refusal =
      refusal_of([&] { LearningRate(GetParam().schedule, GetParam().settings, 0.1, 1); });
  EXPECT_EQ(refusal.argument, GetParam().argument);
  EXPECT_NE(refusal.message.find(GetParam().word), std::string::npos) << refusal.message;
}

INSTANTIATE_TEST_SUITE_P(
    Schedules, FaultySchedule,
    ::testing::ValuesIn(std::vector<Faulty>{
        {"Unknown", "cosinus", {}, "schedule", "cosine"},
        {"UnknownSetting", "cosine", {{"drop", "1"}}, "schedule.drop", "total, end"},
        {"NoTotal", "cosine", {{"total", "0"}}, "schedule.total", "from 1"},
        {"HalfATotal", "cosine", {{"total", "1.5"}}, "schedule.total", "whole"},
        {"NegativeWarmup", "cosine", {{"warmup", "-1"}}, "schedule.warmup", "from 0"},
        {"UnknownUnit", "cosine", {{"unit", "hour"}}, "schedule.unit", "epoch_fraction"},
        {"NoMilestone", "multi_step", {{"milestones", ""}}, "schedule.milestones", "''"},
        {"FallingMilestones",
         "multi_step",
         {{"milestones", "30,20"}},
         "schedule.milestones",
         "'20'"},
        {"SameMilestone", "multi_step", {{"milestones", "30,30"}}, "schedule.milestones", "asc"},
        {"NegativeMilestone", "multi_step", {{"milestones", "-3"}}, "schedule.milestones", "-3"},
        {"Word", "multi_step", {{"milestones", "30,x"}}, "schedule.milestones", "'x'"},
        {"LastComma", "multi_step", {{"milestones", "30,"}}, "schedule.milestones", "''"},
        {"NoColon", "manual", {{"table", "0:1,5"}}, "schedule.table", "'5'"},
        {"NegativeFactor", "manual", {{"table", "0:-1"}}, "schedule.table", "-1"},
        {"FallingTimes", "manual", {{"table", "5:1, 4:1"}}, "schedule.table", "ascending"},
    }),
    [](const auto& info) { return std::string(info.param.name); });

TEST(ScheduleTable, ListsEveryStepOfAScheduleWithoutARun) {
  const Trace table = analyse(test::lines({{"analysis", "schedule"},
                                           {"analysis.learning_rate", "0.1"},
                                           {"analysis.steps", "12"},
                                           {"analysis.steps_per_epoch", "2"},
                                           {"schedule", "inverse_time"},
                                           {"schedule.unit", "epoch"},
                                           {"schedule.warmup", "2"}}));
  ASSERT_EQ(table.rows(), 13);
  const LearningRate rate("inverse_time", {{"unit", "epoch"}, {"warmup", "2"}}, 0.1, 2);
  for (Index step = 0; step <= 12; ++step) {
    EXPECT_EQ(table.at(0, step)[0], std::floor(static_cast<double>(step) / 2.0));
    EXPECT_EQ(table.at(2, step)[0], rate.at(step));
    EXPECT_EQ(table.at(2, step)[0], 0.1 * table.at(1, step)[0]);
  }
}

// ∏ (1 − 2·rate(t)): gradient descent on x² under any schedule.
TEST(Run, MultipliesByTheRateOfEachStep) {
  for (const char* schedule : {"cosine", "step", "inverse_root", "one_cycle"}) {
    const auto run = test::run_of(test::lines({{"problem", "parabola"},
                                               {"method", "gradient_descent"},
                                               {"method.learning_rate", "0.1"},
                                               {"schedule", schedule}}),
                                  30);
    const auto created = find_schedule(schedule).create({});
    double x = 1.0;
    for (Index step = 1; step <= 30; ++step) {
      const double rate = 0.1 * created->factor(static_cast<double>(step - 1));
      EXPECT_EQ(test::at(run, "learning_rate_now", step), rate);
      x *= 1.0 - 2.0 * rate;
      ASSERT_NEAR(test::at(run, "theta", step), x, 1e-15) << schedule;
    }
  }
}

TEST(Run, TracesTheLearningRateLast) {
  const auto run = test::run_of(
      test::lines({{"problem", "booth"}, {"method", "adam"}, {"schedule", "cosine"}}), 1);
  EXPECT_EQ(run.trace().quantities().back().name, "learning_rate_now");
}

TEST(Run, GoesOnWhereTheScheduleHasReachedZero) {
  const auto run = test::run_of(test::lines({{"problem", "booth"},
                                             {"method", "adam"},
                                             {"schedule", "linear"},
                                             {"schedule.total", "5"}}),
                                10);
  ASSERT_EQ(run.steps(), 10);
  EXPECT_EQ(test::at(run, "step_length", 6), 0.0);
  EXPECT_EQ(test::at(run, "theta", 10), test::at(run, "theta", 5));
}

TEST(Run, RefusesTheScheduleThatDividesByZeroAtItsFirstEpoch) {
  const std::string spec = test::lines({{"problem", "booth"},
                                        {"method", "adam"},
                                        {"schedule", "inverse_root"},
                                        {"schedule.reading", "printed"},
                                        {"schedule.unit", "epoch"}});
  EXPECT_EQ(refusal_of([&] { test::run_of(spec, 0); }).argument, "schedule.first_time");
  EXPECT_EQ(test::run_of(spec + "schedule.first_time=1\n", 5).steps(), 5);
}

Numbers momentum_path(const std::string& method) {
  const auto run = test::run_of(method + test::lines({{"problem", "parabola"},
                                                      {"method.learning_rate", "0.1"},
                                                      {"method.beta", "0.9"},
                                                      {"schedule", "manual"},
                                                      {"schedule.table", "0:1, 2:0.1"}}),
                                4);
  Numbers path;
  for (Index step = 1; step <= 4; ++step) path.push_back(test::at(run, "theta", step));
  return path;
}

TEST(Momentum, AsASumObeysAFallingRateAtOnce) {
  expect_near(momentum_path("method=momentum\n"), {.8, .46, .4202, .375976}, 1e-12);
}

TEST(Momentum, AsAStepRemembersTheOldRate) {
  expect_near(momentum_path("method=momentum\nmethod.form=step\n"), {.8, .46, .1448, -.141776},
              1e-12);
}

// S3.3: x⁴/4 is convex but not strongly so; steps that fall like 1/t stall.
double quartic_loss(const char* schedule, Index steps) {
  const auto run = test::run_of(test::lines({{"problem", "quartic"},
                                             {"method", "gradient_descent"},
                                             {"method.learning_rate", "1"},
                                             {"schedule", schedule},
                                             {"start", "0.9"}}),
                                steps);
  return test::at(run, "loss", steps);
}

TEST(InverseTimeSchedule, StallsOnAQuarticWhereTheRootOfTimeDoesNot) {
  EXPECT_NEAR(quartic_loss("inverse_time", 10), 1.7e-4, 0.05e-4);
  EXPECT_NEAR(quartic_loss("inverse_time", 1000), 1.1e-4, 0.05e-4);
  EXPECT_NEAR(quartic_loss("inverse_time", 100'000), 7.85e-5, 0.005e-5);
  EXPECT_NEAR(quartic_loss("inverse_root", 100'000), 1.5e-7, 0.05e-7);
  EXPECT_NEAR(quartic_loss("constant", 100'000), 6e-12, 0.5e-12);
}

TEST(InverseTimeSchedule, IsTooShortForAFlatParabola) {
  const auto run = test::run_of(test::lines({{"problem", "parabola"},
                                             {"problem.curvature", "0.1"},
                                             {"method", "gradient_descent"},
                                             {"method.learning_rate", "1"},
                                             {"schedule", "inverse_time"},
                                             {"start", "0.9"}}),
                                100'000);
  EXPECT_NEAR(test::at(run, "loss", 100'000), 3.5e-3, 0.1e-3);
}

}  // namespace
}  // namespace fall_line
