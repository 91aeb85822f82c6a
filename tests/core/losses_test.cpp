// Where losses break: overflow, underflow, kinks, factors of two.

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "core/numerics/exponential.hpp"
#include "tests/core/loss_check.hpp"
#include "tests/core/loss_support.hpp"

namespace fall_line::losses_test {

using test::certain;
using test::evaluate;
using test::loss_of;

constexpr std::string_view softmax = "softmax_cross_entropy", svm = "multiclass_svm";

TEST(Softmax, SurvivesScoresOfAThousand) {
  EXPECT_EQ(loss_of(softmax, {}, {1000, 0, -1000}, 0), 0.0);
  EXPECT_EQ(loss_of(softmax, {}, {1000, 0, -1000}, 1), 1000.0);
  EXPECT_EQ(loss_of(softmax, {}, {1000, 0, -1000}, 2), 2000.0);
}

TEST(Softmax, SurvivesTheLargestScoresThereAre) {
  for (const char* form : {"stable", "log1p"}) {
    const Settings settings = {{"form", form}};
    EXPECT_EQ(loss_of(softmax, settings, {-1e308, 0.0}, 1), 0.0);
    EXPECT_EQ(loss_of(softmax, settings, {-1e308, 0.0}, 0), 1e308);
    EXPECT_NEAR(loss_of(softmax, settings, {-1e308, -1e308}, 0), std::log(2.0), 1e-15);
    // s − max overflows to −∞, whose exponential is 0 all the same
    EXPECT_EQ(loss_of(softmax, settings, {1e308, -1e308}, 0), 0.0);
    const auto gradient = evaluate(softmax, settings, {1e308, -1e308}, certain(0, 2)).gradient;
    EXPECT_EQ(gradient, (std::vector<double>{0.0, 0.0}));
  }
}

TEST(Softmax, AsPrintedOverflowsAndUnderflows) {
  const Settings naive = {{"form", "naive"}};
  EXPECT_TRUE(std::isnan(loss_of(softmax, naive, {1000, 0, -1000}, 0)));
  EXPECT_EQ(loss_of(softmax, naive, {0, -1000}, 1), INFINITY);
  EXPECT_TRUE(std::isnan(loss_of(softmax, naive, {-1000, -1000}, 1)));
}

TEST(Softmax, FormsAgreeOnModerateScores) {
  test::Inputs inputs(61);
  for (int i = 0; i < 200; ++i) {
    const auto scores = test::random_scores(inputs, 5, 10.0);
    const auto target = test::random_distribution(inputs, 5);
    const auto stable = evaluate(softmax, {}, scores, target);
    for (const char* form : {"naive", "log1p"}) {
      const auto other = evaluate(softmax, {{"form", form}}, scores, target);
      ASSERT_NEAR(other.loss, stable.loss, 1e-14 * stable.loss);
      for (std::size_t k = 0; k < 5; ++k) {
        ASSERT_NEAR(other.gradient[k], stable.gradient[k], 1e-15);
      }
    }
  }
}

TEST(Softmax, AgreesWithLongDouble) {
  test::Inputs inputs(62);
  for (int i = 0; i < 500; ++i) {
    const auto scores = test::random_scores(inputs, 4, std::pow(10.0, inputs.between(-2.0, 2.5)));
    const auto label = static_cast<std::size_t>(i % 4);
    const long double top = *std::max_element(scores.begin(), scores.end());
    long double sum = 0.0L;
    for (const double score : scores) sum += std::exp(score - top);
    const auto expected = static_cast<double>(std::log(sum) + top - scores[label]);
    ASSERT_NEAR(loss_of(softmax, {}, scores, i % 4), expected, 1e-14 * std::max(1.0, expected));
  }
}

TEST(Softmax, StaysTheSameWhenAllScoresShift) {
  test::Inputs inputs(63);
  for (int i = 0; i < 100; ++i) {
    auto scores = test::random_scores(inputs, 6, 8.0);
    for (double& score : scores) score = std::ldexp(std::round(std::ldexp(score, 20)), -20);
    const double before = loss_of(softmax, {}, scores, i % 6);
    const double shift = std::ldexp(std::round(std::ldexp(inputs.between(-1e3, 1e3), 10)), -10);
    for (double& score : scores) score += shift;  // exact: few bits each
    ASSERT_EQ(loss_of(softmax, {}, scores, i % 6), before);
  }
}

TEST(Softmax, GradientSumsToZero) {
  test::Inputs inputs(64);
  for (const char* form : {"stable", "naive", "log1p"}) {
    for (int i = 0; i < 100; ++i) {
      const auto gradient =
          evaluate(softmax, {{"form", form}, {"smoothing", "0.2"}},
                   test::random_scores(inputs, 7, 20.0), test::random_distribution(inputs, 7))
              .gradient;
      ASSERT_NEAR(std::accumulate(gradient.begin(), gradient.end(), 0.0), 0.0, 1e-15);
    }
  }
}

TEST(Softmax, OfOneClassIsNothing) {
  for (const char* form : {"stable", "naive", "log1p"}) {
    for (const char* smoothing_form : {"others", "everyone"}) {
      const auto alone = evaluate(
          softmax, {{"form", form}, {"smoothing", "0.1"}, {"smoothing_form", smoothing_form}},
          {3.7}, {1.0});
      EXPECT_EQ(alone.loss, 0.0);
      EXPECT_EQ(alone.gradient[0], 0.0);
    }
  }
}

TEST(Softmax, GradientIsExactlyProbabilityMinusTargetWhereTheProbabilityUnderflows) {
  const auto wrong = evaluate(softmax, {}, {1000.0, 0.0}, certain(1, 2));
  EXPECT_EQ(wrong.gradient, (std::vector<double>{1.0, -1.0}));
  const auto tiny = evaluate(softmax, {}, {0.0, -740.0}, certain(0, 2));
  EXPECT_EQ(tiny.gradient[1], exponential(-740.0));
  EXPECT_GT(tiny.gradient[1], 0.0);
}

TEST(Softmax, TemperatureDividesTheScores) {
  const auto warm = evaluate(softmax, {{"temperature", "4"}}, {8.0, 4.0, -2.0}, certain(0, 3));
  const auto scaled = evaluate(softmax, {}, {2.0, 1.0, -0.5}, certain(0, 3));
  EXPECT_EQ(warm.loss, scaled.loss);
  for (std::size_t k = 0; k < 3; ++k) EXPECT_EQ(warm.gradient[k], scaled.gradient[k] / 4.0);
}

TEST(Softmax, PassesNanOn) {
  for (std::size_t place = 0; place < 3; ++place) {
    std::vector<double> scores = {1.0, 2.0, 3.0};
    scores[place] = NAN;
    EXPECT_TRUE(std::isnan(loss_of(softmax, {}, scores, 1))) << place;
  }
}

TEST(Softmax, IsLinearInTheTarget) {
  test::Inputs inputs(65);
  for (const char* smoothing_form : {"others", "everyone"}) {
    const Settings settings = {{"smoothing", "0.1"}, {"smoothing_form", smoothing_form}};
    for (int i = 0; i < 100; ++i) {
      const auto scores = test::random_scores(inputs, 5, 10.0);
      const auto a = test::random_distribution(inputs, 5), b = certain(i % 5, 5);
      const double lambda = inputs.between(0.0, 1.0);
      std::vector<double> mixed(5);
      mixup(a.data(), b.data(), lambda, 5, mixed.data());
      ASSERT_NEAR(evaluate(softmax, settings, scores, mixed).loss,
                  lambda * evaluate(softmax, settings, scores, a).loss +
                      (1.0 - lambda) * evaluate(softmax, settings, scores, b).loss,
                  1e-13);
    }
  }
}

TEST(Softmax, HessianIsPositiveSemidefinite) {
  test::Inputs inputs(66);
  const auto loss = find_loss(softmax).create({});
  for (int i = 0; i < 50; ++i) {
    const auto scores = test::random_scores(inputs, 4, 30.0),
               v = test::random_scores(inputs, 4, 1.0);
    std::vector<double> h(16);
    loss->hessian(scores.data(), certain(0, 4).data(), 4, h.data());
    double quadratic = 0.0;
    for (std::size_t k = 0; k < 16; ++k) quadratic += v[k / 4] * h[k] * v[k % 4];
    ASSERT_GE(quadratic, -1e-16);
  }
}

TEST(Softmax, HessianKeepsCurvaturesFarBelowOneUlpOfOne) {
  double h[4];
  find_loss(softmax).create({})->hessian(std::vector<double>{110.0, 0.0}.data(),
                                         certain(0, 2).data(), 2, h);
  EXPECT_NEAR(h[0] / std::exp(-110.0), 1.0, 1e-14);
  EXPECT_EQ(h[1], -h[0]);
}

TEST(Svm, TermsOnTheKinkHaveNoSlope) {
  const auto kink = evaluate(svm, {}, {3.0, 2.0, 1.0}, certain(0, 3));
  EXPECT_EQ(kink.loss, 0.0);
  EXPECT_EQ(kink.gradient, (std::vector<double>{0.0, 0.0, 0.0}));
}

TEST(Svm, GradientOfTheRightClassCountsTheViolations) {
  EXPECT_EQ(evaluate(svm, {}, {0.0, 0.5, -5.0, 0.0}, certain(0, 4)).gradient,
            (std::vector<double>{-2.0, 1.0, 0.0, 1.0}));
}

TEST(Svm, SquaredHingeHasTheFactorTwo) {
  EXPECT_EQ(evaluate(svm, {{"power", "squared"}}, {0.0, 0.5}, certain(0, 2)).gradient,
            (std::vector<double>{-3.0, 3.0}));
}

TEST(Svm, SquaredHingeIsSmoothAcrossTheKink) {
  const auto slope = [](double score) {
    return evaluate(svm, {{"power", "squared"}}, {1.0, score}, certain(0, 2)).gradient[1];
  };
  EXPECT_NEAR(slope(1e-9) - slope(-1e-9), 0.0, 1e-8);
}

TEST(Hinge, SquaredIsDifferentiableOnItsKinkAndLinearIsNot) {
  const auto error = [](std::string_view loss, const char* power,
                        const test::LossExample& on_kink) {
    return test::gradient_error(*find_loss(loss).create({{"power", power}}), on_kink);
  };
  const test::LossExample classes = {{1.0, 0.0}, certain(0, 2)}, labels = {{1.0}, {1.0}};
  EXPECT_LT(error(svm, "squared", classes), 2e-6);
  EXPECT_LT(error("hinge", "squared", labels), 2e-6);
  EXPECT_GT(error(svm, "linear", classes), 0.1);
  EXPECT_GT(error("hinge", "linear", labels), 0.1);
}

TEST(Svm, MarginScalesTogetherWithTheScores) {
  EXPECT_DOUBLE_EQ(loss_of(svm, {{"margin", "2"}}, {6.4, 10.2, -3.4}, 0),
                   2.0 * loss_of(svm, {}, {3.2, 5.1, -1.7}, 0));
}

TEST(Svm, OfOneClassIsNothing) {
  for (const char* reduction : {"sum", "mean"}) {
    const auto alone = evaluate(svm, {{"reduction", reduction}}, {3.7}, {1.0});
    EXPECT_EQ(alone.loss, 0.0);
    EXPECT_EQ(alone.gradient[0], 0.0);
  }
}

TEST(Svm, PassesNanOn) { EXPECT_TRUE(std::isnan(loss_of(svm, {}, {1.0, NAN, 0.0}, 0))); }

TEST(BinaryHinge, PaysForTheMissingMargin) {
  EXPECT_EQ(evaluate("hinge", {}, {0.25}, {1.0}).loss, 0.75);
  EXPECT_EQ(evaluate("hinge", {}, {0.25}, {-1.0}).loss, 1.25);
  EXPECT_EQ(evaluate("hinge", {{"power", "squared"}}, {0.25}, {-1.0}).loss, 1.25 * 1.25);
  EXPECT_EQ(evaluate("hinge", {}, {1.5}, {1.0}).loss, 0.0);
}

TEST(BinaryHinge, RestsOnTheKink) {
  EXPECT_EQ(evaluate("hinge", {}, {1.0}, {1.0}).gradient[0], 0.0);
  EXPECT_EQ(evaluate("hinge", {}, {std::nextafter(1.0, 0.0)}, {1.0}).gradient[0], -1.0);
}

TEST(Logistic, SurvivesScoresOfAThousand) {
  const auto right = evaluate("logistic", {}, {1000.0}, {1.0});
  EXPECT_EQ(right.loss, 0.0);
  EXPECT_EQ(right.gradient[0], 0.0);
  const auto wrong = evaluate("logistic", {}, {-1000.0}, {1.0});
  EXPECT_EQ(wrong.loss, 1000.0);
  EXPECT_EQ(wrong.gradient[0], -1.0);
  const auto other = evaluate("logistic", {}, {1000.0}, {-1.0});
  EXPECT_EQ(other.loss, 1000.0);
  EXPECT_EQ(other.gradient[0], 1.0);
}

TEST(Logistic, KeepsLossesFarBelowOneUlpOfOne) {
  EXPECT_NEAR(evaluate("logistic", {}, {110.0}, {1.0}).loss / std::exp(-110.0), 1.0, 1e-14);
  EXPECT_NEAR(evaluate("logistic", {}, {-110.0}, {-1.0}).gradient[0] / std::exp(-110.0), 1.0,
              1e-14);
}

TEST(Logistic, GradientStaysBetweenMinusOneAndOne) {
  for (double s = -800.0; s <= 800.0; s += 0.7) {
    const double gradient = evaluate("logistic", {}, {s}, {1.0}).gradient[0];
    ASSERT_GE(gradient, -1.0);
    ASSERT_LE(gradient, 0.0);
    ASSERT_EQ(evaluate("logistic", {}, {-s}, {-1.0}).gradient[0], -gradient);
  }
}

TEST(Logistic, IsTheCrossEntropyOfTwoClasses) {
  test::Inputs inputs(67);
  for (int i = 0; i < 100; ++i) {
    const double s = inputs.between(-40.0, 40.0);
    ASSERT_NEAR(evaluate("logistic", {}, {s}, {1.0}).loss,
                loss_of(softmax, {{"form", "log1p"}}, {s, 0.0}, 0), 1e-14 * std::max(1.0, -s));
  }
}

TEST(Logistic, AtZeroIsTheLogOfTwo) {
  EXPECT_NEAR(evaluate("logistic", {}, {0.0}, {1.0}).loss, std::log(2.0), 1e-16);
  EXPECT_EQ(evaluate("logistic", {}, {0.0}, {1.0}).gradient[0], -0.5);
}

TEST(SquaredError, ScalesBySumMeanAndHalf) {
  const std::vector<double> s = {3.0, -1.0, 2.0, 0.0}, y = {1.0, -2.0, 2.0, 0.0};
  const auto of = [&](const char* scaling) {
    return evaluate("squared_error", {{"scaling", scaling}}, s, y);
  };
  EXPECT_EQ(of("sum").loss, 5.0);
  EXPECT_EQ(of("mean").loss, 1.25);
  EXPECT_EQ(of("half").loss, 2.5);
  EXPECT_EQ(of("sum").gradient[0], 4.0);
  EXPECT_EQ(of("mean").gradient[0], 1.0);
  EXPECT_EQ(of("half").gradient[0], 2.0);
}

}  // namespace fall_line::losses_test
