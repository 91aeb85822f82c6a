// Split, folds and standardisation as settings of a dataset.

#include "core/data/preparation.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/catalog/catalog.hpp"
#include "core/data/standardisation.hpp"
#include "core/run/problem_of.hpp"
#include "tests/core/support.hpp"

namespace fall_line::preparation_test {

using test::refusal_of;

Dataset blobs(Settings settings) {
  settings.emplace_back("count", "50");
  return *find_dataset("blobs").create(settings);
}

TEST(Preparation, LeavesTheDataAloneUnlessTold) {
  const auto data = blobs({});
  EXPECT_EQ(data.count, 50);
  EXPECT_EQ(data.inputs, blobs({{"part", "all"}}).inputs);
}

TEST(Preparation, PartsTogetherAreAllOfTheData) {
  const Settings shares = {{"validation_share", "0.2"}, {"test_share", "0.2"}};
  std::multiset<double> together, all;
  for (const auto& part : Preparation::part_choices) {
    Settings settings = shares;
    settings.emplace_back("part", part.name);
    const auto data = blobs(settings);
    EXPECT_EQ(data.classes, 3);
    auto& seen = part.name == "all" ? all : together;
    seen.insert(data.inputs.begin(), data.inputs.end());
    if (part.name == "train") {
      EXPECT_EQ(data.count, 30);
    }
    if (part.name == "validation") {
      EXPECT_EQ(data.count, 10);
    }
    if (part.name == "test") {
      EXPECT_EQ(data.count, 10);
    }
  }
  EXPECT_EQ(together, all);
}

TEST(Preparation, FoldsValidateEveryTrainingExampleOnceAndLeaveTheTestAlone) {
  const Settings base = {{"test_share", "0.2"}, {"folds", "5"}};
  std::multiset<double> validated;
  Settings testing = base;
  testing.emplace_back("part", "test");
  const auto test = blobs(testing);
  EXPECT_EQ(test.count, 10);
  for (int fold = 1; fold <= 5; ++fold) {
    Settings settings = base;
    settings.emplace_back("fold", std::to_string(fold));
    EXPECT_EQ(blobs(settings).count, 32);
    settings.emplace_back("part", "validation");
    const auto held = blobs(settings);
    EXPECT_EQ(held.count, 8);
    validated.insert(held.inputs.begin(), held.inputs.end());
  }
  const auto training = blobs({{"test_share", "0.2"}});
  EXPECT_EQ(validated, std::multiset<double>(training.inputs.begin(), training.inputs.end()));
}

TEST(Preparation, StandardisesEveryPartByTheTrainingPartAlone) {
  const Settings shares = {{"test_share", "0.4"}};
  const auto training = blobs(shares);
  const auto fitted = fit_standardisation(training);
  for (const char* part : {"train", "test", "all"}) {
    Settings settings = shares;
    settings.emplace_back("part", part);
    auto expected = blobs(settings);
    fitted.apply(expected);
    settings.emplace_back("standardise", "on");
    EXPECT_EQ(blobs(settings).inputs, expected.inputs) << part;
  }
}

struct Contradiction {
  const char* name;
  const char* dataset;
  Settings settings;
  const char* argument;
};

class ContradictoryPreparation : public ::testing::TestWithParam<Contradiction> {};

TEST_P(ContradictoryPreparation, IsRefusedByName) {
  const auto& [name, dataset, settings, argument] = GetParam();
  EXPECT_EQ(refusal_of([&, &d = dataset, &s = settings] { find_dataset(d).create(s); }).argument,
            argument);
}

INSTANTIATE_TEST_SUITE_P(
    Preparation, ContradictoryPreparation,
    ::testing::ValuesIn(std::vector<Contradiction>{
        {"NoValidation", "blobs", {{"part", "validation"}}, "data.part"},
        {"NoTest", "blobs", {{"part", "test"}}, "data.part"},
        {"MoreThanAll",
         "blobs",
         {{"validation_share", "0.6"}, {"test_share", "0.6"}},
         "data.test_share"},
        {"AllShare", "blobs", {{"test_share", "1"}}, "data.test_share"},
        {"OneFold", "blobs", {{"folds", "1"}}, "data.folds"},
        {"MoreFoldsThanExamples", "blobs", {{"folds", "99"}, {"count", "98"}}, "data.folds"},
        {"FoldBeyond", "blobs", {{"folds", "5"}, {"fold", "6"}}, "data.fold"},
        {"FoldsAndShare",
         "blobs",
         {{"folds", "5"}, {"validation_share", "0.2"}},
         "data.validation_share"},
        {"SecondSplit", "latitude_temperature", {{"test_share", "0.2"}}, "data.test_share"},
        {"NothingToTrain", "blobs", {{"count", "2"}, {"test_share", "0.9"}}, "data.part"},
        {"NothingToFit",
         "blobs",
         {{"count", "2"}, {"test_share", "0.9"}, {"part", "test"}, {"standardise", "on"}},
         "data.standardise"},
        {"UnknownPart", "blobs", {{"part", "training"}}, "data.part"},
        {"UnknownSetting", "blobs", {{"parts", "all"}}, "data.parts"},
    }),
    [](const auto& info) { return std::string(info.param.name); });

TEST(RunSpec, TrainsOnTheStandardisedTrainingPartAndIsJudgedOnTheTest) {
  const std::string spec = test::lines({{"problem", "linear_regression"},
                                        {"method", "gradient_descent"},
                                        {"method.learning_rate", "0.3"},
                                        {"data", "unequal_scales"},
                                        {"data.count", "100"},
                                        {"data.test_share", "0.2"},
                                        {"data.standardise", "on"}});
  const auto run = test::run_of(spec, 200);
  EXPECT_EQ(run.problem().term_count(), 80);
  const auto test = problem_of(parse_run_spec(spec + "data.part=test\n"));
  EXPECT_EQ(test->term_count(), 20);
  const auto fitted = run.trace().at(run.trace().find("theta"), run.steps());
  // the targets' own noise, deviation 0.1, is what neither can predict
  EXPECT_NEAR(test::at(run, "loss", run.steps()), 0.01, 0.005);
  EXPECT_NEAR(test->value(fitted.data()), 0.01, 0.01);
}

}  // namespace fall_line::preparation_test
