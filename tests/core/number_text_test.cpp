#include "core/catalog/number_text.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "core/numerics/floating_point.hpp"
#include "tests/core/support.hpp"

namespace fall_line::number_text_test {

std::string printed(const char* format, double value) {
  std::array<char, 64> buffer{};
  std::snprintf(buffer.data(), buffer.size(), format, value);
  return buffer.data();
}

bool same_bits(double a, double b) {
  return Eigen::numext::bit_cast<std::uint64_t>(a) == Eigen::numext::bit_cast<std::uint64_t>(b);
}

const double edges[] = {0.0,
                        -0.0,
                        0.1,
                        1.0 / 3.0,
                        5e-324,
                        1.7976931348623157e308,
                        1e-5,
                        1e-4,
                        9.9999995,
                        999999.5,
                        999999.4999999999,
                        1e6,
                        1e15,
                        1e16,
                        1e17,
                        123456.0,
                        0.1 + 0.2,
                        1e100,
                        -12.5,
                        1e22,
                        1e23,
                        0.00012345678};

/// Numbers of every size, and some that a person would type.
template <class Check>
void on_many_numbers(const Check& check) {
  for (const double value : edges) check(value);
  test::Inputs inputs(7);
  for (int i = 0; i < 20'000; ++i) {
    check(std::ldexp(inputs.between(-1.0, 1.0), static_cast<int>(inputs.between(-1073.0, 1023.0))));
    check(std::round(inputs.between(-1e6, 1e6)) / 1e3);
  }
}

TEST(NumberText, IsWhatCPrints) {
  on_many_numbers([](double value) {
    ASSERT_EQ(exact_text(value), printed("%.17g", value));
    ASSERT_EQ(short_text(value), printed("%g", value));
  });
}

TEST(NumberText, NamesWhatIsNoNumber) {
  EXPECT_EQ(short_text(std::nan("")), "nan");
  EXPECT_EQ(short_text(HUGE_VAL), "inf");
  EXPECT_EQ(exact_text(-HUGE_VAL), "-inf");
}

TEST(NumberText, ExactAndShortestReadBackTheSameBits) {
  on_many_numbers([](double value) {
    for (const auto& text : {exact_text(value), shortest_text(value)}) {
      const auto again = finite_number(text);
      ASSERT_TRUE(again) << text;
      ASSERT_TRUE(same_bits(*again, value)) << text;
    }
  });
}

TEST(NumberText, ShortestIsShort) {
  EXPECT_EQ(shortest_text(0.1), "0.1");
  EXPECT_EQ(shortest_text(1e23), "1e+23");
  EXPECT_EQ(shortest_text(0.1 + 0.2), "0.30000000000000004");
}

// plain numbers take a short way, which must not show
TEST(FiniteNumber, IsTheNearestOne) {
  test::Inputs inputs(8);
  const auto digit = [&] {
    return static_cast<char>('0' + static_cast<int>(inputs.between(0, 10)));
  };
  for (int i = 0; i < 50'000; ++i) {
    std::string text = inputs.between(0, 1) < 0.5 ? "" : "-";
    const int count = 1 + static_cast<int>(inputs.between(0.0, 20.0));
    const int point = static_cast<int>(inputs.between(0.0, 21.0));
    for (int k = 0; k < count; ++k) {
      if (k == point) text += '.';
      text += digit();
    }
    if (inputs.between(0, 1) < 0.5) {
      text += "e" + std::to_string(static_cast<int>(inputs.between(-340.0, 300.0)));
    }
    const double expected = std::strtod(text.c_str(), nullptr);
    const auto found = finite_number(text);
    ASSERT_EQ(found.has_value(), std::isfinite(expected)) << text;
    if (!found) continue;
    ASSERT_TRUE(same_bits(*found, expected)) << text;
  }
}

TEST(FiniteNumber, TakesEveryWayToWriteOne) {
  const std::pair<const char*, double> written[] = {{"1", 1.0},
                                                    {"+1", 1.0},
                                                    {"1.", 1.0},
                                                    {".5", 0.5},
                                                    {"-.5e1", -5.0},
                                                    {"1E3", 1e3},
                                                    {"1e+3", 1e3},
                                                    {"1e-3", 1e-3},
                                                    {"9007199254740993", 9007199254740992.0},
                                                    {"0e999", 0.0},
                                                    {"1e0000000003", 1e3},
                                                    {"1e-400", 0.0},
                                                    {"000000000000000000000001", 1.0}};
  for (const auto& [text, value] : written) EXPECT_EQ(finite_number(text), value) << text;
}

TEST(FiniteNumber, RefusesTheRest) {
  for (const char* text : {"",      "-",     "+",      ".",  "e",   "1e",   "1e+",  "1e-",  "1.2.3",
                           "1e2.5", "--1",   "+-1",    "1-", "1 ",  " 1",   "1,5",  "0x10", "inf",
                           "nan",   "1e999", "-1e309", "e5", ".e5", "1ee5", "1e5e", "١"}) {
    EXPECT_EQ(finite_number(text), std::nullopt) << text;
  }
  EXPECT_EQ(finite_number(std::string_view("1\0", 2)), std::nullopt);
}

}  // namespace fall_line::number_text_test
