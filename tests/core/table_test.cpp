// A file as one line of a run spec, and back.

#include "core/data/table.hpp"

#include <gtest/gtest.h>

#include "core/catalog/catalog.hpp"
#include "tests/core/support.hpp"

namespace fall_line::table_test {

using test::refusal_of;

void expect_same(const Dataset& a, const Dataset& b) {
  EXPECT_EQ(a.count, b.count);
  EXPECT_EQ(a.features, b.features);
  EXPECT_EQ(a.classes, b.classes);
  EXPECT_EQ(a.inputs, b.inputs);
  EXPECT_EQ(a.targets, b.targets);
  EXPECT_EQ(a.feature_names, b.feature_names);
  EXPECT_EQ(a.target_name, b.target_name);
  EXPECT_EQ(a.class_names, b.class_names);
}

TEST(Table, IsTheFileAgainFromItsSettings) {
  for (const std::string text : {
           "1,2,3\n4,5,6.25\n",
           "a,b\n0.1,1e-300\n-0.3333333333333333,12345678901234567\n",
           "1,10\n2,9\n3,-1\n",
           "\"#a\",\"\",\"x;\n\"\n1,2,\"it's, \"\"so\"\"; yes\"\n3,4, # \n5,6,1\n7,8,\" \"\n",
       }) {
    for (const auto kind : {TargetKind::automatic, TargetKind::classes}) {
      Dataset data;
      try {
        data = parse_csv(text, kind);
      } catch (const InvalidArgument&) {
        ADD_FAILURE() << text;
        continue;
      }
      expect_same(*find_dataset("table").create(table_settings(data)), data);
    }
  }
}

TEST(Table, SettingsAreOneLineOfARunSpec) {
  const auto data = parse_csv("x,\"a\nb\"\n1,\"c\r\nd\"\n2,\"=\"\n");
  RunSpec spec = parse_run_spec("problem=booth\nmethod=adam\n");
  spec.data = "table";
  spec.data_settings = table_settings(data);
  const auto read = parse_run_spec(to_text(spec));
  EXPECT_EQ(read.data_settings, spec.data_settings);
  expect_same(*find_dataset("table").create(read.data_settings), data);
}

TEST(Table, OfTheLongestFileFitsInARunSpec) {
  std::string line;  // cells that grow the most: 100000000000000
  for (Index cell = 0; cell <= most_features; ++cell) line += cell > 0 ? ",1e14" : "1e14";
  line += "\n";
  std::string text;
  while (text.size() + line.size() <= longest_csv) text += line;
  EXPECT_LT(rows_text(parse_csv(text)).size(), longest_spec_text - 1000);
}

TEST(Table, NamesTheSettingInErrors) {
  const auto refusal = refusal_of([] {
    find_dataset("table").create({{"rows", "1,2,3; 4,five,6"}, {"target", "numbers"}});
  });
  EXPECT_EQ(refusal.argument, "data.rows, row 2, column 2");
}

}  // namespace fall_line::table_test
