// The checks have teeth: Adam written out once more is accepted by them, and each of its
// deliberately wrong versions is rejected by the same checks.

#include <gtest/gtest.h>

#include <cmath>

#include "core/catalog/catalog.hpp"
#include "core/optimizers/adam.hpp"
#include "core/optimizers/declare_method.hpp"
#include "core/problems/declare_problem.hpp"
#include "tests/core/derivative_check.hpp"
#include "tests/core/formula_check.hpp"
#include "tests/core/traced_steps.hpp"

namespace fall_line::mutation_test {

enum class Fault {
  none,
  correction_missing,   // m̂ = m, v̂ = v
  missing_power,        // divides by 1 − β at every step
  power_one_behind,     // 1 − βᵗ⁻¹: 0/0 at the first step
  gradient_subtracted,  // lecture 3's sign
  gradient_unweighted,  // m = β·m + g
  square_missing,       // v averages g
  decays_swapped,       // β₁ and β₂ exchanged
  epsilon_misplaced,    // under the root
  root_missing,         // divides by v̂
  old_moments,          // m̂, v̂ of the step before
  step_uphill,          // θ − Δ
};

/// Adam with its default options, declared as Adam is, with `fault` in its kernel.
template <Fault fault>
class AdamWith {
 public:
  using Hyperparameters = Adam::Hyperparameters;
  static constexpr std::string_view name = "adam", title = "", summary = "", source = "";
  static constexpr auto& parameters = Adam::parameters;
  static constexpr auto& options = Adam::options;
  static constexpr auto& quantities = Adam::quantities;
  static constexpr auto& lines = Adam::lines;

  AdamWith(const Hyperparameters& values, Index dimension)
      : hyperparameters(values), m_(Vector::Zero(dimension)), v_(Vector::Zero(dimension)) {}

  template <class AnyTape>
  void step(double* theta, const double* gradient, Index n, AnyTape tape) noexcept {
    double beta1 = hyperparameters.beta1, beta2 = hyperparameters.beta2;
    if (fault == Fault::decays_swapped) std::swap(beta1, beta2);
    ++t_;
    const int exponent = fault == Fault::power_one_behind ? t_ - 1
                         : fault == Fault::missing_power  ? 1
                                                          : t_;
    const bool uncorrected = fault == Fault::correction_missing;
    const double fix1 = uncorrected ? 1.0 : 1.0 / (1.0 - std::pow(beta1, exponent));
    const double fix2 = uncorrected ? 1.0 : 1.0 / (1.0 - std::pow(beta2, exponent));
    tape.scalar(Adam::correction1, fix1);
    tape.scalar(Adam::correction2, fix2);
    for (Index i = 0; i < n; ++i) {
      const double g = gradient[i], m_old = m_[i], v_old = v_[i];
      const double rest1 = fault == Fault::gradient_unweighted   ? 1.0
                           : fault == Fault::gradient_subtracted ? beta1 - 1.0
                                                                 : 1.0 - beta1;
      m_[i] = beta1 * m_old + rest1 * g;
      v_[i] =
          beta2 * v_old + (1.0 - beta2) * (fault == Fault::square_missing ? std::abs(g) : g * g);
      const bool old = fault == Fault::old_moments;
      const double m_hat = fix1 * (old ? m_old : m_[i]), v_hat = fix2 * (old ? v_old : v_[i]);
      const double epsilon = hyperparameters.epsilon;
      const double size = fault == Fault::epsilon_misplaced ? std::sqrt(v_hat + epsilon)
                          : fault == Fault::root_missing    ? v_hat + epsilon
                                                            : std::sqrt(v_hat) + epsilon;
      const double delta = -hyperparameters.learning_rate * m_hat / size;
      theta[i] += fault == Fault::step_uphill ? -delta : delta;
      tape.vector(Adam::m_quantity, i, m_[i]);
      tape.vector(Adam::v_quantity, i, v_[i]);
      tape.vector(Adam::m_hat, i, m_hat);
      tape.vector(Adam::v_hat, i, v_hat);
      tape.vector(Adam::delta_index, i, delta);
    }
  }

  template <class AnyTape>
  void record_initial(Index n, AnyTape tape) const noexcept {
    for (Index i = 0; i < n; ++i) {
      tape.vector(Adam::m_quantity, i, 0.0);
      tape.vector(Adam::v_quantity, i, 0.0);
    }
  }

  double stable_curvature() const noexcept { return not_yet; }

  Hyperparameters hyperparameters;

 private:
  Vector m_, v_;
  int t_ = 0;
};

/// Check 1: every formula line of the catalog's Adam holds on the traced numbers.
bool formulas_hold(const MethodDeclaration& method) {
  for (const char* problem : {"booth", "noisy_gradient"}) {
    const auto steps = test::traced_steps(method, {}, find_problem(problem), 15);
    if (steps.taken() != 15) return false;
    const auto lines = test::applicable_lines(find_method("adam").lines, method.settings, {});
    if (!test::formula_faults(lines, method.settings, {}, {&steps.trace}).empty()) return false;
  }
  return true;
}

/// Steps on a constant gradient, α = 1.
std::vector<double> constant_gradient_steps(const MethodDeclaration& method, double gradient) {
  const auto adam = method.create_for({{"learning_rate", "1"}}, 1);
  std::vector<double> steps;
  double theta = 0.0;
  for (int i = 0; i < 30; ++i) {
    const double before = theta;
    if (adam->step({&theta, 1}, {&gradient, 1}) != StepStatus::ok) return {};
    steps.push_back(theta - before);
  }
  return steps;
}

/// Check 2, without formulas: on a constant gradient g each step is −α·g/(|g| + ε), whatever
/// the size of g; on a gradient that turns, the step is the one worked out by hand.
bool numbers_hold(const MethodDeclaration& method) {
  for (const double gradient : {1e-8, 1e-6, 3.0, -2e4}) {
    const double expected = -gradient / (std::abs(gradient) + 1e-8);
    for (const double step : constant_gradient_steps(method, gradient)) {
      if (!(std::abs(step - expected) <= 1e-9)) return false;
    }
  }
  const auto adam =
      method.create_for({{"learning_rate", "1"}, {"beta1", "0.5"}, {"beta2", "0.75"}}, 1);
  double theta = 0.0;
  for (const double gradient : {1.0, -3.0}) {
    if (adam->step({&theta, 1}, {&gradient, 1}) != StepStatus::ok) return false;
  }
  // m: ½, −1¼, over 1 − ¼; v: ¼, 2 7/16, over 1 − 9/16
  const double expected = -1.0 + (1.25 / 0.75) / std::sqrt(2.4375 / 0.4375);
  return std::abs(theta - expected) <= 1e-7;
}

template <Fault fault>
MethodDeclaration adam_with() {
  return declare_method<AdamWith<fault>>();
}

TEST(Mutation, ChecksAcceptTheCatalogsAdam) {
  EXPECT_TRUE(formulas_hold(find_method("adam")));
  EXPECT_TRUE(numbers_hold(find_method("adam")));
}

TEST(Mutation, ChecksAcceptAdamWrittenOutAgain) {
  EXPECT_TRUE(formulas_hold(adam_with<Fault::none>()));
  EXPECT_TRUE(numbers_hold(adam_with<Fault::none>()));
}

template <class FaultConstant>
class WrongAdam : public ::testing::Test {};

template <Fault fault>
using Constant = std::integral_constant<Fault, fault>;
using WrongAdams =
    ::testing::Types<Constant<Fault::correction_missing>, Constant<Fault::missing_power>,
                     Constant<Fault::power_one_behind>, Constant<Fault::gradient_subtracted>,
                     Constant<Fault::gradient_unweighted>, Constant<Fault::square_missing>,
                     Constant<Fault::decays_swapped>, Constant<Fault::epsilon_misplaced>,
                     Constant<Fault::root_missing>, Constant<Fault::old_moments>,
                     Constant<Fault::step_uphill>>;
TYPED_TEST_SUITE(WrongAdam, WrongAdams);

TYPED_TEST(WrongAdam, IsRejectedByItsFormulas) {
  EXPECT_FALSE(formulas_hold(adam_with<TypeParam::value>()));
}

TYPED_TEST(WrongAdam, IsRejectedByItsNumbers) {
  EXPECT_FALSE(numbers_hold(adam_with<TypeParam::value>()));
}

/// Booth with one entry of a derivative off by a little.
class WrongBooth {
 public:
  WrongBooth(double gradient_factor, double hessian_offset)
      : gradient_factor_(gradient_factor), hessian_offset_(hessian_offset) {}
  Index dimension() const noexcept { return 2; }
  std::vector<double> start() const { return booth_->start(); }
  double value(const double* x) const noexcept { return booth_->value(x); }
  void gradient(const double* x, double* g) const noexcept {
    booth_->gradient(x, g);
    g[1] *= gradient_factor_;
  }
  void hessian(const double* x, double* h) const noexcept {
    booth_->hessian(x, h);
    h[3] += hessian_offset_;
  }

 private:
  std::unique_ptr<AnyProblem> booth_ = find_problem("booth").create({});
  double gradient_factor_;
  double hessian_offset_;
};

TEST(Mutation, DerivativeChecksAcceptBoothAndRejectItsWrongVersions) {
  const std::vector<double> point = {0.3, -2.0};
  EXPECT_LT(test::gradient_error(ProblemByName<WrongBooth>(1.0, 0.0), point), 1e-8);
  EXPECT_LT(test::hessian_error(ProblemByName<WrongBooth>(1.0, 0.0), point), 1e-8);
  EXPECT_GT(test::gradient_error(ProblemByName<WrongBooth>(1.0001, 0.0), point), 1e-8);
  EXPECT_GT(test::hessian_error(ProblemByName<WrongBooth>(1.0, 1e-3), point), 1e-8);
}

}  // namespace fall_line::mutation_test
