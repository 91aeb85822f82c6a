// The fuzzer's question asked of twenty thousand specs that are the same in every build.

#include <gtest/gtest.h>

#include "core/catalog/catalog.hpp"
#include "core/numerics/random.hpp"
#include "tests/fuzz/spec_attempt.hpp"

namespace fall_line {
namespace {

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
    for (const auto& parameter : problem.settings.parameters) {
      if (chance(2)) text += "problem." + std::string(parameter.name) + "=" + number() + "\n";
    }
    for (const auto& parameter : method.settings.parameters) {
      if (chance(3)) text += "method." + std::string(parameter.name) + "=" + number() + "\n";
    }
    for (const auto& option : method.settings.options) {
      if (chance(2))
        text += "method." + std::string(option.name) + "=" +
                std::string(pick(option.choices).name) + "\n";
    }
    if (chance(3))
      text += "start=" + number() + (problem.dimension == 2 ? "," + number() : "") + "\n";
    if (chance(3)) text += "seed=" + std::to_string(random_.bits()) + "\n";
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

}  // namespace
}  // namespace fall_line
