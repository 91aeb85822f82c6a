// Numbers and choices of methods and problems: what is accepted, and how the rest is refused.

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

#include "core/catalog/catalog.hpp"
#include "core/catalog/number_text.hpp"
#include "core/catalog/setting.hpp"
#include "tests/core/support.hpp"

namespace fall_line::settings_test {

using test::refusal_of;

class NotANumber : public ::testing::TestWithParam<std::string> {};

TEST_P(NotANumber, IsRefusedWithItsTextAndTheRange) {
  const auto refusal = refusal_of([&] {
    find_method("adam").create_for({{"learning_rate", GetParam()}}, 1);
  });
  EXPECT_EQ(refusal.argument, "method.learning_rate");
  EXPECT_EQ(refusal.message,
            "method.learning_rate: got '" + GetParam() + "'; allowed: a number > 0");
}

INSTANTIATE_TEST_SUITE_P(Settings, NotANumber,
                         ::testing::Values("abc", "nan", "NaN", "inf", "-inf", "0x10", "1e999", "",
                                           " 1", "1 ", "1,5", "1e", "e5", ".", "+", "--1", "1.2.3",
                                           "0.1f", "1_000", "½"));

TEST(Settings, ShowAControlCharacterAsItsPicture) {
  const std::string text("1\0\n", 3);
  const auto refusal = refusal_of([&] { find_method("adam").create_for({{"epsilon", text}}, 1); });
  EXPECT_EQ(refusal.message, "method.epsilon: got '1␀␊'; allowed: a number ≥ 0");
}

struct OutOfRange {
  const char* setting;
  const char* value;
  const char* allowed;
};

void PrintTo(const OutOfRange& bad, std::ostream* out) { *out << bad.setting << "=" << bad.value; }

class NumberOutOfRange : public ::testing::TestWithParam<OutOfRange> {};

TEST_P(NumberOutOfRange, IsRefusedWithItsValueAndTheRange) {
  const OutOfRange& bad = GetParam();
  const std::string argument = std::string("method.") + bad.setting;
  const auto refusal = refusal_of([&] {
    find_method("adam").create_for({{bad.setting, bad.value}}, 1);
  });
  EXPECT_EQ(refusal.argument, argument);
  EXPECT_EQ(refusal.message, argument + ": got " + bad.value + "; allowed: " + bad.allowed);
}

INSTANTIATE_TEST_SUITE_P(
    Settings, NumberOutOfRange,
    ::testing::Values(OutOfRange{"learning_rate", "0", "a number > 0"},
                      OutOfRange{"learning_rate", "-1", "a number > 0"},
                      OutOfRange{"learning_rate", "1e-400", "a number > 0"},
                      OutOfRange{"beta1", "1", "a number from 0 to 1 (1 excluded)"},
                      OutOfRange{"beta1", "0.99999999999999999",
                                 "a number from 0 to 1 (1 excluded)"},
                      OutOfRange{"beta2", "-1e-9", "a number from 0 to 1 (1 excluded)"},
                      OutOfRange{"epsilon", "-1e-9", "a number ≥ 0"}));

TEST(Settings, AcceptEveryWayToWriteANumber) {
  for (const char* text : {"0.25", "25e-2", ".25", "+0.25", "2.5E-1", "0.250000000000000000000"}) {
    EXPECT_EQ(find_method("adam").values({{"beta1", text}}).numbers[1], 0.25) << text;
  }
}

TEST(Settings, AcceptAClosedEndAndWhatLiesJustInsideAnOpenOne) {
  EXPECT_NO_THROW(find_method("adam").create_for({{"beta1", "0"}, {"epsilon", "0"}}, 1));
  EXPECT_NO_THROW(find_method("adam").create_for({{"beta1", "0.9999999999999999"}}, 1));
  EXPECT_NO_THROW(find_method("adam").create_for({{"learning_rate", "1e-300"}}, 1));
}

TEST(Settings, OfAProblemAreNamedAsTheProblems) {
  const auto refusal = refusal_of([] {
    find_problem("quadratic").create({{"curvature1", "1e7"}});
  });
  EXPECT_EQ(refusal.message, "problem.curvature1: got 1e7; allowed: a number from -1e+06 to 1e+06");
}

TEST(Settings, UnknownNameListsThoseThereAre) {
  const auto refusal = refusal_of([] { find_method("adam").create_for({{"beta3", "0"}}, 1); });
  EXPECT_EQ(refusal.argument, "method.beta3");
  EXPECT_NE(refusal.message.find("learning_rate, beta1, beta2, epsilon, bias_correction, "
                                 "gradient_sign, epsilon_place"),
            std::string::npos)
      << refusal.message;
}

TEST(Settings, UnknownNameOfAProblemWithoutSettingsSaysThereAreNone) {
  const auto refusal = refusal_of([] { find_problem("booth").create({{"noise", "1"}}); });
  EXPECT_TRUE(refusal.message.ends_with("allowed: none")) << refusal.message;
}

TEST(Settings, UnknownChoiceListsThoseThereAre) {
  const auto refusal = refusal_of([] {
    find_method("adam").create_for({{"epsilon_place", "below"}}, 1);
  });
  EXPECT_EQ(refusal.message,
            "method.epsilon_place: got 'below'; allowed: outside, inside, none, rescaled");
}

TEST(Settings, ChoicesAreNamesNotNumbers) {
  EXPECT_THROW(find_method("adam").create_for({{"epsilon_place", "1"}}, 1), InvalidArgument);
}

TEST(Settings, LastOfTwoOfTheSameNameCounts) {
  const Settings twice = {{"beta1", "0.1"}, {"beta1", "0.2"}};
  EXPECT_EQ(find_method("adam").values(twice).numbers[1], 0.2);
}

TEST(Settings, WithoutOneTheDefaultCounts) {
  EXPECT_EQ(find_method("adam").values({}).numbers, (std::vector<double>{1e-3, 0.9, 0.999, 1e-8}));
}

TEST(Range, SaysItselfInWords) {
  EXPECT_EQ((Range{0.0, INFINITY, true}).in_words(), "a number > 0");
  EXPECT_EQ((Range{0.0, INFINITY}).in_words(), "a number ≥ 0");
  EXPECT_EQ((Range{-INFINITY, 2.5}).in_words(), "a number ≤ 2.5");
  EXPECT_EQ((Range{-INFINITY, 2.5, false, true}).in_words(), "a number < 2.5");
  EXPECT_EQ((Range{-INFINITY, INFINITY}).in_words(), "a finite number");
  EXPECT_EQ((Range{0.0, 1.0}).in_words(), "a number from 0 to 1");
  EXPECT_EQ((Range{0.0, 1.0, true}).in_words(), "a number from 0 to 1 (0 excluded)");
  EXPECT_EQ((Range{0.0, 1.0, true, true}).in_words(), "a number from 0 to 1 (both excluded)");
}

TEST(Range, ContainsOnlyFiniteNumbers) {
  const Range everything{-INFINITY, INFINITY};
  EXPECT_TRUE(everything.contains(1e308));
  EXPECT_FALSE(everything.contains(INFINITY));
  EXPECT_FALSE(everything.contains(NAN));
}

// Of methods and problems alike.
std::vector<ParameterDeclaration> every_parameter() {
  std::vector<ParameterDeclaration> all;
  for (const auto& one : methods())
    all.insert(all.end(), one.settings.parameters.begin(), one.settings.parameters.end());
  for (const auto& one : problems())
    all.insert(all.end(), one.settings.parameters.begin(), one.settings.parameters.end());
  return all;
}

TEST(Catalog, DefaultsAndSlidersLieInWhatIsAllowed) {
  for (const auto& parameter : every_parameter()) {
    EXPECT_TRUE(parameter.allowed.contains(parameter.default_value)) << parameter.name;
    EXPECT_TRUE(parameter.allowed.contains(parameter.slider.low)) << parameter.name;
    EXPECT_TRUE(parameter.allowed.contains(parameter.slider.high)) << parameter.name;
    EXPECT_LT(parameter.slider.low, parameter.slider.high) << parameter.name;
    EXPECT_LE(parameter.slider.low, parameter.default_value) << parameter.name;
    EXPECT_GE(parameter.slider.high, parameter.default_value) << parameter.name;
  }
}

TEST(Catalog, LogarithmicSlidersStayAboveZero) {
  for (const auto& parameter : every_parameter()) {
    if (parameter.scale == Scale::log) {
      EXPECT_GT(parameter.slider.low, 0.0) << parameter.name;
    }
  }
}

}  // namespace fall_line::settings_test
