#include "core/run/run_spec.hpp"

#include <gtest/gtest.h>

#include "core/run/run.hpp"
#include "tests/core/support.hpp"

namespace fall_line::run_spec_test {

using test::refusal_of;

const std::string adam_on_booth = "problem=booth\nmethod=adam\n";

TEST(RunSpec, ReadsEveryKey) {
  const RunSpec spec = parse_run_spec(
      "problem=noisy_gradient\nproblem.noise=0.25\nmethod=adam\nmethod.beta1=0.5\n"
      "method.epsilon_place=inside\nstart=-4.5\nseed=77\n");
  EXPECT_EQ(spec.problem, "noisy_gradient");
  EXPECT_EQ(spec.problem_settings, (Settings{{"noise", "0.25"}}));
  EXPECT_EQ(spec.method, "adam");
  EXPECT_EQ(spec.method_settings, (Settings{{"beta1", "0.5"}, {"epsilon_place", "inside"}}));
  EXPECT_EQ(spec.start, std::vector<double>{-4.5});
  EXPECT_EQ(spec.seed, 77u);
}

TEST(RunSpec, TakesItsLinesInAnyOrderAndPassesOverEmptyOnes) {
  const RunSpec spec = parse_run_spec("\nseed=5\n\nmethod=adam\nproblem=booth");
  EXPECT_EQ(to_text(spec), to_text(parse_run_spec(adam_on_booth + "seed=5\n")));
}

TEST(RunSpec, IsTheSameAfterARoundTripThroughText) {
  for (const char* start : {"", "start=-4,1e-300\n", "start=0.1,-0\n"}) {
    const std::string text =
        "problem=quadratic\nproblem.angle=30\nproblem.curvature1=2\nmethod=adam\n"
        "method.learning_rate=0.1\nmethod.bias_correction=off\nseed=18446744073709551615\n" +
        std::string(start);
    const RunSpec spec = parse_run_spec(text), again = parse_run_spec(to_text(spec));
    EXPECT_EQ(again.problem, spec.problem);
    EXPECT_EQ(again.problem_settings, spec.problem_settings);
    EXPECT_EQ(again.method, spec.method);
    EXPECT_EQ(again.method_settings, spec.method_settings);
    EXPECT_EQ(again.start, spec.start);
    EXPECT_EQ(again.seed, spec.seed);
    EXPECT_EQ(to_text(again), to_text(spec));
  }
}

TEST(RunSpec, KeepsEveryBitOfTheStartThroughText) {
  test::Inputs inputs(31);
  RunSpec spec = parse_run_spec(adam_on_booth);
  for (int i = 0; i < 1000; ++i) {
    spec.start = {std::ldexp(inputs.between(-2, 2), i - 500), inputs.between(-1, 1)};
    ASSERT_EQ(parse_run_spec(to_text(spec)).start, spec.start);
  }
}

TEST(RunSpec, WithoutAStartBeginsAtTheProblemsOwn) {
  const auto run = test::run_of(adam_on_booth, 0);
  EXPECT_EQ(test::at(run, "theta", 0, 0), -4.0);
  EXPECT_EQ(test::at(run, "theta", 0, 1), -4.0);
}

TEST(RunSpec, SeedDecidesTheNoiseAndNothingElseDoes) {
  const auto first_gradient = [](const std::string& seed) {
    return test::at(test::run_of("problem=noisy_gradient\nmethod=adam\nseed=" + seed + "\n", 1),
                    "gradient", 1);
  };
  EXPECT_EQ(first_gradient("4"), first_gradient("4"));
  EXPECT_NE(first_gradient("4"), first_gradient("5"));
}

/// A spec that is refused: which argument the message names, and what it must say.
struct Bad {
  const char* name;
  std::string text;
  std::string argument;
  std::vector<std::string> mentions;
};

void PrintTo(const Bad& bad, std::ostream* out) { *out << bad.text.substr(0, 80); }

class BadSpec : public ::testing::TestWithParam<Bad> {};

TEST_P(BadSpec, IsRefusedWithTheArgumentItsValueAndWhatIsAllowed) {
  const Bad& bad = GetParam();
  const auto refusal = refusal_of([&] { test::run_of(bad.text, 0); });
  EXPECT_EQ(refusal.argument, bad.argument);
  EXPECT_TRUE(refusal.message.starts_with(bad.argument + ": got ")) << refusal.message;
  EXPECT_NE(refusal.message.find("; allowed: "), std::string::npos) << refusal.message;
  for (const auto& mention : bad.mentions) {
    EXPECT_NE(refusal.message.find(mention), std::string::npos)
        << "no \"" << mention << "\" in: " << refusal.message;
  }
}

using namespace std::string_literals;

std::vector<Bad> bad_specs() {
  std::vector<Bad> all = {
      {"Empty", "", "problem", {"nothing"}},
      {"NoProblem", "method=adam\n", "problem", {"nothing"}},
      {"NoMethod", "problem=booth\n", "method", {"nothing"}},
      {"EmptyMethod", "problem=booth\nmethod=\n", "method", {"nothing"}},
      {"UnknownProblem", "problem=bowl\nmethod=adam\n", "problem", {"'bowl'", "booth, quadratic"}},
      {"UnknownMethod", "problem=booth\nmethod=adm\n", "method", {"'adm'", "momentum", "adam"}},
      {"CarriageReturn", "problem=booth\r\nmethod=adam\n", "problem", {"'booth␍'"}},
      {"DoubledKey", adam_on_booth + "seed=1\nseed=1\n", "spec", {"'seed' twice", "once"}},
      {"DoubledSetting", adam_on_booth + "method.beta1=0\nmethod.beta1=0\n", "spec", {"twice"}},
      {"UnknownKey", adam_on_booth + "sede=1\n", "spec", {"'sede'", "problem.<name>"}},
      {"EmptyKey", adam_on_booth + "=1\n", "spec", {"the key ''"}},
      {"NoEquals", adam_on_booth + "seed\n", "spec", {"'seed'", "key=value"}},
      {"Utf8Key", adam_on_booth + "α=0.1\n", "spec", {"'α'"}},
      {"NulInKey", adam_on_booth + "se\0ed=1\n"s, "spec", {"'se␀ed'"}},
      {"NulInMethod", "problem=booth\nmethod=adam\0\n"s, "method", {"'adam␀'"}},
      {"Oversize",
       adam_on_booth + std::string(longest_spec_text, '\n'),
       "spec",
       {"4194330 bytes", "4194304"}},
      {"OneCoordinate", adam_on_booth + "start=1\n", "start", {"1 numbers", "2", "booth"}},
      {"ThreeCoordinates", adam_on_booth + "start=1,2,3\n", "start", {"3 numbers", "2"}},
      {"TrailingComma", adam_on_booth + "start=1,2,\n", "start", {"''", "commas"}},
      {"EmptyStart", adam_on_booth + "start=\n", "start", {"''", "commas"}},
      {"BlankInStart", adam_on_booth + "start=1, 2\n", "start", {"' 2'"}},
      {"HugeStart", adam_on_booth + "start=1e101,0\n", "start", {"1e+101", "1e100"}},
      {"NanStart", adam_on_booth + "start=nan,0\n", "start", {"'nan'"}},
      {"SeedMinusOne", adam_on_booth + "seed=-1\n", "seed", {"'-1'", "18446744073709551615"}},
      {"SeedTooLarge", adam_on_booth + "seed=18446744073709551616\n", "seed", {"551616'"}},
      {"SeedFraction", adam_on_booth + "seed=1.5\n", "seed", {"'1.5'", "whole number"}},
      {"SeedEmpty", adam_on_booth + "seed=\n", "seed", {"''"}},
      {"SeedPlus", adam_on_booth + "seed=+1\n", "seed", {"'+1'"}},
      {"SeedBlank", adam_on_booth + "seed= 1\n", "seed", {"' 1'"}},
  };
  return all;
}

INSTANTIATE_TEST_SUITE_P(RunSpec, BadSpec, ::testing::ValuesIn(bad_specs()),
                         [](const auto& info) { return std::string(info.param.name); });

TEST(RunSpec, OfTheGreatestLengthIsRead) {
  std::string text = adam_on_booth;
  text.resize(longest_spec_text, '\n');
  EXPECT_NO_THROW(parse_run_spec(text));
  EXPECT_THROW(parse_run_spec(text + "\n"), InvalidArgument);
}

TEST(InvalidArgument, CutsALongValueShort) {
  const auto refusal =
      refusal_of([] { parse_run_spec("problem=booth\nmethod=adam\n" + std::string(3000, 'x')); });
  EXPECT_LT(refusal.message.size(), 200u);
  EXPECT_NE(refusal.message.find("xxx…"), std::string::npos) << refusal.message;
}

TEST(InvalidArgument, CutsBetweenCharactersNotInsideOne) {
  for (std::size_t shift = 0; shift < 4; ++shift) {
    std::string value(shift, 'x');
    for (int i = 0; i < 100; ++i) value += "∇";
    const auto refusal = refusal_of([&] { find_method(value); });
    const auto cut = refusal.message.find("…");
    ASSERT_NE(cut, std::string::npos);
    EXPECT_EQ(refusal.message.substr(cut - 3, 3), "∇");
  }
}

TEST(InvalidArgument, CutsALongArgumentShortToo) {
  const auto refusal = refusal_of(
      [] { test::run_of(adam_on_booth + "method." + std::string(3000, 'y') + "=1\n", 0); });
  EXPECT_LT(refusal.message.size(), 400u) << refusal.message;
}

}  // namespace fall_line::run_spec_test
