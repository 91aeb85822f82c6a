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
    {"MomentumAsStepOnQuadratic", "problem=quadratic\nmethod=momentum\nmethod.form=step\n",
     0x610573cc7d0f14efULL},
    {"MomentumAsAverageOnQuadratic", "problem=quadratic\nmethod=momentum\nmethod.form=average\n",
     0x4f5517b024f94c41ULL},
    {"NesterovOnQuadratic", "problem=quadratic\nmethod=nesterov\n", 0x7e82593bf70e102eULL},
    {"NesterovShiftedOnQuadratic", "problem=quadratic\nmethod=nesterov\nmethod.form=shifted\n",
     0x943337291820c235ULL},
    {"AdaGradOnBooth", "problem=booth\nmethod=adagrad\nmethod.learning_rate=1\n",
     0x448083bd27abe27bULL},
    {"AdaGradAsRootMeanSquareOnBooth",
     "problem=booth\nmethod=adagrad\nmethod.learning_rate=1\nmethod.form=root_mean_square\n",
     0xc4ce643affcde563ULL},
    {"AdaDeltaOnBooth", "problem=booth\nmethod=adadelta\n", 0x2224f7a489d38e66ULL},
    {"AdamInsideOnNoisyGradient",
     "problem=noisy_gradient\nproblem.slope=1e-7\nmethod=adam\nmethod.epsilon_place=inside\n",
     0x65c49db1d0273e80ULL},
    {"AdamRescaledOnNoisyGradient",
     "problem=noisy_gradient\nproblem.slope=1e-7\nmethod=adam\nmethod.epsilon_place=rescaled\n",
     0x6b726a2d2e3b4f66ULL},
    {"AdaMaxOnBooth", "problem=booth\nmethod=adamax\nmethod.learning_rate=0.1\n",
     0x623e216a9d153f0dULL},
    {"AmsGradOnBooth", "problem=booth\nmethod=amsgrad\nmethod.learning_rate=0.1\n",
     0xb94c93c4b98f88ccULL},
    {"AdamWOnBooth", "problem=booth\nmethod=adamw\nmethod.learning_rate=0.1\n",
     0xe613cd119e219b4dULL},
    {"SvrgOnLinearRegression",
     "problem=linear_regression\nmethod=svrg\nmethod.learning_rate=0.0001\n",
     0x7b8a82e2dd8dca82ULL},
    {"GradientDescentOnTurnedQuadratic",
     "problem=spectral_quadratic\nproblem.rotation=random\nmethod=gradient_descent\n",
     0xdcf6b884730d09a5ULL},
};

inline constexpr int golden_steps = 1000;

}  // namespace fall_line::test
