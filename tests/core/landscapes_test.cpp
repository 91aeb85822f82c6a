// The test functions: each against a second definition whose derivatives are carried
// automatically, and against what is known of it.

#include <gtest/gtest.h>

#include <numbers>

#include "core/analysis/evaluation.hpp"
#include "core/catalog/catalog.hpp"
#include "tests/core/jet.hpp"
#include "tests/core/support.hpp"

namespace fall_line::landscapes_test {

using test::Jet;
using test::square;

constexpr double pi = std::numbers::pi;

struct Definition {
  const char* problem;
  Jet (*f)(Jet x, Jet y);
};

void PrintTo(const Definition& definition, std::ostream* out) { *out << definition.problem; }

Jet ackley(Jet x, Jet y) {
  const Jet mean_square = 0.5 * (x * x + y * y);
  const Jet mean_wave = 0.5 * (cos(2.0 * pi * x) + cos(2.0 * pi * y));
  return 20.0 + std::numbers::e - 20.0 * exp(-0.2 * sqrt(mean_square)) - exp(mean_wave);
}

Jet plateau(Jet x, Jet y) {
  const auto bend = [](Jet u) { return sqrt(u * u + 0.0625); };
  const auto terraces = [&](Jet u) {
    return bend(u) + 0.5 * (bend(u - 7.0) + bend(u + 7.0) - bend(u - 2.0) - bend(u + 2.0));
  };
  return terraces(x) - terraces(0.0) + 0.5 * y * y;
}

const Definition definitions[] = {
    {"booth", [](Jet x, Jet y) { return square(x + 2.0 * y - 7.0) + square(2.0 * x + y - 5.0); }},
    {"rosenbrock", [](Jet x, Jet y) { return square(1.0 - x) + 100.0 * square(y - x * x); }},
    {"beale",
     [](Jet x, Jet y) {
       return square(1.5 - x + x * y) + square(2.25 - x + x * y * y) +
              square(2.625 - x + x * y * y * y);
     }},
    {"himmelblau", [](Jet x, Jet y) { return square(x * x + y - 11.0) + square(x + y * y - 7.0); }},
    {"rastrigin",
     [](Jet x, Jet y) {
       return 20.0 + x * x - 10.0 * cos(2.0 * pi * x) + y * y - 10.0 * cos(2.0 * pi * y);
     }},
    {"ackley", ackley},
    {"saddle", [](Jet x, Jet y) { return x * x - y * y; }},
    {"monkey_saddle", [](Jet x, Jet y) { return x * x * x - 3.0 * x * y * y; }},
    {"plateau", plateau},
    {"ravine", [](Jet x, Jet y) { return 0.5 * x * x + 25.0 * square(y - 0.25 * x * x); }},
    {"quartic", [](Jet x, Jet) { return 0.25 * x * x * x * x; }},
    {"double_well", [](Jet x, Jet) { return square(x * x - 8.0); }},
    {"x_cos_pi_x", [](Jet x, Jet) { return x * cos(pi * x); }},
};

class Landscape : public ::testing::TestWithParam<Definition> {};

// 64 points of the window; round-off of the largest term is what the tolerance stands for
TEST_P(Landscape, HasTheValueGradientAndHessianOfItsDefinition) {
  const auto& declaration = find_problem(GetParam().problem);
  const auto problem = declaration.create({});
  const Domain& window = declaration.domain;
  const bool plane = problem->dimension() == 2;
  test::Inputs inputs(81);
  for (int i = 0; i < 64; ++i) {
    const double x[] = {inputs.between(window.x_low, window.x_high),
                        inputs.between(window.y_low, window.y_high)};
    const Jet expected = GetParam().f(Jet::x(x[0]), Jet::y(x[1]));
    double g[2] = {}, h[4] = {};
    problem->gradient(x, g);
    problem->hessian(x, h);
    const auto close = [&](double found, double wanted, const char* what) {
      EXPECT_NEAR(found, wanted, 2e-13 * (1.0 + std::abs(wanted) + std::abs(expected.value)))
          << what << " at " << x[0] << ", " << x[1];
    };
    close(problem->value(x), expected.value, "f");
    close(g[0], expected.dx, "df/dx");
    close(h[0], expected.dxx, "d²f/dx²");
    if (!plane) continue;
    close(g[1], expected.dy, "df/dy");
    close(h[1], expected.dxy, "d²f/dxdy");
    close(h[3], expected.dyy, "d²f/dy²");
  }
}

INSTANTIATE_TEST_SUITE_P(Functions, Landscape, ::testing::ValuesIn(definitions),
                         [](const auto& info) { return std::string(info.param.problem); });

double value_at(const char* problem, std::vector<double> x) {
  return find_problem(problem).create({})->value(x.data());
}

TEST(Himmelblau, FourMinimaAreZeroAndTheMaximumIs181) {
  int minima = 0, maxima = 0, saddles = 0;
  for (const auto& point : find_problem("himmelblau").critical_points) {
    const double value = value_at("himmelblau", {point.x, point.y});
    if (point.kind == CriticalKind::minimum) {
      EXPECT_NEAR(value, 0.0, 1e-28);
      ++minima;
    } else if (point.kind == CriticalKind::maximum) {
      EXPECT_NEAR(value, 181.61652152258270, 1e-12);
      ++maxima;
    } else {
      ++saddles;
    }
  }
  EXPECT_EQ(minima, 4);
  EXPECT_EQ(maxima, 1);
  EXPECT_EQ(saddles, 4);
}

TEST(Beale, MinimumIsZeroAndTheSaddlesAreAbove) {
  EXPECT_EQ(value_at("beale", {3.0, 0.5}), 0.0);
  EXPECT_EQ(value_at("beale", {0.0, 1.0}), 14.203125);
  EXPECT_NEAR(value_at("beale", {0.10053793732415836, -2.644513585023125}), 9.8645122847555602,
              1e-13);
}

TEST(Rastrigin, IsZeroAtTheOriginAndAlmostOneInTheNextTrough) {
  EXPECT_EQ(value_at("rastrigin", {0.0, 0.0}), 0.0);
  EXPECT_NEAR(value_at("rastrigin", {0.9949586376523348, 0.0}), 0.99495905709329139, 1e-14);
  EXPECT_NEAR(value_at("rastrigin", {0.5025460365546747, 0.0}), 20.251272990990113, 1e-13);
}

TEST(Ackley, IsZeroAtItsTip) { EXPECT_EQ(value_at("ackley", {0.0, 0.0}), 0.0); }

TEST(Ackley, RisesLikeAConeFromItsTip) {
  // slope 2√2 in every direction, as long as the waves' curvature is beyond double precision
  for (const double h : {1e-12, 1e-9}) {
    EXPECT_NEAR(value_at("ackley", {h, 0.0}) / h, 2.0 * std::numbers::sqrt2, 1e-7);
    EXPECT_NEAR(value_at("ackley", {0.0, -h}) / h, 2.0 * std::numbers::sqrt2, 1e-7);
  }
}

TEST(Ackley, DerivativesAtTheTipAreThoseOfTheWavesAlone) {
  const auto found = evaluate(*find_problem("ackley").create({}), {0.0, 0.0});
  EXPECT_EQ(found.gradient, (std::vector<double>{0.0, 0.0}));
  EXPECT_NEAR(found.hessian[0], 2.0 * pi * pi * std::numbers::e, 1e-13);
  EXPECT_EQ(found.hessian[1], 0.0);
}

TEST(Ravine, ConditionNumberAtTheMinimumIsTheChosenOne) {
  for (const char* condition : {"1", "50", "1e6"}) {
    const auto found = evaluate(*find_problem("ravine").create({{"condition", condition}}), {0, 0});
    EXPECT_EQ(found.eigenvalues[1] / found.eigenvalues[0], std::stod(condition));
  }
}

TEST(Plateau, IsSteepThenFlatThenSteepAlongX) {
  const auto problem = find_problem("plateau").create({});
  const auto slope = [&](double x) {
    const double at[] = {x, 0.0};
    double g[2];
    problem->gradient(at, g);
    return g[0];
  };
  EXPECT_GT(slope(8.0), 0.98);
  EXPECT_GT(slope(1.0), 0.95);
  for (const double x : {3.5, 4.0, 4.5, 5.0, 5.5}) {
    EXPECT_LT(slope(x), 0.01) << x;
    EXPECT_GT(slope(x), 0.003) << x;
    EXPECT_EQ(slope(-x), -slope(x));
  }
}

// whatever its width, only the origin is critical
TEST(Plateau, SlopesTowardsTheMiddleEverywhere) {
  for (const char* width : {"0", "0.1", "5", "20", "1000"}) {
    const auto problem = find_problem("plateau").create({{"width", width}});
    for (double x = 1e-6; x < 2000.0; x *= 1.01) {
      const double at[] = {x, 0.0};
      double g[2];
      problem->gradient(at, g);
      ASSERT_GT(g[0], 0.0) << "width " << width << ", x " << x;
    }
  }
}

TEST(XCosPiX, MinimaOfTheLectureLieAboveItsEndPoint) {
  const auto points = find_problem("x_cos_pi_x").critical_points;
  EXPECT_NEAR(points[0].x, -0.274, 5e-4);
  EXPECT_NEAR(value_at("x_cos_pi_x", {points[0].x}), -0.1786, 5e-5);
  EXPECT_NEAR(points[1].x, 1.090, 5e-4);
  EXPECT_NEAR(value_at("x_cos_pi_x", {points[1].x}), -1.0467, 5e-5);
  EXPECT_EQ(value_at("x_cos_pi_x", {-2.0}), -2.0);
  EXPECT_TRUE(find_problem("x_cos_pi_x").minimizer.empty());
}

TEST(XCosPiX, HasNoLowestValue) { EXPECT_EQ(value_at("x_cos_pi_x", {-1000.0}), -1000.0); }

TEST(Quartic, IsStrictlyConvexWithoutCurvatureAtItsMinimum) {
  const auto found = evaluate(*find_problem("quartic").create({}), {0.0});
  EXPECT_EQ(found.value, 0.0);
  EXPECT_EQ(found.hessian[0], 0.0);
  EXPECT_GT(value_at("quartic", {1e-3}), 0.0);
}

TEST(Saddle, DescendsWithoutEndAwayFromItsRidge) {
  EXPECT_EQ(value_at("saddle", {0.0, 1000.0}), -1e6);
  EXPECT_EQ(value_at("saddle", {1.0, 1.0}), 0.0);
}

TEST(MonkeySaddle, LooksTheSameTurnedByAThirdOfATurn) {
  const auto problem = find_problem("monkey_saddle").create({});
  const double c = -0.5, s = std::sqrt(3.0) / 2.0;
  const double x[] = {1.1, -0.4}, turned[] = {c * x[0] - s * x[1], s * x[0] + c * x[1]};
  EXPECT_NEAR(problem->value(x), problem->value(turned), 1e-14);
}

}  // namespace fall_line::landscapes_test
