// The checks have teeth: schedules written out once more pass what every schedule must pass, and
// each of their deliberately wrong versions fails.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/catalog/catalog.hpp"
#include "tests/core/formula_check.hpp"
#include "tests/core/schedule_check.hpp"

namespace fall_line::mutation_schedules_test {

/// A factor written down for one test.
class Written final : public AnySchedule {
 public:
  explicit Written(double (*factor)(double time)) : factor_(factor) {}
  double factor(double time) const noexcept override { return factor_(time); }

 private:
  double (*factor_)(double time);
};

bool passes(const char* name, const Settings& settings, double (*factor)(double time)) {
  const auto& declaration = find_schedule(name);
  const auto lines = test::applicable_lines(declaration.lines, declaration.settings, settings);
  return test::schedule_faults(Written(factor), lines, declaration.settings, settings).empty();
}

TEST(Mutation, StepsChecksRejectADropOneEarlyOrLateOrWithoutEnd) {
  const auto step = [](double (*factor)(double)) {
    return passes("step", {{"drop", "0.5"}, {"every", "10"}}, factor);
  };
  EXPECT_TRUE(step([](double t) { return std::pow(0.5, std::floor(t / 10.0)); }));
  EXPECT_FALSE(step([](double t) { return std::pow(0.5, std::floor((t + 1.0) / 10.0)); }));
  EXPECT_FALSE(step([](double t) { return std::pow(0.5, std::ceil(t / 10.0)); }));
  EXPECT_FALSE(step([](double t) { return std::pow(0.5, t / 10.0); }));
  EXPECT_FALSE(step([](double t) { return 1.0 - 0.5 * std::floor(t / 10.0); }));
}

TEST(Mutation, CosinesChecksRejectAWaveThatComesBack) {
  const auto cosine = [](double (*factor)(double)) {
    return passes("cosine", {{"total", "20"}, {"end", "0.1"}}, factor);
  };
  constexpr double pi = std::numbers::pi;
  EXPECT_TRUE(cosine(
      [](double t) { return 0.1 + 0.9 * 0.5 * (1.0 + std::cos(pi * std::min(1.0, t / 20.0))); }));
  // not clamped: after its end it grows again
  EXPECT_FALSE(cosine([](double t) { return 0.1 + 0.9 * 0.5 * (1.0 + std::cos(pi * t / 20.0)); }));
  EXPECT_FALSE(cosine(
      [](double t) { return 0.1 + 0.9 * 0.5 * (1.0 + std::cos(pi * std::min(1.0, t / 19.0))); }));
  EXPECT_FALSE(
      cosine([](double t) { return 0.1 + 0.5 * (1.0 + std::cos(pi * std::min(1.0, t / 20.0))); }));
}

TEST(Mutation, OneCyclesChecksRejectAWarmUpThatEndsOneStepOff) {
  const auto cycle = [](double (*factor)(double)) {
    return passes("one_cycle", {{"total", "20"}, {"rise", "0.5"}, {"begin", "0"}, {"end", "0"}},
                  factor);
  };
  constexpr double pi = std::numbers::pi;
  EXPECT_TRUE(cycle([](double t) { return 0.5 * (1.0 - std::cos(pi * std::min(2.0, t / 10.0))); }));
  EXPECT_FALSE(
      cycle([](double t) { return 0.5 * (1.0 - std::cos(pi * std::min(2.0, (t + 1.0) / 10.0))); }));
  EXPECT_FALSE(cycle([](double t) { return 0.5 * (1.0 - std::cos(pi * t / 10.0)); }));
}

TEST(Mutation, EveryScheduleMustStayFiniteAndNotNegative) {
  EXPECT_TRUE(test::schedule_faults(Written([](double) { return 1.0; }), {}, {}, {}).empty());
  EXPECT_FALSE(
      test::schedule_faults(Written([](double t) { return 1.0 - t / 10.0; }), {}, {}, {}).empty());
  EXPECT_FALSE(
      test::schedule_faults(Written([](double t) { return 1.0 / (t - 7.0); }), {}, {}, {}).empty());
}

}  // namespace fall_line::mutation_schedules_test
