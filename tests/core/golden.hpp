#pragma once

#include <cstdint>
#include <ostream>
#include <string_view>

namespace fall_line::test {

/// A run of 1000 steps and the fingerprint of its theta trace: 64-bit FNV-1a over the bytes of
/// every double, row by row, least significant byte first. The same constants hold natively,
/// under sanitizers, in wasm, and through the facade (tests/wasm reads them from this file).
struct GoldenRun {
  std::string_view name;
  std::string_view spec;
  std::uint64_t fingerprint;
};

/// What a failure prints of its run.
inline void PrintTo(const GoldenRun& run, std::ostream* out) { *out << run.spec; }

inline constexpr GoldenRun golden_runs[] = {
    {"AdamOnBooth", "problem=booth\nmethod=adam\nmethod.learning_rate=0.1\n",
     0x2e69476b72443cb3ULL},
    {"AdamOnQuadratic", "problem=quadratic\nmethod=adam\nmethod.learning_rate=0.05\n",
     0xeb0ede1cfcb5cf7cULL},
    {"AdamOnNoisyGradient",
     "problem=noisy_gradient\nmethod=adam\nmethod.learning_rate=0.01\nproblem.noise=2\nseed=7\n",
     0xb6197657cc146a70ULL},
    {"RmsPropOnBooth", "problem=booth\nmethod=rmsprop\nmethod.learning_rate=0.1\n",
     0xd11a5afcd9e4c94dULL},
    {"MomentumOnQuadratic", "problem=quadratic\nmethod=momentum\n", 0x04dbf8e22ba3a5deULL},
};

inline constexpr int golden_steps = 1000;

}  // namespace fall_line::test
