// The checks have teeth: first-order methods written out once more pass them, and each of their
// deliberately wrong versions fails.

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/optimizers/adadelta.hpp"
#include "core/optimizers/adagrad.hpp"
#include "core/optimizers/adamax.hpp"
#include "core/optimizers/adamw.hpp"
#include "core/optimizers/amsgrad.hpp"
#include "core/optimizers/momentum.hpp"
#include "core/optimizers/nesterov.hpp"
#include "core/optimizers/rmsprop.hpp"
#include "tests/core/mutation.hpp"

namespace fall_line::mutation_first_order_test {

enum class Fault {
  none,
  old_velocity,       // the step is v(t − 1): lecture 3's index
  weight_missing,     // an average that adds up: 1 − β forgotten
  gradient_decayed,   // β·(v + g)
  no_look_ahead,      // Nesterov's gradient where momentum takes it
  look_behind,        // … or at θ − βv
  squares_forgotten,  // AdaGrad that decays like RMSProp
  root_missing,       // divided by the square
  old_square,         // divided before the gradient has entered the average
  epsilon_misplaced,  // under the root in place of beside it
  step_enters_first,  // AdaDelta's step average updated before it is used
  no_maximum,         // AMSGrad that lets v fall
  largest_not_kept,   // AdaMax without its maximum
  decay_coupled,      // AdamW's decay through the moments
  decay_not_scaled,   // … or without the learning rate
  decay_after_step,   // … or of the new θ
};

/// A kernel whose step may be written coordinate by coordinate: two vectors of state, both traced
/// from the beginning as quantities `first` and `second` of the catalog's method.
template <class Method, int first, int second>
struct TwoVectors : test::DeclaredAs<Method> {
  TwoVectors(const typename Method::Hyperparameters& values, Index dimension)
      : hyperparameters(values), a(Vector::Zero(dimension)), b(Vector::Zero(dimension)) {}

  template <class AnyTape>
  void record_initial(Index n, AnyTape tape) const noexcept {
    for (Index i = 0; i < n; ++i) {
      tape.vector(first, i, 0.0);
      if (second != first) tape.vector(second, i, 0.0);
    }
  }

  typename Method::Hyperparameters hyperparameters;
  Vector a, b;
};

template <Fault fault>
struct MomentumWith
    : TwoVectors<Momentum, Momentum::velocity_quantity, Momentum::velocity_quantity> {
  using TwoVectors::TwoVectors;
  static constexpr auto& options = Momentum::options;

  template <class AnyTape>
  void step(double* theta, const double* gradient, Index n, AnyTape tape) noexcept {
    const auto& h = hyperparameters;
    const bool average = h.form == Momentum::Form::average && fault != Fault::weight_missing;
    const double weight = average ? 1.0 - h.beta : 1.0;
    for (Index i = 0; i < n; ++i) {
      const double old = a[i];
      a[i] = fault == Fault::gradient_decayed ? h.beta * (old + weight * gradient[i])
                                              : h.beta * old + weight * gradient[i];
      const double delta = -h.learning_rate * (fault == Fault::old_velocity ? old : a[i]);
      theta[i] += delta;
      tape.vector(Momentum::velocity_quantity, i, a[i]);
      tape.vector(Momentum::delta_index, i, delta);
    }
  }
};

template <Fault fault>
bool momentum_passes(const char* form) {
  return test::passes(declare_method<MomentumWith<fault>>(), {{"form", form}});
}

TEST(Mutation, MomentumsChecksRejectItsWrongVersions) {
  EXPECT_TRUE(momentum_passes<Fault::none>("sum"));
  EXPECT_TRUE(momentum_passes<Fault::none>("average"));
  EXPECT_FALSE(momentum_passes<Fault::old_velocity>("sum"));
  EXPECT_FALSE(momentum_passes<Fault::weight_missing>("average"));
  EXPECT_FALSE(momentum_passes<Fault::gradient_decayed>("sum"));
}

template <Fault fault>
struct NesterovWith
    : TwoVectors<Nesterov, Nesterov::velocity_quantity, Nesterov::velocity_quantity> {
  using TwoVectors::TwoVectors;
  static constexpr auto& options = Nesterov::options;

  template <class AnyTape>
  StepStatus step(double* theta, Index n, Objective& objective, AnyTape tape) noexcept {
    const auto& h = hyperparameters;
    const double lead = fault == Fault::look_behind ? -h.beta : h.beta;
    Vector ahead(n), gradient(n);
    for (Index i = 0; i < n; ++i) ahead[i] = theta[i] + lead * a[i];
    objective.gradient(fault == Fault::no_look_ahead ? theta : ahead.data(), gradient.data());
    for (Index i = 0; i < n; ++i) {
      const double old = a[i];
      a[i] = h.beta * old - h.learning_rate * gradient[i];
      const double delta = fault == Fault::old_velocity ? old : a[i];
      theta[i] += delta;
      tape.vector(Nesterov::ahead_quantity, i, ahead[i]);
      tape.vector(Nesterov::ahead_gradient, i, gradient[i]);
      tape.vector(Nesterov::velocity_quantity, i, a[i]);
      tape.vector(Nesterov::delta_index, i, delta);
    }
    return StepStatus::ok;
  }
};

/// Lecture numbers: on x² from 1 with α = 0.1, β = 0.9 the second step looks at 0.62.
template <Fault fault>
bool nesterov_numbers_hold() {
  const auto problem = find_problem("parabola").create({{"curvature", "2"}});
  Random random(1);
  Objective objective(*problem, random);
  const auto method = declare_method<NesterovWith<fault>>().create(
      {{"learning_rate", "0.1"}, {"beta", "0.9"}}, objective);
  double theta = 1.0;
  for (const double expected : {0.8, 0.496}) {
    if (method->step({&theta, 1}, {}, &objective) != StepStatus::ok) return false;
    if (!(std::abs(theta - expected) <= 1e-15)) return false;
  }
  return true;
}

TEST(Mutation, NesterovsChecksRejectItsWrongVersions) {
  EXPECT_TRUE(test::passes(declare_method<NesterovWith<Fault::none>>()));
  EXPECT_FALSE(test::passes(declare_method<NesterovWith<Fault::look_behind>>()));
  EXPECT_FALSE(test::passes(declare_method<NesterovWith<Fault::no_look_ahead>>()));
  EXPECT_FALSE(test::passes(declare_method<NesterovWith<Fault::old_velocity>>()));
  EXPECT_TRUE(nesterov_numbers_hold<Fault::none>());
  EXPECT_FALSE(nesterov_numbers_hold<Fault::look_behind>());
  EXPECT_FALSE(nesterov_numbers_hold<Fault::no_look_ahead>());
  EXPECT_FALSE(nesterov_numbers_hold<Fault::old_velocity>());
}

template <Fault fault>
struct AdaGradWith : TwoVectors<AdaGrad, AdaGrad::squares_quantity, AdaGrad::squares_quantity> {
  using TwoVectors::TwoVectors;
  static constexpr auto& options = AdaGrad::options;

  template <class AnyTape>
  void step(double* theta, const double* gradient, Index n, AnyTape tape) noexcept {
    const auto& h = hyperparameters;
    tape.scalar(AdaGrad::rate_quantity, h.learning_rate);
    for (Index i = 0; i < n; ++i) {
      const double g = gradient[i], old = a[i];
      a[i] = (fault == Fault::squares_forgotten ? 0.9 * old : old) + g * g;
      const double used = fault == Fault::old_square ? old : a[i];
      const double scale = fault == Fault::root_missing ? used : std::sqrt(used);
      const double size = fault == Fault::epsilon_misplaced ? std::sqrt(scale * scale + h.epsilon)
                                                            : scale + h.epsilon;
      const double delta = -h.learning_rate * g / size;
      theta[i] += delta;
      tape.vector(AdaGrad::squares_quantity, i, a[i]);
      tape.vector(AdaGrad::scale_quantity, i, scale);
      tape.vector(AdaGrad::delta_index, i, delta);
    }
  }
};

TEST(Mutation, AdaGradsChecksRejectItsWrongVersions) {
  EXPECT_TRUE(test::passes(declare_method<AdaGradWith<Fault::none>>()));
  EXPECT_FALSE(test::passes(declare_method<AdaGradWith<Fault::squares_forgotten>>()));
  EXPECT_FALSE(test::passes(declare_method<AdaGradWith<Fault::root_missing>>()));
  EXPECT_FALSE(test::passes(declare_method<AdaGradWith<Fault::old_square>>()));
  EXPECT_FALSE(test::passes(declare_method<AdaGradWith<Fault::epsilon_misplaced>>()));
}

template <Fault fault>
struct RmsPropWith : TwoVectors<RmsProp, RmsProp::s_quantity, RmsProp::s_quantity> {
  using TwoVectors::TwoVectors;
  static constexpr auto& options = RmsProp::options;

  template <class AnyTape>
  void step(double* theta, const double* gradient, Index n, AnyTape tape) noexcept {
    const auto& h = hyperparameters;
    const double weight = fault == Fault::weight_missing ? 1.0 : 1.0 - h.beta;
    for (Index i = 0; i < n; ++i) {
      const double g = gradient[i], old = a[i];
      a[i] = h.beta * old + weight * g * g;
      const double used = fault == Fault::old_square ? old : a[i];
      const double size = fault == Fault::root_missing        ? used + h.epsilon
                          : fault == Fault::epsilon_misplaced ? std::sqrt(used + h.epsilon)
                                                              : std::sqrt(used) + h.epsilon;
      const double delta = -h.learning_rate * g / size;
      theta[i] += delta;
      tape.vector(RmsProp::s_quantity, i, a[i]);
      tape.vector(RmsProp::delta_index, i, delta);
    }
  }
};

TEST(Mutation, RmsPropsChecksRejectItsWrongVersions) {
  EXPECT_TRUE(test::passes(declare_method<RmsPropWith<Fault::none>>()));
  EXPECT_FALSE(test::passes(declare_method<RmsPropWith<Fault::weight_missing>>()));
  EXPECT_FALSE(test::passes(declare_method<RmsPropWith<Fault::old_square>>()));
  EXPECT_FALSE(test::passes(declare_method<RmsPropWith<Fault::root_missing>>()));
  EXPECT_FALSE(test::passes(declare_method<RmsPropWith<Fault::epsilon_misplaced>>()));
}

template <Fault fault>
struct AdaDeltaWith : TwoVectors<AdaDelta, AdaDelta::s_quantity, AdaDelta::u_quantity> {
  using TwoVectors::TwoVectors;

  template <class AnyTape>
  void step(double* theta, const double* gradient, Index n, AnyTape tape) noexcept {
    const auto& h = hyperparameters;
    const double rest = 1.0 - h.beta;
    for (Index i = 0; i < n; ++i) {
      const double g = gradient[i], s_old = a[i], u_old = b[i];
      a[i] = h.beta * s_old + rest * g * g;
      const double s = fault == Fault::old_square ? s_old : a[i];
      const double u = fault == Fault::step_enters_first ? h.beta * u_old + rest * g * g : u_old;
      const double raw = -std::sqrt(u + h.epsilon) / std::sqrt(s + h.epsilon) * g;
      b[i] = h.beta * u_old + (fault == Fault::weight_missing ? 1.0 : rest) * raw * raw;
      const double delta = h.learning_rate * raw;
      theta[i] += delta;
      tape.vector(AdaDelta::s_quantity, i, a[i]);
      tape.vector(AdaDelta::raw_quantity, i, raw);
      tape.vector(AdaDelta::u_quantity, i, b[i]);
      tape.vector(AdaDelta::delta_index, i, delta);
    }
  }
};

TEST(Mutation, AdaDeltasChecksRejectItsWrongVersions) {
  EXPECT_TRUE(test::passes(declare_method<AdaDeltaWith<Fault::none>>()));
  EXPECT_FALSE(test::passes(declare_method<AdaDeltaWith<Fault::old_square>>()));
  EXPECT_FALSE(test::passes(declare_method<AdaDeltaWith<Fault::step_enters_first>>()));
  EXPECT_FALSE(test::passes(declare_method<AdaDeltaWith<Fault::weight_missing>>()));
}

template <Fault fault>
struct AmsGradWith : TwoVectors<AmsGrad, AmsGrad::m_quantity, AmsGrad::v_quantity> {
  AmsGradWith(const AmsGrad::Hyperparameters& values, Index dimension)
      : TwoVectors(values, dimension), largest(Vector::Zero(dimension)) {}
  static constexpr auto& options = AmsGrad::options;

  template <class AnyTape>
  void step(double* theta, const double* gradient, Index n, AnyTape tape) noexcept {
    const auto& h = hyperparameters;
    for (Index i = 0; i < n; ++i) {
      const double g = gradient[i];
      a[i] = h.beta1 * a[i] + (1.0 - h.beta1) * g;
      b[i] = h.beta2 * b[i] + (1.0 - h.beta2) * g * g;
      largest[i] = fault == Fault::no_maximum ? b[i] : std::max(largest[i], b[i]);
      const double delta = -h.learning_rate * a[i] / (std::sqrt(largest[i]) + h.epsilon);
      theta[i] += delta;
      tape.vector(AmsGrad::m_quantity, i, a[i]);
      tape.vector(AmsGrad::v_quantity, i, b[i]);
      tape.vector(AmsGrad::v_max_quantity, i, largest[i]);
      tape.vector(AmsGrad::m_hat, i, a[i]);
      tape.vector(AmsGrad::v_hat, i, largest[i]);
      tape.vector(AmsGrad::delta_index, i, delta);
    }
  }

  template <class AnyTape>
  void record_initial(Index n, AnyTape tape) const noexcept {
    TwoVectors::record_initial(n, tape);
    for (Index i = 0; i < n; ++i) tape.vector(AmsGrad::v_max_quantity, i, 0.0);
  }

  Vector largest;
};

template <Fault fault>
struct AdaMaxWith : TwoVectors<AdaMax, AdaMax::m_quantity, AdaMax::u_quantity> {
  using TwoVectors::TwoVectors;

  template <class AnyTape>
  void step(double* theta, const double* gradient, Index n, AnyTape tape) noexcept {
    const auto& h = hyperparameters;
    ++steps;
    for (Index i = 0; i < n; ++i) {
      const double g = gradient[i], size = std::abs(g), faded = h.beta2 * b[i];
      a[i] = h.beta1 * a[i] + (1.0 - h.beta1) * g;
      b[i] =
          fault == Fault::largest_not_kept ? faded + (1.0 - h.beta2) * size : std::max(faded, size);
      const double m_hat = a[i] / (1.0 - std::pow(h.beta1, steps));
      const double delta = -h.learning_rate * m_hat / b[i];
      theta[i] += delta;
      tape.vector(AdaMax::m_quantity, i, a[i]);
      tape.vector(AdaMax::u_quantity, i, b[i]);
      tape.vector(AdaMax::m_hat, i, m_hat);
      tape.vector(AdaMax::delta_index, i, delta);
    }
  }

  int steps = 0;
};

TEST(Mutation, AdaMaxsChecksRejectTheMissingMaximum) {
  EXPECT_TRUE(test::passes(declare_method<AdaMaxWith<Fault::none>>()));
  EXPECT_FALSE(test::passes(declare_method<AdaMaxWith<Fault::largest_not_kept>>()));
}

TEST(Mutation, AmsGradsChecksRejectTheMissingMaximum) {
  // short memory and long steps, so that v falls
  const Settings settings = {{"beta2", "0.5"}, {"learning_rate", "1"}};
  EXPECT_TRUE(test::passes(declare_method<AmsGradWith<Fault::none>>(), settings));
  EXPECT_FALSE(test::passes(declare_method<AmsGradWith<Fault::no_maximum>>(), settings));
}

template <Fault fault>
struct AdamWWith : TwoVectors<AdamW, AdamW::m_quantity, AdamW::v_quantity> {
  using TwoVectors::TwoVectors;
  static constexpr auto& options = AdamW::options;

  template <class AnyTape>
  void step(double* theta, const double* gradient, Index n, AnyTape tape) noexcept {
    const auto& h = hyperparameters;
    ++steps;
    for (Index i = 0; i < n; ++i) {
      const double used =
          gradient[i] + (fault == Fault::decay_coupled ? h.weight_decay * theta[i] : 0.0);
      a[i] = h.beta1 * a[i] + (1.0 - h.beta1) * used;
      b[i] = h.beta2 * b[i] + (1.0 - h.beta2) * used * used;
      const double m_hat = a[i] / (1.0 - std::pow(h.beta1, steps));
      const double v_hat = b[i] / (1.0 - std::pow(h.beta2, steps));
      double delta = -h.learning_rate * m_hat / (std::sqrt(v_hat) + h.epsilon);
      const double decayed = fault == Fault::decay_after_step ? theta[i] + delta : theta[i];
      const double rate = fault == Fault::decay_not_scaled ? 1.0 : h.learning_rate;
      if (fault != Fault::decay_coupled) delta -= rate * h.weight_decay * decayed;
      theta[i] += delta;
      tape.vector(AdamW::used_quantity, i, used);
      tape.vector(AdamW::m_quantity, i, a[i]);
      tape.vector(AdamW::v_quantity, i, b[i]);
      tape.vector(AdamW::m_hat, i, m_hat);
      tape.vector(AdamW::v_hat, i, v_hat);
      tape.vector(AdamW::delta_index, i, delta);
    }
  }

  int steps = 0;
};

TEST(Mutation, AdamWsChecksRejectItsWrongVersions) {
  EXPECT_TRUE(test::passes(declare_method<AdamWWith<Fault::none>>()));
  EXPECT_FALSE(test::passes(declare_method<AdamWWith<Fault::decay_coupled>>()));
  EXPECT_FALSE(test::passes(declare_method<AdamWWith<Fault::decay_not_scaled>>()));
  EXPECT_FALSE(test::passes(declare_method<AdamWWith<Fault::decay_after_step>>()));
}

}  // namespace fall_line::mutation_first_order_test
