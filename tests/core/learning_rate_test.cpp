// The learning rate of each step: units of time, warm-up, what is refused.

#include "core/schedules/learning_rate.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/catalog/catalog.hpp"
#include "tests/core/support.hpp"

namespace fall_line::learning_rate_test {

using test::expect_near;
using test::refusal_of;
using Numbers = std::vector<double>;

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

}  // namespace fall_line::learning_rate_test
