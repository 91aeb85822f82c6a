// What the catalog's datasets hold.

#include <gtest/gtest.h>

#include <cmath>

#include "core/catalog/catalog.hpp"
#include "core/data/preparation.hpp"
#include "core/numerics/symmetric_eigen.hpp"
#include "core/run/problem_of.hpp"
#include "tests/core/support.hpp"

namespace fall_line::datasets_test {

using test::refusal_of;
using Numbers = std::vector<double>;

Dataset dataset(const char* name, const Settings& settings = {}) {
  return *find_dataset(name).create(settings);
}

std::vector<Index> class_counts(const Dataset& data) {
  std::vector<Index> counts(static_cast<std::size_t>(data.classes));
  for (Index i = 0; i < data.count; ++i) ++counts[static_cast<std::size_t>(data.label(i))];
  return counts;
}

class EveryDataset : public ::testing::TestWithParam<const DatasetDeclaration*> {};

TEST_P(EveryDataset, IsWhatItSaysItIs) {
  const auto data = *GetParam()->create({{"part", "all"}});
  EXPECT_GT(data.count, 0);
  EXPECT_EQ(std::ssize(data.inputs), data.count * data.features);
  EXPECT_EQ(std::ssize(data.targets), data.count);
  for (const double input : data.inputs) EXPECT_TRUE(std::isfinite(input));
  for (Index i = 0; i < data.count; ++i) {
    EXPECT_TRUE(std::isfinite(data.target(i)));
    if (data.classes == 0) continue;
    EXPECT_EQ(data.target(i), std::floor(data.target(i)));
    EXPECT_GE(data.label(i), 0);
    EXPECT_LT(data.label(i), data.classes);
  }
  if (!data.feature_names.empty()) {
    EXPECT_EQ(std::ssize(data.feature_names), data.features);
  }
  if (!data.class_names.empty()) {
    EXPECT_EQ(std::ssize(data.class_names), data.classes);
  }
}

TEST_P(EveryDataset, HasNoSettingOfANameThatAllHave) {
  const auto common = preparation_settings();
  Settings own;
  for (const auto& parameter : GetParam()->settings.parameters)
    own.emplace_back(parameter.name, "");
  for (const auto& option : GetParam()->settings.options) own.emplace_back(option.name, "");
  for (const auto& text : GetParam()->settings.texts) own.emplace_back(text.name, "");
  EXPECT_TRUE(settings_among(common, own, true).empty());
}

std::vector<const DatasetDeclaration*> every_dataset() {
  std::vector<const DatasetDeclaration*> all;
  for (const auto& declaration : datasets()) all.push_back(&declaration);
  return all;
}

INSTANTIATE_TEST_SUITE_P(Datasets, EveryDataset, ::testing::ValuesIn(every_dataset()),
                         [](const auto& info) { return std::string(info.param->name); });

TEST(Datasets, ChangeWithTheirSeedAlone) {
  for (const char* name : {"line", "unequal_scales", "blobs", "moons", "rings", "spirals"}) {
    const auto a = dataset(name, {{"seed", "5"}}), b = dataset(name, {{"seed", "5"}});
    const auto c = dataset(name, {{"seed", "6"}});
    EXPECT_EQ(a.inputs, b.inputs) << name;
    EXPECT_EQ(a.targets, b.targets) << name;
    EXPECT_TRUE(a.inputs != c.inputs || a.targets != c.targets) << name;
  }
}

TEST(LatitudeTemperature, TrainsOnThreeCitiesAndTestsOnTwo) {
  EXPECT_EQ(dataset("latitude_temperature").inputs, (Numbers{42, 39, 30}));
  EXPECT_EQ(dataset("latitude_temperature", {{"part", "test"}}).targets, (Numbers{67, 83}));
  EXPECT_EQ(dataset("latitude_temperature", {{"part", "all"}}).count, 5);
}

TEST(ImageScores, AreTheTableOfLecture2) {
  const auto data = dataset("image_scores");
  EXPECT_EQ(data.class_names, (std::vector<std::string>{"cat", "car", "frog"}));
  EXPECT_EQ(data.targets, (Numbers{0, 1, 2}));
  EXPECT_EQ(data.inputs, (Numbers{3.2, 5.1, -1.7, 1.3, 4.9, 2.0, 2.2, 2.5, -3.1}));
  EXPECT_EQ(dataset("image_scores", {{"scale", "2"}}).inputs[0], 6.4);
}

TEST(PlaneClasses, DifferByAtMostOneExampleTheLargerFirst) {
  for (const char* name : {"blobs", "rings", "spirals"}) {
    const auto data = dataset(name, {{"count", "11"}, {"classes", "4"}});
    EXPECT_EQ(class_counts(data), (std::vector<Index>{3, 3, 3, 2})) << name;
  }
  EXPECT_EQ(class_counts(dataset("moons", {{"count", "7"}})), (std::vector<Index>{4, 3}));
}

TEST(Blobs, LieAroundCentresOnACircleOfRadiusTwo) {
  const auto data = dataset("blobs", {{"noise", "0"}, {"classes", "4"}, {"count", "8"}});
  EXPECT_EQ(data.inputs, (Numbers{2, 0, 0, 2, -2, 0, 0, -2, 2, 0, 0, 2, -2, 0, 0, -2}));
}

TEST(Blobs, SpreadByTheirNoise) {
  const auto data = dataset("blobs", {{"noise", "0.5"}, {"classes", "2"}, {"count", "20000"}});
  double sum = 0.0, squares = 0.0;
  for (Index i = 0; i < data.count; i += 2) {
    sum += data.input(i)[1];
    squares += data.input(i)[1] * data.input(i)[1];
  }
  const double n = 10'000.0;
  EXPECT_NEAR(sum / n, 0.0, 4.0 * 0.5 / std::sqrt(n));
  EXPECT_NEAR(std::sqrt(squares / n), 0.5, 4.0 * 0.5 / std::sqrt(2.0 * n));
}

TEST(Moons, AreHalfCirclesThatReachIntoEachOther) {
  const auto data = dataset("moons", {{"noise", "0"}, {"count", "101"}});
  for (Index i = 0; i < data.count; ++i) {
    const double* p = data.input(i);
    const bool lower = data.label(i) == 1;
    EXPECT_NEAR(std::hypot(p[0] - (lower ? 1.0 : 0.0), p[1] - (lower ? 0.5 : 0.0)), 1.0, 1e-15);
    EXPECT_TRUE(lower ? p[1] <= 0.5 : p[1] >= 0.0);
  }
}

TEST(Rings, HaveTheRadiiOneTwoThree) {
  const auto data = dataset("rings", {{"noise", "0"}, {"count", "99"}, {"classes", "3"}});
  for (Index i = 0; i < data.count; ++i) {
    EXPECT_NEAR(std::hypot(data.input(i)[0], data.input(i)[1]),
                1.0 + static_cast<double>(data.label(i)), 1e-15);
  }
}

TEST(Spirals, WindOnceFromTheCentreToRadiusTwo) {
  const auto data = dataset("spirals", {{"noise", "0"}, {"count", "40"}});
  const double* last = data.input(38);
  EXPECT_NEAR(last[0], 2.0, 1e-15);
  EXPECT_NEAR(last[1], 0.0, 1e-15);
  for (Index k = 0; k < 20; ++k) {
    const double radius = 0.1 * static_cast<double>(k + 1);
    EXPECT_NEAR(std::hypot(data.input(2 * k)[0], data.input(2 * k)[1]), radius, 1e-15);
    EXPECT_NEAR(data.input(2 * k)[0], -data.input(2 * k + 1)[0], 1e-15) << "half a turn apart";
  }
}

TEST(Line, HasExactlyItsShareOfOutliers) {
  const Settings clean = {{"noise", "0"}, {"slope", "2"}, {"intercept", "-1"}, {"count", "20"}};
  Settings shifted = clean;
  shifted.emplace_back("outliers", "0.15");
  shifted.emplace_back("shift", "5");
  const auto data = dataset("line", shifted);
  int outliers = 0;
  for (Index i = 0; i < data.count; ++i) {
    const double off = data.target(i) - (2.0 * data.input(i)[0] - 1.0);
    EXPECT_TRUE(std::abs(off) < 1e-15 || std::abs(off - 5.0) < 1e-14) << off;
    outliers += off > 1.0;
  }
  EXPECT_EQ(outliers, 3);
  EXPECT_EQ(dataset("line", clean).inputs, data.inputs);
  EXPECT_EQ(data.input(0)[0], -3.0);
  EXPECT_EQ(data.input(19)[0], 3.0);
}

double condition_number(const Settings& settings) {
  RunSpec spec = parse_run_spec("problem=linear_regression\nmethod=adam\ndata=unequal_scales\n");
  spec.data_settings = settings;
  const auto problem = problem_of(spec);
  const double origin[3] = {};
  Matrix hessian(3, 3);  // symmetric: row-major or not is the same
  problem->hessian(origin, hessian.data());
  const Vector curvatures = symmetric_eigen(hessian).values;
  return curvatures[2] / curvatures[0];
}

TEST(UnequalScales, MakeACanyonOfWhatStandardisedIsABowl) {
  EXPECT_GT(condition_number({}), 1e5);
  EXPECT_LT(condition_number({}), 1e7);
  EXPECT_LT(condition_number({{"standardise", "on"}}), 3.0);
  // twenty points as far apart in scale as the lecture's
  EXPECT_NEAR(condition_number({{"seed", "5830"}}), 1.06e6, 0.005e6);
  EXPECT_NEAR(condition_number({{"seed", "5830"}, {"standardise", "on"}}), 1.15, 0.005);
}

TEST(Points, AreLabelledPointsOfThePlane) {
  const auto data = dataset("points", {{"points", "1,2,0; -1,0.5,2"}, {"classes", "3"}});
  EXPECT_EQ(data.features, 2);
  EXPECT_EQ(data.classes, 3);
  EXPECT_EQ(data.inputs, (Numbers{1, 2, -1, 0.5}));
  EXPECT_EQ(data.targets, (Numbers{0, 2}));
}

TEST(Points, MayCarryValuesInPlaceOfClasses) {
  const auto data = dataset("points", {{"task", "regression"}, {"points", "1,2;3,4.5;"}});
  EXPECT_EQ(data.features, 1);
  EXPECT_EQ(data.classes, 0);
  EXPECT_EQ(data.targets, (Numbers{2, 4.5}));
}

TEST(Points, AreRefusedByName) {
  const auto argument = [](const char* points, const char* task) {
    return refusal_of([&] { dataset("points", {{"points", points}, {"task", task}}); }).argument;
  };
  EXPECT_EQ(argument("1,2,2", "classes"), "data.points");
  EXPECT_EQ(argument("1,2,-1", "classes"), "data.points");
  EXPECT_EQ(argument("1,2,0.5", "classes"), "data.points");
  EXPECT_EQ(argument("1,2", "classes"), "data.points");
  EXPECT_EQ(argument("1,2,3", "regression"), "data.points");
  EXPECT_EQ(argument("1,2,0; x,2,0", "classes"), "data.points, row 2, column 1");
  EXPECT_EQ(argument("", "classes"), "data.points, row 1");
}

}  // namespace fall_line::datasets_test
