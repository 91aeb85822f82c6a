// Momentum and Nesterov's method in all their forms, against the closed form of their iterates
// on a quadratic: θ(t) = c₁z₁ᵗ + c₂z₂ᵗ with the roots z of z² − sum·z + product.

#include <gtest/gtest.h>

#include <cmath>
#include <complex>

#include "tests/core/method_alone.hpp"
#include "tests/core/support.hpp"

namespace fall_line::velocity_test {

using test::at;
using test::run_of;
using Complex = std::complex<long double>;

/// A form's recurrence on ½λθ² with a = α·λ: the sum and product of its roots, and θ(1)/θ(0).
struct Form {
  const char* method;
  const char* name;
  long double (*sum)(long double a, long double beta);
  long double (*product)(long double a, long double beta);
  long double (*first)(long double a, long double beta);
};

void PrintTo(const Form& form, std::ostream* out) { *out << form.method << " " << form.name; }

using Real = long double;
constexpr Real one(Real, Real) { return 1; }
const Form forms[] = {
    {"momentum", "sum", [](Real a, Real b) { return 1 + b - a; }, [](Real, Real b) { return b; },
     [](Real a, Real) { return 1 - a; }},
    {"momentum", "step", [](Real a, Real b) { return 1 + b - a; }, [](Real, Real b) { return b; },
     [](Real a, Real) { return 1 - a; }},
    {"momentum", "average", [](Real a, Real b) { return 1 + b - a * (1 - b); },
     [](Real, Real b) { return b; }, [](Real a, Real b) { return 1 - a * (1 - b); }},
    {"momentum", "old_velocity", [](Real, Real b) { return 1 + b; },
     [](Real a, Real b) { return b + a; }, one},
    {"nesterov", "look_ahead", [](Real a, Real b) { return (1 - a) * (1 + b); },
     [](Real a, Real b) { return (1 - a) * b; }, [](Real a, Real) { return 1 - a; }},
    {"nesterov", "look_ahead_sum", [](Real a, Real b) { return (1 - a) * (1 + b); },
     [](Real a, Real b) { return (1 - a) * b; }, [](Real a, Real) { return 1 - a; }},
    {"nesterov", "shifted", [](Real a, Real b) { return (1 - a) * (1 + b); },
     [](Real a, Real b) { return (1 - a) * b; }, [](Real a, Real b) { return 1 - a * (1 + b); }},
    {"nesterov", "shifted_sum", [](Real a, Real b) { return (1 - a) * (1 + b); },
     [](Real a, Real b) { return (1 - a) * b; }, [](Real a, Real b) { return 1 - a * (1 + b); }},
    {"nesterov", "old_velocity", [](Real a, Real b) { return 1 + b * (1 - a); },
     [](Real a, Real b) { return b * (1 - a) + a; }, one},
};

Run run_of_form(const Form& form, const std::string& problem, const std::string& settings,
                Index steps) {
  return run_of(problem + "method=" + form.method + "\nmethod.form=" + form.name + "\n" + settings,
                steps);
}

class VelocityForm : public ::testing::TestWithParam<Form> {};

TEST_P(VelocityForm, FollowsItsClosedFormInEachDirection) {
  constexpr Real alpha = 0.02L, beta = 0.5L;
  const Form& form = GetParam();
  const auto run =
      run_of_form(form, "problem=quadratic\n", "method.learning_rate=0.02\nmethod.beta=0.5\n", 200);
  const double curvature[] = {1.0, 20.0}, start[] = {-8.0, 6.0};
  for (std::size_t i = 0; i < 2; ++i) {
    const Real a = alpha * curvature[i];
    const Real half = form.sum(a, beta) / 2;
    const Complex root = std::sqrt(Complex(half * half - form.product(a, beta)));
    const Complex z1 = half + root, z2 = half - root;
    Complex c1 = (form.first(a, beta) - z2) / (z1 - z2), c2 = Real(1) - c1;
    for (Index step = 0; step <= 200; ++step) {
      const double expected = static_cast<double>((c1 + c2).real()) * start[i];
      ASSERT_NEAR(at(run, "theta", step, i), expected, 1e-12 * std::abs(start[i]))
          << "step " << step << ", coordinate " << i;
      c1 *= z1;
      c2 *= z2;
    }
  }
}

TEST_P(VelocityForm, ConvergesBelowItsStableCurvatureAndDivergesAbove) {
  for (const char* beta : {"0", "0.5", "0.9"}) {
    const std::string settings =
        "method.learning_rate=0.1\nmethod.beta=" + std::string(beta) + "\n";
    const auto growth = [&](double share) {
      const double bound =
          run_of_form(GetParam(), "problem=parabola\n", settings, 0).stable_curvature();
      const auto run = run_of_form(
          GetParam(), "problem=parabola\nproblem.curvature=" + std::to_string(share * bound) + "\n",
          settings, 3000);
      return run.status().reason == StopReason::none ? at(run, "loss", 3000) / at(run, "loss", 0)
                                                     : INFINITY;
    };
    EXPECT_LT(growth(0.98), 1e-2) << "beta " << beta;
    EXPECT_GT(growth(1.02), 1e2) << "beta " << beta;
  }
}

INSTANTIATE_TEST_SUITE_P(Velocity, VelocityForm, ::testing::ValuesIn(forms), [](const auto& info) {
  return std::string(info.param.method) + "_" + info.param.name;
});

TEST(Momentum, SumAndStepAgreeWhileTheLearningRateStays) {
  const std::string setup = "problem=booth\nmethod=momentum\nmethod.form=";
  const auto sum = run_of(setup + "sum\n", 200), step = run_of(setup + "step\n", 200);
  for (Index t = 0; t <= 200; ++t) {
    ASSERT_NEAR(at(sum, "theta", t), at(step, "theta", t), 1e-12) << "step " << t;
    if (t > 0) {
      ASSERT_NEAR(at(step, "velocity", t), -0.01 * at(sum, "velocity", t), 1e-12);
    }
  }
}

TEST(Momentum, AverageAgreesWithTheSumOfALearningRateTenTimesAsLarge) {
  const std::string setup = "problem=booth\nmethod=momentum\nmethod.form=";
  const auto sum = run_of(setup + "sum\nmethod.learning_rate=0.01\n", 200);
  const auto average = run_of(setup + "average\nmethod.learning_rate=0.1\n", 200);
  for (Index t = 0; t <= 200; ++t) {
    ASSERT_NEAR(at(sum, "theta", t), at(average, "theta", t), 1e-12) << "step " << t;
  }
}

TEST(Momentum, OldVelocityTakesNoFirstStep) {
  const auto run = run_of("problem=booth\nmethod=momentum\nmethod.form=old_velocity\n", 2);
  EXPECT_EQ(at(run, "delta", 1, 0), 0.0);
  EXPECT_EQ(at(run, "delta", 1, 1), 0.0);
  EXPECT_EQ(at(run, "delta", 2, 0), at(run, "velocity", 1, 0));
}

Run nesterov_on_booth(const char* form) {
  return run_of("problem=booth\nmethod=nesterov\nmethod.form=" + std::string(form) + "\n", 100);
}

TEST(Nesterov, ShiftedThetaIsTheNextPointTheOtherLooksAt) {
  const auto look_ahead = nesterov_on_booth("look_ahead"), shifted = nesterov_on_booth("shifted");
  for (Index t = 1; t < 100; ++t) {
    for (std::size_t i = 0; i < 2; ++i) {
      ASSERT_NEAR(at(shifted, "theta", t, i), at(look_ahead, "ahead", t + 1, i), 1e-12);
      ASSERT_NEAR(at(shifted, "velocity", t, i), at(look_ahead, "velocity", t, i), 1e-12);
      ASSERT_NEAR(at(shifted, "theta", t, i),
                  at(look_ahead, "theta", t, i) + 0.9 * at(look_ahead, "velocity", t, i), 1e-12);
    }
  }
}

TEST(Nesterov, SumsAgreeWithStepsWhileTheLearningRateStays) {
  for (const auto& [sum, step] :
       {std::pair{"look_ahead_sum", "look_ahead"}, std::pair{"shifted_sum", "shifted"}}) {
    const auto a = nesterov_on_booth(sum), b = nesterov_on_booth(step);
    for (Index t = 1; t <= 100; ++t) {
      ASSERT_NEAR(at(a, "theta", t), at(b, "theta", t), 1e-12) << sum << ", step " << t;
      ASSERT_NEAR(at(a, "ahead", t), at(b, "ahead", t), 1e-12) << sum << ", step " << t;
    }
  }
}

TEST(Nesterov, AheadGradientIsTheGradientAtTheAheadPoint) {
  for (const auto& form : forms) {
    if (form.method != std::string("nesterov")) continue;
    const auto run = nesterov_on_booth(form.name);
    for (Index t = 1; t <= 100; ++t) {
      const double ahead[] = {at(run, "ahead", t, 0), at(run, "ahead", t, 1)};
      double gradient[2];
      run.problem().gradient(ahead, gradient);
      ASSERT_EQ(at(run, "ahead_gradient", t, 0), gradient[0]) << form.name << ", step " << t;
      ASSERT_EQ(at(run, "ahead_gradient", t, 1), gradient[1]) << form.name << ", step " << t;
    }
  }
}

TEST(Nesterov, AsksForOneGradientAStep) {
  EXPECT_EQ(at(nesterov_on_booth("look_ahead"), "evaluations", 100), 100.0);
  EXPECT_EQ(at(nesterov_on_booth("shifted"), "evaluations", 100), 100.0);
}

TEST(Nesterov, WithoutMemoryIsGradientDescent) {
  const auto descent = run_of("problem=booth\nmethod=gradient_descent\n", 50);
  for (const char* form : {"look_ahead", "shifted", "shifted_sum"}) {
    const auto run = run_of(
        "problem=booth\nmethod=nesterov\nmethod.beta=0\nmethod.form=" + std::string(form) + "\n",
        50);
    EXPECT_EQ(at(run, "theta", 50, 0), at(descent, "theta", 50, 0)) << form;
  }
}

// κ = 100, α = 1/L, β = (√κ − 1)/(√κ + 1): f falls like (1 − 1/√κ)ᵏ (Nesterov 2004, 2.2.1)
TEST(Nesterov, BeatsTheBestRateOfGradientDescentOnAQuadratic) {
  const auto run = run_of(
      "problem=quadratic\nproblem.curvature1=1\nproblem.curvature2=100\nstart=10,1\n"
      "method=nesterov\nmethod.learning_rate=0.01\nmethod.beta=0.81818181818181823\n",
      200);
  const double error = at(run, "loss", 0) + 0.5 * (10.0 * 10.0 + 1.0);
  for (Index t = 1; t <= 200; ++t) {
    ASSERT_LE(at(run, "loss", t), error * std::pow(0.9, t)) << "step " << t;
  }
  EXPECT_LT(at(run, "loss", 200), 1e-6 * at(run, "loss", 0) * std::pow(99.0 / 101.0, 2.0 * 200.0));
}

}  // namespace fall_line::velocity_test
