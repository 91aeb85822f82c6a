// Runs of + − × ÷ √ and our own random numbers: the same bits on every platform.

#include "tests/core/golden.hpp"

#include <gtest/gtest.h>

#include "tests/core/support.hpp"

namespace fall_line::golden_test {

std::uint64_t fnv1a(std::span<const double> values) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const double value : values) {
    const auto bits = Eigen::numext::bit_cast<std::uint64_t>(value);
    for (int byte = 0; byte < 8; ++byte) {
      hash ^= (bits >> (8 * byte)) & 0xff;
      hash *= 0x00000100000001b3ULL;
    }
  }
  return hash;
}

class Golden : public ::testing::TestWithParam<test::GoldenRun> {};

TEST_P(Golden, RunHasTheSameBitsEverywhere) {
  const auto run = test::run_of(std::string(GetParam().spec), test::golden_steps);
  ASSERT_EQ(run.steps(), test::golden_steps);
  const auto found = fnv1a(run.trace().values(step_quantity::theta));
  EXPECT_EQ(found, GetParam().fingerprint) << std::hex << "found 0x" << found;
}

INSTANTIATE_TEST_SUITE_P(Runs, Golden, ::testing::ValuesIn(test::golden_runs),
                         [](const auto& info) { return std::string(info.param.name); });

// With data, minibatches and a schedule: beyond what the facade names.
constexpr test::GoldenRun core_runs[] = {
    {"MomentumWithWarmupAndCosineOnBooth",
     "problem=booth\nmethod=momentum\nschedule=cosine\nschedule.total=900\nschedule.warmup=50\n",
     0xc8a32c36f1e91f4bULL},
    {"MinibatchesOfStandardisedFeatures",
     "problem=linear_regression\nmethod=gradient_descent\nmethod.learning_rate=0.05\n"
     "data=unequal_scales\ndata.test_share=0.2\ndata.standardise=on\nbatch.size=3\n",
     0xd9eee5e5e50341a5ULL},
};

INSTANTIATE_TEST_SUITE_P(CoreRuns, Golden, ::testing::ValuesIn(core_runs),
                         [](const auto& info) { return std::string(info.param.name); });

TEST(Golden, FingerprintOfKnownBytesIsThePublishedOne) {
  // FNV-1a 64 of eight zero bytes, by the definition of Fowler, Noll & Vo
  std::uint64_t expected = 0xcbf29ce484222325ULL;
  for (int byte = 0; byte < 8; ++byte) expected *= 0x100000001b3ULL;
  EXPECT_EQ(fnv1a(std::vector<double>{0.0}), expected);
}

TEST(Golden, FingerprintSeesTheLastBit) {
  EXPECT_NE(fnv1a(std::vector<double>{1.0}),
            fnv1a(std::vector<double>{1.0 + std::numeric_limits<double>::epsilon()}));
}

}  // namespace fall_line::golden_test
