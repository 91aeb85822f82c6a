// The CSV fuzzer's question asked of tables that are the same in every build.

#include <gtest/gtest.h>

#include "core/numerics/random.hpp"
#include "tests/fuzz/csv_attempt.hpp"

namespace fall_line::random_tables_test {

class TableWriter {
 public:
  explicit TableWriter(std::uint64_t seed) : random_(seed) {}

  std::string table() {
    static constexpr const char* delimiters[] = {",", ";", "\t"};
    static constexpr const char* line_ends[] = {"\n", "\r\n", "\r"};
    const std::string delimiter = delimiters[below(3)], line_end = line_ends[below(3)];
    const std::size_t rows = 1 + below(8), columns = 1 + below(5);
    const bool has_classes = below(2) == 0;
    std::string text;
    for (std::size_t row = 0; row < rows; ++row) {
      const bool header = row == 0 && below(3) == 0;
      if (below(15) == 0) text += "# a remark" + line_end;
      for (std::size_t column = 0; column < columns; ++column) {
        if (column > 0) text += delimiter;
        const bool name = header || (has_classes && column + 1 == columns) || below(60) == 0;
        text += name ? names_[below(std::size(names_))] : numbers_[below(std::size(numbers_))];
      }
      text += line_end;
    }
    if (below(3) == 0 && !text.empty()) text[below(text.size())] = static_cast<char>(below(256));
    return text;
  }

 private:
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(random_.below(bound)); }

  static constexpr const char* names_[] = {"cat",           "dog", "\"a, b\"", "\"say \"\"a\"\"\"",
                                           "\"two\nrows\"", " x ", "",         "été"};
  static constexpr const char* numbers_[] = {"0", "1", "-2.5", "1e-8", " 7 ", "+3", "1e100", "0.1"};
  Random random_;
};

TEST(RandomTables, EitherBecomeDatasetsOrAreRefused) {
  TableWriter writer(2027);
  int read = 0;
  for (int i = 0; i < 5000; ++i) {
    if (test::attempt_csv(writer.table()) == test::Attempt::ran) ++read;
  }
  EXPECT_GT(read, 1000);
  EXPECT_LT(read, 4500);
}

}  // namespace fall_line::random_tables_test
