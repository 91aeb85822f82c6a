#include "core/analysis/penalty.hpp"

#include <gtest/gtest.h>

#include <map>

#include "core/catalog/catalog.hpp"
#include "tests/core/analysis_table.hpp"
#include "tests/core/support.hpp"

namespace fall_line::penalty_test {

using test::AnalysisTable;

/// The table under `settings`, names without their prefix "analysis.".
AnalysisTable penalty(const std::map<std::string, std::string>& settings) {
  std::string text;
  for (const auto& [name, value] : settings) text += "analysis." + name + "=" + value + "\n";
  return {"penalty", text};
}

std::vector<double> column(const AnalysisTable& table, std::string_view name) {
  return table.trace().values(table.trace().find(name));
}

// lecture 2: w₁ and w₂ give x = (1, 1, 1, 1) the same score
constexpr const char *lopsided = "1,0,0,0", *even = "0.25,0.25,0.25,0.25";

TEST(Penalty, OfL2PrefersEvenWeightsWithTheSameScore) {
  EXPECT_EQ(penalty({{"weights", lopsided}}).last("total"), 1.0);
  EXPECT_EQ(penalty({{"weights", even}}).last("total"), 0.25);
}

TEST(Penalty, OfL1DoesNotCareHowAScoreIsSpread) {
  EXPECT_EQ(penalty({{"penalty", "l1"}, {"weights", lopsided}}).last("total"), 1.0);
  EXPECT_EQ(penalty({{"penalty", "l1"}, {"weights", even}}).last("total"), 1.0);
}

TEST(Penalty, OfTheElasticNetIsL1AndAShareOfL2) {
  const auto total = [](const char* weights) {
    return penalty({{"penalty", "elastic_net"}, {"square_share", "0.5"}, {"weights", weights}})
        .last("total");
  };
  EXPECT_EQ(total(lopsided), 1.5);
  EXPECT_EQ(total(even), 1.125);
}

TEST(Penalty, ByDefaultChargesSquaresAndLeavesTheBiasFree) {
  const AnalysisTable table("penalty", "");
  EXPECT_EQ(column(table, "weight"), (std::vector<double>{1.0, -2.0, 0.5, 0.0, 3.0}));
  EXPECT_EQ(column(table, "is_bias"), (std::vector<double>{0, 0, 0, 0, 1}));
  EXPECT_EQ(column(table, "penalised"), (std::vector<double>{1, 1, 1, 1, 0}));
  EXPECT_EQ(column(table, "square"), (std::vector<double>{1.0, 4.0, 0.25, 0.0, 9.0}));
  EXPECT_EQ(column(table, "magnitude"), (std::vector<double>{1.0, 2.0, 0.5, 0.0, 3.0}));
  EXPECT_EQ(column(table, "term"), (std::vector<double>{1.0, 4.0, 0.25, 0.0, 0.0}));
  EXPECT_EQ(column(table, "slope"), (std::vector<double>{2.0, -4.0, 1.0, 0.0, 0.0}));
  EXPECT_EQ(column(table, "curvature"), (std::vector<double>{2.0, 2.0, 2.0, 2.0, 0.0}));
  EXPECT_EQ(column(table, "total"), (std::vector<double>{1.0, 5.0, 5.25, 5.25, 5.25}));
}

TEST(Penalty, OfHalvedL2HasTheWeightItselfAsSlope) {
  const auto table = penalty({{"penalty", "half_l2"}});
  EXPECT_EQ(column(table, "slope"), (std::vector<double>{1.0, -2.0, 0.5, 0.0, 0.0}));
  EXPECT_EQ(column(table, "curvature"), (std::vector<double>{1.0, 1.0, 1.0, 1.0, 0.0}));
  EXPECT_EQ(table.last("total"), 2.625);
}

TEST(Penalty, OfL1PullsAllEquallyAndRestsAtTheKink) {
  const auto table =
      penalty({{"penalty", "l1"}, {"regularization_strength", "0.5"}, {"bias", "-0"}});
  EXPECT_EQ(column(table, "slope"), (std::vector<double>{0.5, -0.5, 0.5, 0.0, 0.0}));
  EXPECT_EQ(column(table, "curvature"), std::vector<double>(5, 0.0));
}

TEST(Penalty, OfTheElasticNetRestsAtTheKinkAndCurvesByTheSquaresAlone) {
  const auto table = penalty(
      {{"penalty", "elastic_net"}, {"regularization_strength", "2"}, {"square_share", "0.25"}});
  EXPECT_EQ(column(table, "slope"), (std::vector<double>{3.0, -4.0, 2.5, 0.0, 0.0}));
  EXPECT_EQ(column(table, "curvature"), (std::vector<double>{1.0, 1.0, 1.0, 1.0, 0.0}));
}

TEST(Penalty, ChargesTheBiasOnlyWhenToldTo) {
  const auto table = penalty({{"bias_penalty", "penalised"}});
  EXPECT_EQ(table.last("penalised"), 1.0);
  EXPECT_EQ(table.last("term"), 9.0);
  EXPECT_EQ(table.last("slope"), 6.0);
  EXPECT_EQ(table.last("total"), 14.25);
}

// linear regression without examples' errors: its loss at w is what the table says
TEST(Penalty, IsWhatAModelAddsToItsLoss) {
  for (const char* kind : {"l2", "half_l2", "l1", "elastic_net"}) {
    for (const char* of_bias : {"free", "penalised"}) {
      const Settings settings = {{"penalty", kind},
                                 {"bias_penalty", of_bias},
                                 {"regularization_strength", "0.7"},
                                 {"square_share", "0.3"}};
      const auto& regression = find_problem("linear_regression");
      const auto bare = regression.create({}), charged = regression.create(settings);
      ASSERT_EQ(bare->dimension(), 2);
      const double x[] = {-1.25, 3.0};
      std::map<std::string, std::string> same = {{"weights", "-1.25"}, {"bias", "3"}};
      same.insert(settings.begin(), settings.end());
      const auto table = penalty(same);
      EXPECT_NEAR(charged->value(x) - bare->value(x), table.last("total"), 1e-11) << kind;
      double without[2], with[2];
      bare->gradient(x, without);
      charged->gradient(x, with);
      for (Index i = 0; i < 2; ++i) {
        EXPECT_NEAR(with[i] - without[i], table.at("slope", i), 1e-11) << kind << of_bias << i;
      }
    }
  }
}

TEST(Penalty, TakesAThousandWeightsAndNotOneMore) {
  std::string weights = "2";
  for (Index i = 1; i < PenaltyTable::most_weights; ++i) weights += ",2";
  const auto table = penalty({{"weights", weights}});
  EXPECT_EQ(table.rows(), 1001);
  EXPECT_EQ(table.last("total"), 4000.0);
  const auto refusal = test::refusal_of([&] { penalty({{"weights", weights + ",2"}}); });
  EXPECT_EQ(refusal.argument, "analysis.weights");
  EXPECT_NE(refusal.message.find("1001 numbers; allowed: at most 1000"), std::string::npos)
      << refusal.message;
}

TEST(Penalty, StaysFiniteForTheLargestOfEverything) {
  const auto table = penalty({{"penalty", "elastic_net"},
                              {"regularization_strength", "1e12"},
                              {"square_share", "1e6"},
                              {"weights", "-1e100,1e100"}});
  EXPECT_DOUBLE_EQ(table.last("total"), 2e218);
}

TEST(Penalty, RefusesWhatIsNoWeight) {
  const auto refused = [](const std::string& name, const std::string& value) {
    return test::refusal_of([&] { penalty({{name, value}}); });
  };
  for (const char* weights : {"", "1,", "1;2", "1, 2", "nan", "one", "1e101", "-1e101"}) {
    const auto [argument, message] = refused("weights", weights);
    EXPECT_EQ(argument, "analysis.weights") << weights;
    EXPECT_NE(message.find("numbers"), std::string::npos) << message;
  }
  EXPECT_EQ(refused("bias", "1e101").argument, "analysis.bias");
  EXPECT_EQ(refused("regularization_strength", "-1").argument, "analysis.regularization_strength");
  EXPECT_EQ(refused("square_share", "-1").argument, "analysis.square_share");
  EXPECT_EQ(refused("penalty", "l3").argument, "analysis.penalty");
  EXPECT_EQ(refused("bias_penalty", "half").argument, "analysis.bias_penalty");
}

}  // namespace fall_line::penalty_test
