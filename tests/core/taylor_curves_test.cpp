// Taylor series: their coefficients, and the curves of their polynomials.

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "core/analysis/taylor_series.hpp"
#include "tests/core/analysis_table.hpp"
#include "tests/core/support.hpp"

namespace fall_line::taylor_curves_test {

using test::AnalysisTable;
using test::refusal_of;

TEST(TaylorModel, NamesDerivativeAndFactorialOfEachOrder) {
  const AnalysisTable taylor("taylor_model", "analysis.at=2\n");
  const double root = 1.0 / std::numbers::sqrt2;
  const double derivatives[] = {root, root, -root, -root, root};
  const double factorials[] = {1, 1, 2, 6, 24};
  for (Index k = 0; k < 5; ++k) {
    EXPECT_EQ(taylor.at("degree", k), static_cast<double>(k));
    EXPECT_NEAR(taylor.at("derivative", k), derivatives[k], 1e-15) << k;
    EXPECT_EQ(taylor.at("factorial", k), factorials[k]) << k;
  }
  EXPECT_EQ(taylor.at("factorial", 10), 3628800.0);
}

TEST(TaylorSeries, OfTheFlatFunctionAwayFromZero) {
  // f′ = 2f/x³ and f″ = (4/x⁶ − 6/x⁴)·f, at 1: 2/e and −2/e
  const auto found = series_coefficients(SeriesFunction::flat, 1.0, 3);
  EXPECT_NEAR(found[0], std::exp(-1.0), 1e-15);
  EXPECT_NEAR(found[1], 2.0 * std::exp(-1.0), 1e-15);
  EXPECT_NEAR(found[2], -std::exp(-1.0), 1e-15);
}

TEST(TaylorSeries, OfTheFlatFunctionIsZeroAtZeroAndSoCloseThatItUnderflows) {
  for (const double c : {0.0, 1e-3, -1e-30, 1e-300}) {
    for (const double one : series_coefficients(SeriesFunction::flat, c, 30)) EXPECT_EQ(one, 0.0);
  }
}

TEST(TaylorSeries, OfTheLogarithmAndTheGeometricSeries) {
  const auto logarithm = series_coefficients(SeriesFunction::logarithm, 2.0, 3);
  EXPECT_NEAR(logarithm[0], std::log(2.0), 1e-15);
  EXPECT_EQ(logarithm[1], 0.5);
  EXPECT_EQ(logarithm[2], -0.125);
  EXPECT_NEAR(logarithm[3], 1.0 / 24.0, 1e-17);
  for (const double one : series_coefficients(SeriesFunction::geometric, 0.0, 9)) {
    EXPECT_EQ(one, 1.0);
  }
}

TEST(TaylorCurves, AgreeWithTheModelsAtEveryOrder) {
  for (const char* function : {"sine", "exponential", "geometric", "flat"}) {
    const std::string shared =
        "analysis.function=" + std::string(function) + "\nanalysis.center=0.4\n";
    const AnalysisTable curves("taylor_curves",
                               shared + "analysis.low=-1\nanalysis.high=0.5\nanalysis.count=4\n");
    const AnalysisTable model("taylor_model", shared + "analysis.at=0.5\n");
    EXPECT_EQ(curves.at("position", 3), 0.5);
    EXPECT_EQ(curves.at("value", 3), model.at("value_there", 0)) << function;
    for (Index k = 0; k <= 10; ++k) {
      EXPECT_DOUBLE_EQ(curves.at("model", 3, static_cast<std::size_t>(k)), model.at("model", k))
          << function << " " << k;
    }
  }
}

TEST(TaylorCurves, HaveGapsWhereTheFunctionHas) {
  const AnalysisTable curves("taylor_curves",
                             "analysis.function=logarithm\nanalysis.center=1\nanalysis.low=-1\n"
                             "analysis.high=2\nanalysis.count=4\n");
  EXPECT_TRUE(std::isnan(curves.at("value", 0)));
  EXPECT_TRUE(std::isnan(curves.at("value", 1)));
  EXPECT_NEAR(curves.at("value", 2), 0.0, 1e-15);
  EXPECT_EQ(curves.at("model", 0, 1), -2.0) << "the polynomial itself is everywhere";
}

TEST(TaylorCurves, RefuseWhatHasNoDerivatives) {
  const auto argument = [](const std::string& settings) {
    return refusal_of([&] { analyse("analysis=taylor_curves\n" + settings); }).argument;
  };
  EXPECT_EQ(argument("analysis.function=logarithm\nanalysis.center=0\n"), "analysis.center");
  EXPECT_EQ(argument("analysis.function=geometric\nanalysis.center=1\n"), "analysis.center");
  EXPECT_EQ(argument("analysis.low=2\nanalysis.high=2\n"), "analysis.low, analysis.high");
  EXPECT_EQ(argument("analysis.order=31\n"), "analysis.order");
  EXPECT_EQ(argument("analysis.order=1.5\n"), "analysis.order");
}

}  // namespace fall_line::taylor_curves_test
