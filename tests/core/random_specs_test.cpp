// The fuzzer's question asked of twenty thousand specs that are the same in every build.

#include <gtest/gtest.h>

#include "core/catalog/catalog.hpp"
#include "core/catalog/owner.hpp"
#include "core/data/minibatches.hpp"
#include "core/data/preparation.hpp"
#include "core/numerics/random.hpp"
#include "core/schedules/learning_rate.hpp"
#include "tests/fuzz/spec_attempt.hpp"

namespace fall_line::random_specs_test {

class SpecWriter {
 public:
  explicit SpecWriter(std::uint64_t seed) : random_(seed) {}

  template <class Item>
  const Item& pick(std::span<const Item> list) {
    return list[below(list.size())];
  }

  /// A spec with names from the catalog and values of every kind.
  std::string spec() {
    const auto& problem = pick(problems());
    const auto& method = pick(methods());
    std::string text =
        "problem=" + std::string(problem.name) + "\nmethod=" + std::string(method.name) + "\n";
    text += settings("problem.", problem.settings) + settings("method.", method.settings);
    const bool about_data = !problem.default_data.empty();
    if (chance(about_data ? 2 : 50)) text += data();
    if (chance(about_data ? 2 : 50))
      text += settings("batch.", declarations_by<BatchDeclarations>());
    if (chance(method.has_learning_rate ? 4 : 50)) text += schedule();
    if (chance(3)) text += "start=" + start(problem.create({})->dimension()) + "\n";
    if (chance(3)) text += "seed=" + std::to_string(random_.bits()) + "\n";
    if (chance(20)) text += analysis();
    return text;
  }

  /// `text` with up to three bytes changed, dropped, doubled, or a piece of it repeated.
  std::string mutated(std::string text) {
    for (std::size_t i = below(4); i > 0 && !text.empty(); --i) {
      const auto at = below(text.size());
      switch (below(4)) {
        case 0:
          text[at] = static_cast<char>(below(256));
          break;
        case 1:
          text.erase(at, 1 + below(5));
          break;
        case 2:
          text.insert(at, 1, text[at]);
          break;
        default:
          text.insert(below(text.size() + 1), text.substr(at, below(20)));
      }
    }
    return text;
  }

 private:
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(random_.below(bound)); }
  bool chance(std::size_t one_in) { return below(one_in) == 0; }

  std::string settings(const std::string& prefix, const SettingDeclarations& declared) {
    std::string text;
    const auto add = [&](std::string_view name, std::string_view value) {
      text.append(prefix).append(name).append("=").append(value).append("\n");
    };
    for (const auto& parameter : declared.parameters) {
      if (chance(3)) add(parameter.name, parameter.whole && !chance(8) ? whole() : number());
    }
    for (const auto& option : declared.options) {
      if (chance(2)) add(option.name, pick(option.choices).name);
    }
    for (const auto& declaration : declared.texts) {
      if (chance(2)) add(declaration.name, table(declaration));
    }
    return text;
  }

  std::string data() {
    const auto& dataset = pick(datasets());
    return "data=" + std::string(dataset.name) + "\n" + settings("data.", dataset.settings) +
           (chance(3) ? settings("data.", preparation_settings()) : "");
  }

  std::string schedule() {
    const auto& schedule = pick(schedules());
    return "schedule=" + std::string(schedule.name) + "\n" +
           settings("schedule.", schedule.settings) + settings("schedule.", time_settings());
  }

  std::string analysis() {
    const auto& analysis = pick(analyses());
    return "analysis=" + std::string(analysis.name) + "\n" +
           settings("analysis.", analysis.settings);
  }

  std::string start(Index dimension) {
    std::string text = number();
    for (Index i = 1; i < std::min<Index>(dimension, 40); ++i) text += "," + number();
    return text;
  }

  /// The default of a text, or rows of a few numbers, now and then with something else in them.
  std::string table(const TextDeclaration& declaration) {
    if (chance(2)) return std::string(declaration.default_value);
    std::string text;
    const std::size_t rows = below(6), columns = 1 + below(4);
    for (std::size_t row = 0; row < rows; ++row) {
      for (std::size_t column = 0; column < columns; ++column) {
        text += (column > 0 ? "," : "") + (chance(30) ? std::string("cat") : number());
      }
      text += ";";
    }
    return text;
  }

  std::string whole() {
    static constexpr const char* texts[] = {"0", "1", "2", "3", "4", "7", "12", "40", "-1", "1e9"};
    return pick(std::span<const char* const>(texts));
  }

  std::string number() {
    static constexpr const char* texts[] = {"0",    "1",      "-1",    "0.5",   "0.9",    "0.999",
                                            "1e-8", "1e-300", "1e100", "-1e99", "1e300",  "1e308",
                                            "3",    "1e-5",   "42",    "-0",    "5e-324", "nan"};
    return pick(std::span<const char* const>(texts));
  }

  Random random_;
};

TEST(RandomSpecs, EitherRunOrAreRefused) {
  SpecWriter writer(2026);
  int ran = 0;
  for (int i = 0; i < 20'000; ++i) {
    if (test::attempt_spec(writer.mutated(writer.spec())) == test::Attempt::ran) ++ran;
  }
  // neither outcome may be so rare that the other is all that is tested
  EXPECT_GT(ran, 2000);
  EXPECT_LT(ran, 18'000);
}

}  // namespace fall_line::random_specs_test
