#include "core/data/csv.hpp"

#include <gtest/gtest.h>

#include "core/catalog/number_text.hpp"
#include "tests/core/support.hpp"

namespace fall_line::csv_test {

using test::refusal_of;
using Numbers = std::vector<double>;
using Names = std::vector<std::string>;

TEST(Csv, ReadsFeaturesAndLastTheTarget) {
  const auto data = parse_csv("1,2,3\n4,5,6\n");
  EXPECT_EQ(data.count, 2);
  EXPECT_EQ(data.features, 2);
  EXPECT_EQ(data.classes, 0);
  EXPECT_EQ(data.inputs, (Numbers{1, 2, 4, 5}));
  EXPECT_EQ(data.targets, (Numbers{3, 6}));
}

TEST(Csv, TakesALineWithoutNumbersForAHeader) {
  const auto data = parse_csv("height,width,weight\n1,2,3\n");
  EXPECT_EQ(data.feature_names, (Names{"height", "width"}));
  EXPECT_EQ(data.target_name, "weight");
  EXPECT_EQ(data.count, 1);
}

TEST(Csv, TakesALineWithFeaturesForAnExampleWhateverItsTarget) {
  const auto data = parse_csv("1,2,cat\n3,4,dog\n");
  EXPECT_TRUE(data.feature_names.empty());
  EXPECT_EQ(data.count, 2);
}

TEST(Csv, NumbersClassesInAscendingOrderOfTheirNames) {
  const auto data = parse_csv("1,frog\n2,cat\n3,frog\n4,car\n");
  EXPECT_EQ(data.class_names, (Names{"car", "cat", "frog"}));
  EXPECT_EQ(data.targets, (Numbers{2, 1, 2, 0}));
  EXPECT_EQ(data.classes, 3);
}

TEST(Csv, NumbersClassesThatAreNumbersByValue) {
  const auto data = parse_csv("1,10\n2,9\n3,-1\n4,9.0\n", TargetKind::classes);
  EXPECT_EQ(data.class_names, (Names{"-1", "9", "10"}));
  EXPECT_EQ(data.targets, (Numbers{2, 1, 0, 1}));
}

struct Written {
  const char* name;
  std::string text;
};

class SameTable : public ::testing::TestWithParam<Written> {};

TEST_P(SameTable, GivesTheSameData) {
  const auto data = parse_csv(GetParam().text);
  EXPECT_EQ(data.inputs, (Numbers{1.5, -2, 3, 1000}));
  EXPECT_EQ(data.class_names, (Names{"cat", "dog"}));
  EXPECT_EQ(data.targets, (Numbers{1, 0}));
}

INSTANTIATE_TEST_SUITE_P(
    Csv, SameTable,
    ::testing::ValuesIn(std::vector<Written>{
        {"Plain", "1.5,-2,dog\n3,1e3,cat\n"},
        {"NoLastLineBreak", "1.5,-2,dog\n3,1e3,cat"},
        {"Semicolons", "1.5;-2;dog\n3;1e3;cat\n"},
        {"DecimalCommas", "1,5;-2,0;dog\n3;1e3;cat\n"},
        {"Tabs", "1.5\t-2\tdog\n3\t1e3\tcat\n"},
        {"WindowsLines", "1.5,-2,dog\r\n3,1e3,cat\r\n"},
        {"OldMacLines", "1.5,-2,dog\r3,1e3,cat\r"},
        {"ByteOrderMark",
         "\xef\xbb\xbf"
         "1.5,-2,dog\n3,1e3,cat\n"},
        {"Quotes", "\"1.5\",\"-2\",\"dog\"\n3,1e3,\"cat\"\n"},
        {"Blanks", "  1.5 , -2, dog \n3 , 1e3,\"cat\" \n"},
        {"EmptyLines", "\n1.5,-2,dog\n\r\n  \n3,1e3,cat\n\n\n"},
        {"Comments", "# two animals; a, b\n1.5,-2,dog\n  # and\n3,1e3,cat\n"},
        {"Header", "length,\"a \"\"long\"\" name, with\nbreaks\",kind\n1.5,-2,dog\n3,1e3,cat\n"},
        {"PlusSigns", "+1.5,-2,dog\n+3,+1e+3,cat\n"},
    }),
    [](const auto& info) { return std::string(info.param.name); });

TEST(Csv, KeepsWhatQuotesProtect) {
  const auto data = parse_csv("\"a, \"\"b\"\"\",y\n1,\" x;\r\ny \"\n");
  EXPECT_EQ(data.feature_names, (Names{"a, \"b\""}));
  EXPECT_EQ(data.class_names, (Names{" x;  y "}));
}

struct Faulty {
  const char* name;
  std::string text;
  std::string argument;
  std::vector<std::string> words;  ///< each must stand in the message
  TargetKind target = TargetKind::automatic;
};

class FaultyCsv : public ::testing::TestWithParam<Faulty> {};

TEST_P(FaultyCsv, IsRefusedWithItsLineAndColumn) {
  const auto refusal = refusal_of([&] { parse_csv(GetParam().text, GetParam().target); });
  EXPECT_EQ(refusal.argument, GetParam().argument);
  for (const auto& word : GetParam().words) {
    EXPECT_NE(refusal.message.find(word), std::string::npos) << refusal.message;
  }
}

std::string classes(int count) {
  std::string text;
  for (int c = 0; c < count; ++c) text += "1,c" + std::to_string(c) + "\n";
  return text;
}

std::string columns(int count) {
  std::string text = "1";
  for (int c = 1; c < count; ++c) text += ",1";
  return text;
}

std::string repeated(const std::string& line, Index count) {
  std::string text;
  for (Index i = 0; i < count; ++i) text += line;
  return text;
}

INSTANTIATE_TEST_SUITE_P(
    Csv, FaultyCsv,
    ::testing::ValuesIn(std::vector<Faulty>{
        {"Empty", "", "csv line 1", {"no row", "at least one example"}},
        {"OnlyComments", "# a\n# b\n", "csv line 2", {"no row"}},
        {"HeaderAlone", "x,y\n", "csv line 1", {"a header alone"}},
        {"OneColumn", "1\n2\n", "csv line 1", {"1 column;", "2 to 65"}},
        {"Word", "1,2,3\n1,two,3\n", "csv line 2, column 2", {"'two'", "a number"}},
        {"WordInFirstLine", "1,two,3\n", "csv line 1, column 2", {"'two'"}},
        {"WordForTarget", "1,2\n3,four\n", "csv line 2, column 2", {"'four'", "a number"}},
        {"NothingForFeature", "1,2,3\n1,,3\n", "csv line 2, column 2", {"nothing"}},
        {"NothingForTarget", "1,2,3\n1,2,\n", "csv line 2, column 3", {"nothing"}},
        {"NothingForClass", "1,a\n1,\n", "csv line 2, column 2", {"nothing", "class"}},
        {"NothingAtAll", ",,\n1,2,3\n", "csv line 1, column 1", {"nothing"}},
        {"NotANumber", "1,2\nnan,2\n", "csv line 2, column 1", {"'nan'"}},
        {"Infinite", "1,2\ninf,2\n", "csv line 2, column 1", {"'inf'"}},
        {"Overflow", "1,2\n1e999,2\n", "csv line 2, column 1", {"'1e999'", "1e100"}},
        {"TooLarge", "1,2\n1e101,2\n", "csv line 2, column 1", {"'1e101'", "1e100"}},
        {"Hexadecimal", "1,2\n0x10,2\n", "csv line 2, column 1", {"'0x10'"}},
        {"ThousandsComma", "1,2\n\"1,000\",2\n", "csv line 2, column 1", {"'1,000'"}},
        {"MissingCell", "1,2,3\n1,2\n", "csv line 2", {"2 columns", "3 as in row 1"}},
        {"ExtraCell", "a,b,c\n1,2,3,4\n", "csv line 2", {"4 columns", "3 as in row 1"}},
        {"OpenQuote", "1,\"cat\n2,dog\n", "csv line 1, column 2", {"does not close"}},
        {"TextBehindQuote", "1,2\n\"3\"x,4\n", "csv line 2, column 1", {"behind a closing quote"}},
        {"LineAfterQuotedBreaks", "\"a\nb\nc\",y\nx,1\n", "csv line 4, column 1", {"'x'"}},
        {"LineAfterComments", "# a\n\n1,2\n#\nx,1\n", "csv line 5, column 1", {"'x'"}},
        {"WindowsLineNumbers", "1,2\r\n\r\nx,1\r\n", "csv line 3, column 1", {"'x'"}},
        {"Utf16",
         std::string("\xff\xfe"
                     "1\0,\0",
                     6),
         "csv",
         {"UTF-16", "UTF-8"}},
        {"TooManyClasses", classes(21), "csv line 21, column 2", {"'c20'", "20"}},
        {"TooManyColumns", columns(66), "csv line 1", {"66 columns", "65"}},
        {"TooManyExamples", repeated("1,2\n", 20'001), "csv line 20001", {"20000"}},
        {"TooLong", std::string(longest_csv + 1, '\n'), "csv", {"1048577 bytes", "1048576"}},
        {"LongName", "1," + std::string(101, 'a') + "\n", "csv line 1", {"100 bytes"}},
        {"Nul", std::string("1,2\n1\0,2\n", 9), "csv line 2, column 1", {"␀"}},
    }),
    [](const auto& info) { return std::string(info.param.name); });

TEST(Csv, TakesTheMostExamplesFeaturesAndClasses) {
  EXPECT_EQ(parse_csv(repeated("1,2\n", most_examples)).count, most_examples);
  EXPECT_EQ(parse_csv(columns(65)).features, most_features);
  EXPECT_EQ(parse_csv(classes(20)).classes, most_classes);
}

TEST(Csv, SurvivesEveryChangeOfABytePair) {
  const std::string text = "x,\"y\",k\r\n1.5,-2,a\n3,1e3,\"b\"\n";
  int read = 0, refused = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    for (const char* pair : {"\"\"", ",\"", "\"\n", "\r\r", ";;", "\t#", "\n#", "\xff\xfe", "e9"}) {
      std::string changed = text;
      changed.replace(i, 2, pair, 2);
      try {
        const auto data = parse_csv(changed);
        ASSERT_EQ(std::ssize(data.inputs), data.count * data.features);
        ASSERT_EQ(std::ssize(data.targets), data.count);
        ++read;
      } catch (const InvalidArgument&) {
        ++refused;
      }
    }
  }
  EXPECT_GT(read, 20);
  EXPECT_GT(refused, 20);
}

}  // namespace fall_line::csv_test
