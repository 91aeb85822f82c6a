// AdaGrad, RMSProp, AdaDelta, Adam, AdaMax, AMSGrad and AdamW on ½λθ², against recurrences
// written out once more in long double.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "tests/core/support.hpp"

namespace fall_line::adaptive_recurrence_test {

using test::at;
using test::run_of;
using Real = long double;

constexpr Real curvature = 2.0L;

/// The step of step number t at theta, with state of its own.
using Recurrence = std::function<Real(Real theta, int t)>;

struct Case {
  const char* name;
  const char* settings;
  Recurrence (*start)();
};

void PrintTo(const Case& one, std::ostream* out) { *out << one.name; }

Real power(Real base, int exponent) {
  Real product = 1;
  for (int i = 0; i < exponent; ++i) product *= base;
  return product;
}

// Of these three, inside and outside are what is added under the root and behind it.

Recurrence adagrad(Real inside, Real outside) {
  return [=, sum = Real(0)](Real theta, int) mutable {
    const Real g = curvature * theta;
    sum += g * g;
    return -0.5L * g / (std::sqrt(sum + inside) + outside);
  };
}

Recurrence rmsprop(Real inside, Real outside) {
  return [=, s = Real(0)](Real theta, int) mutable {
    const Real g = curvature * theta;
    s = 0.8L * s + 0.2L * g * g;
    return -0.05L * g / (std::sqrt(s + inside) + outside);
  };
}

Recurrence adadelta() {
  return [s = Real(0), u = Real(0)](Real theta, int) mutable {
    const Real g = curvature * theta;
    s = 0.9L * s + 0.1L * g * g;
    const Real step = -std::sqrt((u + 0.01L) / (s + 0.01L)) * g;
    u = 0.9L * u + 0.1L * step * step;
    return 0.5L * step;
  };
}

Recurrence adam(Real inside, Real outside) {
  return [=, m = Real(0), v = Real(0)](Real theta, int t) mutable {
    const Real g = curvature * theta;
    m = 0.5L * m + 0.5L * g;
    v = 0.75L * v + 0.25L * g * g;
    return -0.1L * (m / (1 - power(0.5L, t))) /
           (std::sqrt(v / (1 - power(0.75L, t)) + inside) + outside);
  };
}

Recurrence adam_rescaled() {
  return [m = Real(0), v = Real(0)](Real theta, int t) mutable {
    const Real g = curvature * theta;
    m = 0.5L * m + 0.5L * g;
    v = 0.75L * v + 0.25L * g * g;
    const Real rate = 0.1L * std::sqrt(1 - power(0.75L, t)) / (1 - power(0.5L, t));
    return -rate * m / (std::sqrt(v) + 0.01L);
  };
}

Recurrence adamax() {
  return [m = Real(0), u = Real(0)](Real theta, int t) mutable {
    const Real g = curvature * theta;
    m = 0.5L * m + 0.5L * g;
    u = std::max(0.75L * u, std::abs(g));
    return -0.1L / (1 - power(0.5L, t)) * m / u;
  };
}

/// before and after: whether v is divided by 1 − β₂ᵗ before or after the maximum.
Recurrence amsgrad(bool before, bool after) {
  return [=, m = Real(0), v = Real(0), largest = Real(0)](Real theta, int t) mutable {
    const Real g = curvature * theta;
    m = 0.5L * m + 0.5L * g;
    v = 0.75L * v + 0.25L * g * g;
    const Real weight = 1 - power(0.75L, t);
    largest = std::max(largest, before ? v / weight : v);
    const Real m_hat = before || after ? m / (1 - power(0.5L, t)) : m;
    return -0.1L * m_hat / (std::sqrt(after ? largest / weight : largest) + 0.01L);
  };
}

/// What the paper does to the parameter and what an L2 penalty does to the gradient.
Recurrence adamw(Real decoupled, Real coupled) {
  return [=, m = Real(0), v = Real(0)](Real theta, int t) mutable {
    const Real g = curvature * theta + coupled * theta;
    m = 0.5L * m + 0.5L * g;
    v = 0.75L * v + 0.25L * g * g;
    const Real shrunk = (1 - 0.1L * decoupled) * theta;
    return shrunk - theta -
           0.1L * (m / (1 - power(0.5L, t))) / (std::sqrt(v / (1 - power(0.75L, t))) + 0.01L);
  };
}

#define ADAM_SETTINGS \
  "method.learning_rate=0.1\nmethod.beta1=0.5\nmethod.beta2=0.75\nmethod.epsilon=0.01\n"

const Case cases[] = {
    {"adagrad", "method=adagrad\nmethod.learning_rate=0.5\nmethod.epsilon_place=none\n",
     [] { return adagrad(0, 0); }},
    {"adagrad_outside",
     "method=adagrad\nmethod.learning_rate=0.5\nmethod.epsilon=0.01\nmethod.epsilon_place="
     "outside\n",
     [] { return adagrad(0, 0.01L); }},
    {"adagrad_inside",
     "method=adagrad\nmethod.learning_rate=0.5\nmethod.epsilon=0.01\nmethod.epsilon_place=inside\n",
     [] { return adagrad(0.01L, 0); }},
    {"adagrad_rms",
     "method=adagrad\nmethod.learning_rate=0.5\nmethod.epsilon_place=none\n"
     "method.form=root_mean_square\n",
     [] { return adagrad(0, 0); }},
    {"rmsprop",
     "method=rmsprop\nmethod.learning_rate=0.05\nmethod.beta=0.8\nmethod.epsilon=0.001\n",
     [] { return rmsprop(0, 0.001L); }},
    {"rmsprop_inside",
     "method=rmsprop\nmethod.learning_rate=0.05\nmethod.beta=0.8\nmethod.epsilon=0.001\n"
     "method.epsilon_place=inside\n",
     [] { return rmsprop(0.001L, 0); }},
    {"rmsprop_none",
     "method=rmsprop\nmethod.learning_rate=0.05\nmethod.beta=0.8\nmethod.epsilon_place=none\n",
     [] { return rmsprop(0, 0); }},
    {"adadelta",
     "method=adadelta\nmethod.learning_rate=0.5\nmethod.beta=0.9\nmethod.epsilon=0.01\n", adadelta},
    {"adam", "method=adam\n" ADAM_SETTINGS, [] { return adam(0, 0.01L); }},
    {"adam_inside", "method=adam\nmethod.epsilon_place=inside\n" ADAM_SETTINGS,
     [] { return adam(0.01L, 0); }},
    {"adam_none", "method=adam\nmethod.epsilon_place=none\n" ADAM_SETTINGS,
     [] { return adam(0, 0); }},
    {"adam_rescaled", "method=adam\nmethod.epsilon_place=rescaled\n" ADAM_SETTINGS, adam_rescaled},
    {"adamax", "method=adamax\nmethod.learning_rate=0.1\nmethod.beta1=0.5\nmethod.beta2=0.75\n",
     adamax},
    {"amsgrad", "method=amsgrad\n" ADAM_SETTINGS, [] { return amsgrad(false, false); }},
    {"amsgrad_after", "method=amsgrad\nmethod.bias_correction=after\n" ADAM_SETTINGS,
     [] { return amsgrad(false, true); }},
    {"amsgrad_before", "method=amsgrad\nmethod.bias_correction=before\n" ADAM_SETTINGS,
     [] { return amsgrad(true, false); }},
    {"adamw", "method=adamw\nmethod.weight_decay=0.3\n" ADAM_SETTINGS,
     [] { return adamw(0.3L, 0); }},
    {"adamw_coupled", "method=adamw\nmethod.decay=coupled\nmethod.weight_decay=0.3\n" ADAM_SETTINGS,
     [] { return adamw(0, 0.3L); }},
};

class AdaptiveMethod : public ::testing::TestWithParam<Case> {};

TEST_P(AdaptiveMethod, FollowsItsRecurrenceOnAQuadratic) {
  const auto run = run_of("problem=parabola\nstart=1.5\n" + std::string(GetParam().settings), 40);
  const auto next_step = GetParam().start();
  Real theta = 1.5L;
  for (int t = 1; t <= 40; ++t) {
    theta += next_step(theta, t);
    ASSERT_NEAR(at(run, "theta", t), static_cast<double>(theta), 1e-11) << "step " << t;
  }
}

INSTANTIATE_TEST_SUITE_P(OnAQuadratic, AdaptiveMethod, ::testing::ValuesIn(cases),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace fall_line::adaptive_recurrence_test
